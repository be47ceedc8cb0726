import { readFileSync } from "node:fs";
import type { Files } from "./run.ts";

const NAMES = ["roster.csv", "scores.csv", "extensions.csv", "adjustments.csv"];

/** The example class of fixtures/sp22 as files in memory. */
export function exampleClass(): Files {
  return new Map(
    NAMES.map((name) => [
      name,
      readFileSync(new URL(`../../fixtures/sp22/${name}`, import.meta.url), "utf8"),
    ]),
  );
}
