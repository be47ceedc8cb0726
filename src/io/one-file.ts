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

/** Writes a file whole or not at all: beside its place, then into it. */
export function writeOneFile(
  world: World,
  path: string,
  text: Text,
  option: string,
  report: Report,
): boolean {
  const part = path + PART;
  try {
    world.makeFolder(dirname(path));
    world.writeFile(part, text);
    world.rename(part, path);
    return true;
  } catch (failure) {
    tryRemove(world, part);
    const { code } = failure as { readonly code?: unknown };
    if (typeof code !== "string") throw failure;
    report(problem("output-not-writable", { reason: reasonOf(code), option }, { file: path }));
    return false;
  }
}

/** The folder that a file's recorded paths start from. */
export function folderOf(path: string): string {
  return join(dirname(path), ".");
}
