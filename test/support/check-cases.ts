import { readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fixtureFiles } from "./fixture-files.ts";

/** One folder `fixtures/check/<name>`: a term to check, with what it shows in case.md. */
export interface CheckCase {
  readonly name: string;
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const FOLDER = join(import.meta.dirname, "../../fixtures/check");
const NOT_INPUTS = new Set(["case.md", "files.txt", "expected.txt", "expected.json"]);

/** Every case, sorted by name; files.txt borrows from other folders. */
export function checkCases(): readonly CheckCase[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const folder = join(FOLDER, name);
      const paths = readdirSync(folder).includes("files.txt")
        ? readFileSync(join(folder, "files.txt"), "utf8").trimEnd().split("\n")
        : [];
      const borrowed = paths.map((path) => [basename(path), readFileSync(resolve(folder, path))] as const);
      return { name, folder, files: new Map([...fixtureFiles(folder, NOT_INPUTS), ...borrowed]) };
    });
}
