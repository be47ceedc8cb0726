import { join } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { reasonOf } from "./inputs.ts";
import { AUDIT, hasOutputs, hasParts } from "./outputs.ts";
import type { World } from "./world.ts";

/** A file of an output folder. */
export function inFolder(folder: string, name: string): string {
  return join(folder, name);
}

/** The bytes of a file; `undefined` when it is not there, `unreadable`, and said why, when it cannot be read. */
export function bytesAt(world: World, path: string, report: Report): Uint8Array | undefined | "unreadable" {
  try {
    return world.readFile(path);
  } catch (failure) {
    const { code } = failure as { readonly code?: unknown };
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    report(problem("file-unreadable", { reason: reasonOf(code) }, { file: path }));
    return "unreadable";
  }
}

/** Whether a path is a folder, also one that holds nothing. */
export function isFolder(world: World, path: string): boolean {
  if (world.list(path).length > 0) return true;
  try {
    world.readFile(path);
    return false;
  } catch (failure) {
    return (failure as { readonly code?: unknown }).code === "EISDIR";
  }
}

/** The record of the run that wrote a folder; a folder without one is no finished run. */
export function recordBytes(world: World, folder: string, report: Report): Uint8Array | undefined {
  const bytes = bytesAt(world, join(folder, AUDIT), report);
  if (bytes === "unreadable") return undefined;
  if (bytes === undefined) {
    const names = world.list(folder);
    const unfinished = hasOutputs(names) || hasParts(names);
    report(problem("record-missing", { unfinished }, { file: folder }));
  }
  return bytes;
}

/** Where a recorded input stands: by the folder as the user names it, unless a link on the way leads elsewhere. */
export function recordedInput(world: World, folder: string, recorded: string): string {
  const near = join(folder, recorded);
  const real = join(world.realPath(folder), recorded);
  return world.realPath(near) === world.realPath(real) ? near : real;
}
