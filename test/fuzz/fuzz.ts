import { diceOf } from "../oracle/random-dice.ts";
import { someFaults } from "./faults.ts";
import { type Files, textOf } from "./grid.ts";
import { judged } from "./judge.ts";
import { type CellFate, judgeCell } from "./judge-cell.ts";
import { KINDS, type Mutant } from "./mutations.ts";
import { type Base, pool } from "./pool.ts";

/** What a series of cases came to. */
export interface Outcome {
  readonly cases: number;
  /** Cases by kind and exit code. */
  readonly exits: ReadonlyMap<string, number>;
  /** Mutated score cells by what became of them. */
  readonly fates: ReadonlyMap<string, number>;
  /** Everything that must not be, each with what is needed to see it again. */
  readonly wrong: readonly string[];
  /** Milliseconds of the slowest case. */
  readonly slowest: number;
}

/** A case is told whole by the seed and its index: the same two always make the same files and the same run. */
export async function fuzz(
  seed: number,
  from: number,
  count: number,
  started: (index: number) => void = () => undefined,
): Promise<Outcome> {
  const bases = await sorted(pool());
  const exits = new Map<string, number>();
  const fates = new Map<string, number>();
  const wrong: string[] = [];
  let slowest = 0;
  for (let index = from; index < from + count; index += 1) {
    started(index);
    const before = Date.now();
    const one = await oneCase(bases, seed, index);
    slowest = Math.max(slowest, Date.now() - before);
    add(exits, `${one.kind}: exit ${one.exit}`);
    if (one.fate !== undefined) add(fates, one.fate);
    for (const text of one.wrong) wrong.push(`seed ${seed}, case ${index}, ${one.told}: ${text}`);
  }
  return { cases: count, exits, fates, wrong, slowest };
}

interface Bases {
  readonly all: readonly Base[];
  /** Those that compute as they are: only there can a changed cell be followed. */
  readonly sound: readonly Base[];
}

async function sorted(all: readonly Base[]): Promise<Bases> {
  const sound: Base[] = [];
  for (const base of all) {
    const { exit } = await judged(["compute", "roster.csv"], base.files);
    if (exit !== 1) sound.push(base);
  }
  return { all, sound };
}

interface Case {
  readonly kind: string;
  readonly told: string;
  readonly exit: number;
  readonly fate?: CellFate | undefined;
  readonly wrong: readonly string[];
}

async function oneCase(bases: Bases, seed: number, index: number): Promise<Case> {
  const { base, kind, mutant, dice } = mutantOf(bases, seed, index);
  const told = `${base.name}, ${kind}: ${mutant.told}`;
  const { files, cell } = mutant;
  if (cell !== undefined) return { kind, told, ...(await judgeCell(files, cell)) };
  const faults = kind === "faults" ? someFaults(dice, [...files.keys()]) : undefined;
  const earlier = dice.chance(0.3) ? await outputsOf(base.files) : new Map<string, Uint8Array>();
  const found = await judged(["compute", "roster.csv"], new Map([...files, ...earlier]), faults);
  const more =
    faults === undefined && dice.chance(0.25)
      ? await otherCommands(files, found, dice.pick(["check", "slip-days", "explain", "verify"]))
      : [];
  return {
    kind,
    told: faults === undefined ? told : `${told}, ${faults.told}`,
    exit: found.exit,
    wrong: [...found.wrong, ...more],
  };
}

/** What an earlier run of the unchanged files left in the output folder. */
async function outputsOf(files: Files): Promise<Files> {
  const { world } = await judged(["compute", "roster.csv"], files);
  return new Map([...world.files].filter(([name]) => name.startsWith("/term/grades-out/")));
}

/** The other commands on the same files: check agrees, none of them breaks, and what was written is verified. */
async function otherCommands(
  files: Files,
  computed: Awaited<ReturnType<typeof judged>>,
  command: string,
): Promise<readonly string[]> {
  if (command === "verify") {
    if (computed.exit === 1) return [];
    const { exit, wrong } = await judged(["verify", "grades-out"], computed.world.files);
    return exit === 0 ? wrong : [...wrong, "what was written is not verified"];
  }
  const who =
    textOf(files.get("roster.csv"))
      .split("\n")[1]
      ?.split(/[,";\t]/)
      .find((cell) => cell !== "") ?? "x";
  const argv = [
    command,
    "roster.csv",
    ...(command === "explain" ? ["--student", who.startsWith("-") ? "x" : who] : []),
  ];
  const { exit, wrong } = await judged(argv, files);
  const differs = command === "check" && exit !== computed.exit;
  return differs
    ? [...wrong, `compute ends with ${computed.exit}, check with ${exit}`]
    : wrong.map((text) => `${command}: ${text}`);
}

function mutantOf({ all, sound }: Bases, seed: number, index: number) {
  const dice = diceOf(seed * 1_000_003 + index);
  const [kind, mutation] = dice.weighted(
    KINDS.map(([share, name, own]) => [share, [name, own] as const] as const),
  );
  for (;;) {
    const base = dice.pick(kind === "score cell" || kind === "faults" || dice.chance(0.7) ? sound : all);
    const mutant: Mutant | undefined = mutation(base.files, dice);
    if (mutant !== undefined) return { base, kind, mutant, dice };
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The counts in words, for the end of a run. */
export function outcomeText({ cases, exits, fates, slowest }: Outcome): string {
  const lines = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => `  ${String(count).padStart(6)}  ${key}`);
  return [
    `${cases} cases, the slowest ${slowest} ms`,
    ...lines(exits),
    "mutated score cells",
    ...lines(fates),
  ].join("\n");
}
