import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Input, STDIN } from "./inputs.ts";
import { replaceFile } from "./one-file.ts";
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

/** Writes the frozen cut-offs whole or not at all, into a folder that is there; readable by the user alone. */
export function writeFrozen(world: World, path: string, text: string, report: Report): boolean {
  const reason = replaceFile(world, path, text);
  if (reason !== undefined) report(problem("freeze-not-writable", { reason }, { file: path }));
  return reason === undefined;
}
