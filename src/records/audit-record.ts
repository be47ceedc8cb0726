import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Manifest, StudentRecord } from "../writers/audit.ts";
import { type Line, linesOf } from "./lines.ts";

/** audit.jsonl read back: its manifest, and its students one at a time. */
export interface AuditRecord {
  readonly manifest: Manifest;
  /** The line of each student, undecoded, by SID. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** The manifest of a record; undefined, and said why, when the first line holds none. */
export function readManifest(file: string, bytes: Uint8Array, report: Report): Manifest | undefined {
  const [line] = linesOf(bytes);
  const stop = (reason: string) => void report(problem("record-unreadable", { reason }, { file, line: 1 }));
  if (line === undefined) return stop("it is empty");
  const value = parsed(line);
  if (value === undefined)
    return stop(line.ended ? "its first line is no JSON" : "it is cut short in its first line");
  if (!isManifest(value)) return stop("its first line is no manifest of a run");
  return value;
}

/** The whole record; every line is found, but a student's derivation is decoded only by `studentOf`. */
export function readRecord(file: string, bytes: Uint8Array, report: Report): AuditRecord | undefined {
  const manifest = readManifest(file, bytes, report);
  if (manifest === undefined) return undefined;
  const lines = new Map<string, Line>();
  for (const line of linesOf(bytes)) {
    if (line.number === 1) continue;
    const sid = line.ended ? sidOf(line) : undefined;
    if (sid === undefined) {
      const reason = line.ended
        ? `line ${line.number} is no student`
        : `it is cut short in line ${line.number}`;
      report(problem("record-unreadable", { reason }, { file, line: line.number }));
      return undefined;
    }
    lines.set(sid, line);
  }
  return { manifest, lines };
}

/** A student's line, decoded; undefined when it is no record of a student. */
export function studentOf(line: Line): StudentRecord | undefined {
  const value = parsed(line);
  return isObject(value) && value.kind === "student" ? (value as unknown as StudentRecord) : undefined;
}

const HEAD = /^\{"kind":"student","sid":("(?:[^"\\]|\\.)*")/;
const HEAD_LENGTH = 200;

/** The SID stands at the head of a line; the rest of it is long. */
function sidOf(line: Line): string | undefined {
  const head = HEAD.exec(textOf(line.bytes.subarray(0, HEAD_LENGTH)))?.[1];
  return head === undefined ? studentOf(line)?.sid : (JSON.parse(head) as string);
}

function parsed(line: Line): unknown {
  try {
    return JSON.parse(textOf(line.bytes));
  } catch {
    return undefined;
  }
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value.kind !== "manifest" || !isText(value.version)) return false;
  const { policy, options, inputs, outputs, cutoffs } = value;
  return (
    hasTexts(policy, ["id", "sha256"]) &&
    isOptions(options) &&
    isObject(cutoffs) &&
    Object.values(cutoffs).every((own) => isObject(own) && isListOf(own.cutoffs, ["letter", "cutoff"])) &&
    isListOf(inputs, ["role", "name", "path", "sha256"]) &&
    isListOf(outputs, ["path", "sha256"])
  );
}

function isOptions(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { track, allow_sparse: sparse } = value;
  return (track === undefined || isText(track)) && (sparse === undefined || isTexts(sparse));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isListOf(value: unknown, keys: readonly string[]): boolean {
  return Array.isArray(value) && value.every((item) => hasTexts(item, keys));
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isObject(value) && keys.every((key) => isText(value[key]));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
