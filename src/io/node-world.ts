import { createHash } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Stream, Text, World } from "./world.ts";

/** The world of a Node process. */
export function nodeWorld(process: NodeJS.Process): World {
  const at = (path: string) => resolve(process.cwd(), path);
  return {
    noColor: (process.env.NO_COLOR ?? "") !== "" || process.env.TERM === "dumb",
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    readFile: (path) => readFileSync(at(path)),
    readStdin: () => readFileSync(0),
    list: (path) => listed(at(path)),
    realPath: (path) => realPath(at(path)),
    isDevice: (path) => isDevice(at(path)),
    makeFolder: (path) => makeFolder(at(path)),
    writeFile: (path, text) => {
      writeText(at(path), text);
    },
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (path) => rmSync(at(path), { force: true }),
    hash: (data) => createHash("sha256").update(data).digest("hex"),
  };
}

/** Makes a folder and those above it. Node's own `recursive` never ends where a folder that is there takes none, as /proc. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (failure) {
    // Another run may have made it in the meantime.
    if (!isFolder(path)) throw failure;
  }
}

function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Writes a file part by part, so that no string has to hold all of it. */
function writeText(path: string, text: Text): void {
  const file = openSync(path, "w", 0o600);
  try {
    for (const part of typeof text === "string" ? [text] : text) writeFileSync(file, part);
    if (fstatSync(file).isFile()) fchmodSync(file, 0o600);
  } finally {
    closeSync(file);
  }
}

function stream(target: NodeJS.WriteStream): Stream {
  target.on("error", (failure: NodeJS.ErrnoException) => {
    // Whoever read the output has closed it, as `head` does; there is nobody left to tell.
    if (failure.code !== "EPIPE") throw failure;
  });
  return {
    write: (text) => {
      target.write(text);
    },
    isTerminal: target.isTTY === true,
    columns: target.columns,
  };
}

function listed(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
