import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Input, STDIN } from "./inputs.ts";
import { PART, reasonOf } from "./outputs.ts";
import type { World } from "./world.ts";

/** Refuses a file that is an input of another kind; cut-offs in force may be replaced, which is asked for apart. */
export function checkFrozenFile(world: World, path: string, inputs: readonly Input[], report: Report): void {
  const real = world.realPath(path);
  const clash = inputs.find(
    (input) => input.path !== STDIN && input.role !== "cutoffs" && world.realPath(input.path) === real,
  );
  if (clash !== undefined) report(problem("freeze-over-input", { role: clash.role }, { file: path }));
}

/** What stands at a path already; undefined where nothing does or it cannot be read as a file. */
export function textAt(world: World, path: string): string | undefined {
  try {
    return new TextDecoder().decode(world.readFile(path));
  } catch {
    return undefined;
  }
}

/** Writes a file beside its place and moves it there, so that it is whole or not there; readable by the user alone. */
export function writeFrozen(world: World, path: string, text: string, report: Report): boolean {
  try {
    world.writeFile(path + PART, text);
    world.rename(path + PART, path);
    return true;
  } catch (failure) {
    const { code } = failure as { readonly code?: unknown };
    if (typeof code !== "string") throw failure;
    removePart(world, path + PART);
    report(problem("freeze-not-writable", { reason: reasonOf(code) }, { file: path }));
    return false;
  }
}

function removePart(world: World, path: string): void {
  try {
    world.remove(path);
  } catch {
    // Nothing was written there, or the disk refuses; either way the place itself is untouched.
  }
}
