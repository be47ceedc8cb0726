import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Stream, Text, World } from "./world.ts";

/** The world of a Node process. */
export function nodeWorld(process: NodeJS.Process): World {
  const at = (path: string) => resolve(process.cwd(), path);
  return {
    noColor: (process.env.NO_COLOR ?? "") !== "",
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    readFile: (path) => readFileSync(at(path)),
    readStdin: () => readFileSync(0),
    list: (path) => listed(at(path)),
    realPath: (path) => realPath(at(path)),
    makeFolder: (path) => {
      mkdirSync(at(path), { recursive: true, mode: 0o700 });
    },
    writeFile: (path, text) => {
      writeText(at(path), text);
    },
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (path) => rmSync(at(path), { force: true }),
    hash: (data) => createHash("sha256").update(data).digest("hex"),
  };
}

/** Writes a file part by part, so that no string has to hold all of it. */
function writeText(path: string, text: Text): void {
  const file = openSync(path, "w", 0o600);
  try {
    for (const part of typeof text === "string" ? [text] : text) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
  chmodSync(path, 0o600);
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
