import { createHash } from "node:crypto";
import { OUTPUT_NAMES } from "../../src/io/outputs.ts";
import type { World } from "../../src/io/world.ts";
import { main } from "../../src/main.ts";
import { type MemoryWorld, memoryWorld } from "../support/memory-world.ts";
import type { Faults } from "./faults.ts";
import type { Files } from "./grid.ts";

/** One run of a command line in memory, and everything that is wrong with how it went. */
export interface Judged {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly world: MemoryWorld;
  readonly wrong: readonly string[];
}

/** Milliseconds of processor time that no case may take; the clock on the wall would also count what other programs do. */
const SLOWEST = 5000;
const OUT = "/term/grades-out/";
const AUDIT = `${OUT}audit.jsonl`;

/** Runs a command and holds it to what every run must keep: an exit code with a reason, no trace, all files or none. */
export async function judged(argv: readonly string[], files: Files, faults?: Faults): Promise<Judged> {
  const memory = memoryWorld(files, faults === undefined ? {} : { fault: faults.change });
  const world: World = {
    ...memory,
    readFile: (path) => {
      faults?.read(path);
      return memory.readFile(path);
    },
  };
  const before = new Map(memory.files);
  const started = process.cpuUsage();
  let exit = -1;
  const wrong: string[] = [];
  try {
    exit = await main([...argv], world);
  } catch (failure) {
    wrong.push(`threw ${String(failure)}`);
  }
  const { user, system } = process.cpuUsage(started);
  const took = Math.floor((user + system) / 1000);
  const [out, err] = [memory.out(), memory.err()];
  if (took > SLOWEST) wrong.push(`took ${took} ms`);
  if (![0, 1, 3].includes(exit)) wrong.push(`exit ${exit}`);
  if (exit === 1 && !/error\[[a-z0-9-]+\]: \S/.test(err)) wrong.push("exit 1 without a reason");
  if (exit !== 1 && / error\[|^error\[/m.test(err)) wrong.push(`exit ${exit} with an error`);
  if (/defect:|^ +at .*[:(]\d+:\d+\)?$|\[object |node:internal/m.test(out + err))
    wrong.push("a trace or defect is printed");
  if (controls(out + err)) wrong.push("a control character is printed");
  if (({} as { readonly polluted?: unknown }).polluted !== undefined) wrong.push("a prototype is polluted");
  const judge =
    argv[0] === "compute"
      ? outputsWrong(exit, before, memory.files, err, faults)
      : unwritten(before, memory.files);
  return { exit, out, err, world: memory, wrong: [...wrong, ...judge] };
}

function controls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not reach a terminal.
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(text);
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined) =>
  a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);

function changed(before: Files, after: Files): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !same(before.get(name), after.get(name)),
  );
}

function unwritten(before: Files, after: Files): readonly string[] {
  return changed(before, after).map((name) => `${name} was touched`);
}

/** All outputs with their record, or none; where the system stopped a run half-way, no record and a word about it. */
function outputsWrong(
  exit: number,
  before: Files,
  after: Files,
  err: string,
  faults: Faults | undefined,
): readonly string[] {
  const touched = changed(before, after);
  const outside = touched.filter((name) => !name.startsWith(OUT)).map((name) => `${name} was touched`);
  const parts = [...after.keys()].filter((name) => name.endsWith(".part"));
  if (exit === 0 || exit === 3)
    return [
      ...outside,
      ...parts.map((name) => `${name} is left`),
      ...recordWrong(after),
      ...statusWrong(exit, after),
    ];
  if (err.includes("error[output-half-written]"))
    return after.has(AUDIT) ? [...outside, "half-written, but with a record"] : outside;
  const left = touched.filter((name) => faults === undefined || !name.endsWith(".part"));
  return [
    ...outside,
    ...left.filter((name) => name.startsWith(OUT)).map((name) => `exit ${exit}, but ${name} was touched`),
  ];
}

/** The record names every other output with its hash. */
function recordWrong(after: Files): readonly string[] {
  const text = new TextDecoder().decode(after.get(AUDIT));
  const manifest = JSON.parse(text.split("\n")[0] || "{}") as {
    readonly outputs?: readonly { readonly path: string; readonly sha256: string }[];
  };
  const named = new Map(manifest.outputs?.map(({ path, sha256 }) => [path, sha256]));
  return OUTPUT_NAMES.filter((name) => name !== "audit.jsonl").flatMap((name) => {
    const bytes = after.get(OUT + name);
    if (bytes === undefined) return [`${name} was not written`];
    const hash = createHash("sha256").update(bytes).digest("hex");
    return named.get(name) === hash ? [] : [`${name} is not what its record says`];
  });
}

/** Exit 3 stands for an undecided student, and 0 for none. */
function statusWrong(exit: number, after: Files): readonly string[] {
  const audit = new TextDecoder().decode(after.get(AUDIT));
  const undecided = audit.includes('"status":"undecided"');
  return undecided === (exit === 3)
    ? []
    : [`exit ${exit}, but ${undecided ? "somebody" : "nobody"} is undecided`];
}
