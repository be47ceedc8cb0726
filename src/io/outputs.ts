import { dirname, join, relative } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Input, STDIN } from "./inputs.ts";
import type { Text, World } from "./world.ts";

/** A file to write: its name in the output folder and its text. */
export interface Output {
  readonly name: string;
  readonly text: Text;
}

/** The record that closes a run: it holds the hashes of all the others, so it is written last. */
export const AUDIT = "audit.jsonl";
/** The distribution report, for people. */
export const PAGE = "report.html";
const CUTOFFS = "cutoffs.csv";
export const OUTPUT_NAMES = ["grades.csv", "slip-days.csv", CUTOFFS, PAGE, AUDIT] as const;
export const PART = ".part";

/** Refuses an output folder that is the roster's own, or in which an input would be overwritten. */
export function checkOutputFolder(
  world: World,
  folder: string,
  inputs: readonly Input[],
  report: Report,
): void {
  const real = world.realPath(folder);
  const onDisk = inputs.filter(({ path }) => path !== STDIN);
  const roster = onDisk.find(({ role }) => role === "roster");
  if (roster !== undefined && world.realPath(dirname(roster.path)) === real)
    report(problem("output-in-roster-folder", {}, { file: folder }));
  const targets = new Set(OUTPUT_NAMES.map((name) => join(real, name)));
  for (const { path } of onDisk)
    if (targets.has(world.realPath(path)))
      report(problem("output-over-input", { input: path }, { file: folder }));
}

/** Warns when an earlier run ended between its files: outputs without their audit record, or parts left over. */
export function reportUnfinished(world: World, folder: string, report: Report): void {
  const names = world.list(folder);
  if (hasParts(names) || (hasOutputs(names) && !names.includes(AUDIT)))
    report(problem("output-unfinished", {}, { file: folder }));
}

/** Whether a run that was cut short left files in their places; cutoffs.csv alone may be an input. */
export function hasOutputs(names: readonly string[]): boolean {
  return OUTPUT_NAMES.some((output) => output !== CUTOFFS && names.includes(output));
}

export function hasParts(names: readonly string[]): boolean {
  return OUTPUT_NAMES.some((output) => names.includes(output + PART));
}

/** Writes all files or none: first beside their places, then each into its place, the audit record last. */
export function writeOutputs(
  world: World,
  folder: string,
  outputs: readonly Output[],
  report: Report,
): boolean {
  const written: string[] = [];
  let begun = false;
  try {
    world.makeFolder(folder);
    for (const { name, text } of outputs) {
      written.push(join(folder, name + PART));
      world.writeFile(join(folder, name + PART), text);
    }
    world.remove(join(folder, AUDIT));
    begun = true;
    for (const { name } of outputs) world.rename(join(folder, name + PART), join(folder, name));
    return true;
  } catch (failure) {
    for (const part of written) tryRemove(world, part);
    const { code } = failure as { readonly code?: unknown };
    if (typeof code !== "string") throw failure;
    report(
      problem(
        begun ? "output-half-written" : "output-not-writable",
        { reason: reasonOf(code) },
        { file: folder },
      ),
    );
    return false;
  }
}

export function tryRemove(world: World, path: string): void {
  try {
    world.remove(path);
  } catch {
    // The disk refuses; the next run names what is left over.
  }
}

export function reasonOf(code: string): string {
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "you may not write there";
  if (code === "ENOSPC") return "the disk is full";
  if (code === "EEXIST" || code === "ENOTDIR") return "a file is in the way";
  if (code === "EISDIR" || code === "ENOTEMPTY") return "a folder is in the way";
  if (code === "ENOENT") return "there is no such folder";
  return `the system says ${code}`;
}

/** The path of an input as the audit record names it: relative to the output folder, with `/`. */
export function recordedPath(world: World, folder: string, path: string): string {
  if (path === STDIN) return STDIN;
  return relative(world.realPath(folder), world.realPath(path)).replaceAll("\\", "/");
}
