import { basename, dirname, join } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { decode, type Encoding } from "./decode.ts";
import type { World } from "./world.ts";

export type Role =
  | "roster"
  | "scores"
  | "extensions"
  | "adjustments"
  | "cutoffs"
  | "policy"
  | "declared"
  | "guaranteed";

/** A file of a term before it is read: its role and the path as the user may name it. */
export interface InputPath {
  readonly role: Role;
  readonly path: string;
}

/** A file of a term that was read. */
export interface Input extends InputPath {
  /** The short name under which cells cite it: the file's own, or the path where two share it. */
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
}

/** What the command line names; undefined or empty where it names nothing. */
export interface NamedInputs {
  readonly roster: string;
  readonly scores: readonly string[];
  readonly extensions: string | undefined;
  readonly adjustments: string | undefined;
  readonly cutoffs: string | undefined;
  /** A file's path; a built-in policy is not an input. */
  readonly policy: string | undefined;
  /** Whether a built-in policy was named, so that no policy.yaml is looked for. */
  readonly builtInPolicy: boolean;
  readonly discover: boolean;
}

export const STDIN = "-";

/** The files of a term: what is named, and beside the roster what is not. */
export function findInputs(world: World, named: NamedInputs, report: Report): readonly InputPath[] {
  const folder = named.roster === STDIN ? undefined : dirname(named.roster);
  const beside = named.discover && folder !== undefined ? [...world.list(folder)].sort() : [];
  const inFolder = (name: string) => (folder === undefined || folder === "." ? name : join(folder, name));
  const one = (role: Role, given: string | undefined, file: string): readonly InputPath[] => {
    if (given !== undefined) return [{ role, path: given }];
    return beside.includes(file) ? [{ role, path: inFolder(file) }] : [];
  };
  const scores =
    named.scores.length > 0
      ? named.scores
      : beside.filter((file) => /^scores.*\.csv$/i.test(file)).map(inFolder);
  if (scores.length === 0) report(problem("scores-none", { folder }));
  return [
    { role: "roster", path: named.roster },
    ...scores
      .filter((path, index) => isFirst(world, scores, path, index))
      .map((path) => ({ role: "scores", path }) as const),
    ...one("extensions", named.extensions, "extensions.csv"),
    ...one("adjustments", named.adjustments, "adjustments.csv"),
    ...one("cutoffs", named.cutoffs, "cutoffs.csv"),
    ...(named.builtInPolicy ? [] : one("policy", named.policy, "policy.yaml")),
  ];
}

/** A file that is named twice is read once. */
function isFirst(world: World, paths: readonly string[], path: string, index: number): boolean {
  return paths.findIndex((other) => world.realPath(other) === world.realPath(path)) === index;
}

/** Reads every file; those that cannot be read are reported and left out. */
export function readInputs(world: World, paths: readonly InputPath[], report: Report): readonly Input[] {
  const names = paths.map(({ path }) => (path === STDIN ? "stdin" : basename(path)));
  return paths.flatMap(({ role, path }, index): readonly Input[] => {
    const short = names[index] ?? path;
    const name = names.indexOf(short) === names.lastIndexOf(short) ? short : path;
    const bytes = readBytes(world, { role, path }, report);
    if (bytes === undefined) return [];
    const decoded = decode(bytes, name, path === STDIN ? name : path, report);
    return decoded === undefined ? [] : [{ role, path, name, ...decoded, hash: world.hash(bytes) }];
  });
}

/** A file that cannot be read has no short name yet: it is reported by the path as it was given. */
function readBytes(world: World, { role, path }: InputPath, report: Report): Uint8Array | undefined {
  try {
    return path === STDIN ? world.readStdin() : world.readFile(path);
  } catch (failure) {
    const code = (failure as { readonly code?: unknown }).code;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    if (missing && role === "policy" && isName(path)) report(problem("policy-unknown", { name: path }));
    else if (missing) report(problem("file-missing", {}, { file: path }));
    else
      report(
        problem(
          "file-unreadable",
          { reason: reasonOf(code), folder: code === "EISDIR" ? path : undefined },
          { file: path },
        ),
      );
    return undefined;
  }
}

/** A name rather than a path: it has no folder and no ending. */
function isName(path: string): boolean {
  return /^[^./\\]+$/.test(path);
}

export function reasonOf(code: unknown): string {
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES" || code === "EPERM") return "you may not read it";
  return typeof code === "string" ? `the system says ${code}` : "the system gives no reason";
}
