import { readdirSync } from "node:fs";
import { join } from "node:path";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { exampleClass } from "../properties/example.ts";
import { fixtureFiles } from "../support/fixture-files.ts";
import { cutDown } from "./cut.ts";
import { inOtherFormat } from "./formats.ts";
import { bytesOf, type Files } from "./grid.ts";

/** A small term that is mutated: its files, `roster.csv` among them. */
export interface Base {
  readonly name: string;
  readonly files: Files;
}

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const NOT_INPUTS = new Set([
  "case.md",
  "cure.md",
  "setup.md",
  "command.txt",
  "files.txt",
  "expected",
  "expected.txt",
  "expected.json",
]);

/** Every folder below `fixtures/` that holds a roster.csv, but the whole example class. */
function fixtureTerms(folder: string): readonly Base[] {
  return readdirSync(join(FIXTURES, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("roster.csv"))
    .sort()
    .map((path) => {
      const name = join(folder, path.slice(0, -"/roster.csv".length));
      const files = [...fixtureFiles(join(FIXTURES, name), NOT_INPUTS)].filter(
        ([file]) => !file.includes("/"),
      );
      return { name, files: new Map(files) };
    });
}

/** Small terms of every kind: fixtures, the example class and random ones cut down, each also as other exports. */
export function pool(): readonly Base[] {
  const dice = diceOf(182_282);
  const asBytes = (files: ReadonlyMap<string, string>): Files =>
    new Map([...files].map(([name, text]) => [name, bytesOf(text)]));
  const classes = [
    ...Array.from({ length: 8 }, (_, at) => [`example ${at}`, asBytes(exampleClass())] as const),
    ...Array.from(
      { length: 40 },
      (_, at) => [`random ${9000 + at}`, asBytes(randomClass(9000 + at))] as const,
    ),
  ];
  const cut = classes.map(([name, files]) => ({ name, files: cutDown(files, dice) }));
  const turned = cut.map(({ name, files }) => ({
    name: `${name}, turned`,
    files: inOtherFormat(files, dice),
  }));
  return [
    ...cut,
    ...turned,
    ...fixtureTerms("scenarios"),
    ...fixtureTerms("errors"),
    ...fixtureTerms("check"),
  ];
}
