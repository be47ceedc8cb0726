import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { main } from "../../src/main.ts";
import { fixtureFiles } from "./fixture-files.ts";
import { type MemoryWorld, memoryWorld } from "./memory-world.ts";

/** One folder `fixtures/scenarios/<rule>/<name>`: a term that shows one rule. */
export interface Scenario {
  /** The clause or interpretation that is shown. */
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
  /** case.md, for an instructor to read. */
  readonly text: string;
  /** The command line of case.md without `grades`. */
  readonly argv: readonly string[];
}

/** What a run printed and wrote; undefined for a file that was not written. */
export interface Outcome {
  readonly world: MemoryWorld;
  readonly exit: number;
  readonly files: ReadonlyMap<string, string>;
}

const ROOT = join(import.meta.dirname, "../../fixtures/scenarios");
const WRITTEN = ["grades.csv", "slip-days.csv", "cutoffs.csv"];
const NOT_INPUTS = new Set(["case.md", "expected", "files.txt"]);

/** Every scenario, sorted by rule and name. */
export function scenarios(): readonly Scenario[] {
  return folders(ROOT).flatMap((rule) =>
    folders(join(ROOT, rule)).map((name) => {
      const folder = join(ROOT, rule, name);
      const text = readFileSync(join(folder, "case.md"), "utf8");
      const command = /^ *\$ grades (.+)$/m.exec(text)?.[1] ?? "";
      return { rule, name, folder, text, argv: command.split(" ") };
    }),
  );
}

/** Runs a scenario's command in memory; `files` holds what `expected/` holds. */
export async function runScenario(scenario: Scenario): Promise<Outcome> {
  const world = memoryWorld(inputsOf(scenario));
  const exit = await main(scenario.argv, world);
  const files = new Map<string, string>();
  for (const name of WRITTEN) {
    const written = world.files.get(`/term/grades-out/${name}`);
    if (written !== undefined) files.set(name, new TextDecoder().decode(written));
  }
  files.set("stdout.txt", world.out());
  files.set("stderr.txt", `${world.err()}exit ${exit}\n`);
  return { world, exit, files };
}

/** The names of the files that a scenario expects; none before it is first blessed. */
export function expectedNames({ folder }: Scenario): readonly string[] {
  const expected = join(folder, "expected");
  return existsSync(expected) ? readdirSync(expected).sort() : [];
}

/** The input files of a scenario, and those that its files.txt borrows from another folder. */
export function inputsOf({ folder }: Scenario): ReadonlyMap<string, Uint8Array> {
  return new Map([...fixtureFiles(folder, NOT_INPUTS), ...borrowed(folder)]);
}

function borrowed(folder: string): readonly (readonly [string, Uint8Array])[] {
  if (!readdirSync(folder).includes("files.txt")) return [];
  const paths = readFileSync(join(folder, "files.txt"), "utf8").trimEnd().split("\n");
  return paths.map((path) => [basename(path), readFileSync(resolve(folder, path))] as const);
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
