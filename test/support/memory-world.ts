import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Stream, World } from "../../src/io/world.ts";

/** A world in memory: files by absolute path, and what was printed. */
export interface MemoryWorld extends World {
  readonly files: Map<string, Uint8Array>;
  readonly out: () => string;
  readonly err: () => string;
}

export interface MemoryOptions {
  readonly terminal?: boolean;
  /** Columns of the terminal; 80 unless told. */
  readonly columns?: number;
  readonly noColor?: boolean;
  readonly stdin?: string;
  /** Called before each write, rename and removal; throws to inject a fault. */
  readonly fault?: (action: "write" | "rename" | "remove" | "folder", path: string) => void;
}

const FOLDER = "/term";

/** Builds a world whose current folder is `/term`; relative paths are below it. */
export function memoryWorld(
  files: Iterable<readonly [string, string | Uint8Array]>,
  options: MemoryOptions = {},
): MemoryWorld {
  const at = (path: string) => posix.resolve(FOLDER, path);
  const stored = new Map<string, Uint8Array>();
  for (const [path, content] of files)
    stored.set(at(path), typeof content === "string" ? new TextEncoder().encode(content) : content);
  const columns = options.terminal === true ? (options.columns ?? 80) : undefined;
  const [out, err] = [capture(columns), capture(columns)];
  return {
    files: stored,
    out: out.text,
    err: err.text,
    noColor: options.noColor ?? false,
    stdout: out.stream,
    stderr: err.stream,
    readFile: (path) => {
      const found = stored.get(at(path));
      if (found !== undefined) return found;
      const isFolder = [...stored.keys()].some((name) => name.startsWith(`${at(path)}/`));
      throw Object.assign(new Error(path), { code: isFolder ? "EISDIR" : "ENOENT" });
    },
    readStdin: () => new TextEncoder().encode(options.stdin ?? ""),
    list: (path) => {
      const below = `${at(path)}/`.replace("//", "/");
      const names = [...stored.keys()]
        .filter((name) => name.startsWith(below))
        .map((name) => name.slice(below.length));
      return [...new Set(names.map((name) => name.split("/")[0] ?? name))];
    },
    realPath: at,
    isDevice: () => false,
    makeFolder: (path) => options.fault?.("folder", at(path)),
    writeFile: (path, text) => {
      options.fault?.("write", at(path));
      stored.set(at(path), new TextEncoder().encode(typeof text === "string" ? text : [...text].join("")));
    },
    rename: (from, to) => {
      options.fault?.("rename", at(to));
      const content = stored.get(at(from));
      if (content === undefined) throw Object.assign(new Error(from), { code: "ENOENT" });
      stored.delete(at(from));
      stored.set(at(to), content);
    },
    remove: (path) => {
      options.fault?.("remove", at(path));
      stored.delete(at(path));
    },
    hash: (data) => createHash("sha256").update(data).digest("hex"),
  };
}

/** The text of a file that a run wrote. */
export function textOf(world: MemoryWorld, path: string): string {
  const found = world.files.get(posix.resolve(FOLDER, path));
  if (found === undefined) throw new Error(`${path} was not written`);
  return new TextDecoder().decode(found);
}

/** A stream that keeps what is printed; a terminal has columns. */
function capture(columns: number | undefined): { readonly stream: Stream; readonly text: () => string } {
  let text = "";
  return {
    stream: {
      write: (more) => {
        text += more;
      },
      isTerminal: columns !== undefined,
      columns,
    },
    text: () => text,
  };
}
