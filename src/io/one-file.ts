import { dirname, join } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Input, STDIN } from "./inputs.ts";
import { PART, reasonOf, tryRemove } from "./outputs.ts";
import type { Text, World } from "./world.ts";

/** Refuses a file that is one of the inputs; `option` is how the user names another. */
export function checkOutputFile(
  world: World,
  path: string,
  inputs: readonly Input[],
  option: string,
  report: Report,
): void {
  const real = world.realPath(path);
  for (const input of inputs)
    if (input.path !== STDIN && world.realPath(input.path) === real)
      report(problem("output-over-input", { input: input.path, option }, { file: path }));
}

/**
 * Writes a file whole or not at all: beside its place, then into it; a link stays and what it leads to is written.
 * What keeps it from being written, or undefined.
 */
export function replaceFile(world: World, path: string, text: Text): string | undefined {
  const isDevice = world.isDevice(path);
  const real = isDevice ? path : world.realPath(path);
  const part = real + PART;
  try {
    if (isDevice) {
      world.writeFile(real, text);
      return undefined;
    }
    world.writeFile(part, text);
    world.rename(part, real);
    return undefined;
  } catch (failure) {
    tryRemove(world, part);
    return refusal(failure);
  }
}

/** The same in a folder that is made where it is missing; `option` is how the user names another file. */
export function writeOneFile(
  world: World,
  path: string,
  text: Text,
  option: string,
  report: Report,
): boolean {
  const reason = makeFolder(world, dirname(path)) ?? replaceFile(world, path, text);
  if (reason !== undefined) report(problem("output-not-writable", { reason, option }, { file: path }));
  return reason === undefined;
}

function makeFolder(world: World, folder: string): string | undefined {
  try {
    world.makeFolder(folder);
    return undefined;
  } catch (failure) {
    return refusal(failure);
  }
}

/** Why the system refused, in words; any other failure is a defect. */
function refusal(failure: unknown): string {
  const { code } = failure as { readonly code?: unknown };
  if (typeof code !== "string") throw failure;
  return reasonOf(code);
}

/** The folder that a file's recorded paths start from. */
export function folderOf(path: string): string {
  return join(dirname(path), ".");
}
