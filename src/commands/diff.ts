import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { decode } from "../io/decode.ts";
import { AUDIT } from "../io/outputs.ts";
import { bytesAt, inFolder, isFolder, recordBytes } from "../io/read-back.ts";
import type { World } from "../io/world.ts";
import { type AuditRecord, readRecord } from "../records/audit-record.ts";
import { type GradesRow, readGrades } from "../records/grades-file.ts";
import { readTable } from "../records/table.ts";
import { type Diff, diffOf, type Side } from "../reports/diff/diff.ts";
import { diffJson } from "../writers/diff-json.ts";
import { diffText } from "../writers/diff-text.ts";
import { runJson } from "../writers/json.ts";
import { hasErrors } from "./attempt.ts";
import { EXIT, type ExitCode, type OutputOptions } from "./options.ts";
import { coloursOf, printProblems, type Shown, sourcesOf } from "./print.ts";

export interface DiffOptions extends Pick<OutputOptions, "json" | "quiet" | "color"> {
  readonly exitCode?: boolean;
}

const GRADES = "grades.csv";

/** Says who changed between two grades.csv or two output folders; between folders also why. */
export async function diff(
  world: World,
  older: string,
  newer: string,
  options: DiffOptions,
): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const files: Shown[] = [];
  const sides = [older, newer].map((path) => readSide(world, path, report, (file) => void files.push(file)));
  const [a, b] = sides;
  const found = a && b && !hasErrors(diagnostics) ? diffOf(a, b) : undefined;
  const exit = exitOf(found, options);
  printProblems(world, options, diagnostics, files);
  if (options.json === true)
    world.stdout.write(
      runJson(exit, found === undefined ? {} : diffJson(found), diagnostics, sourcesOf(files)),
    );
  else if (found !== undefined && options.quiet !== true)
    world.stdout.write(diffText(found, coloursOf(world, options, world.stdout)));
  return exit;
}

function exitOf(found: Diff | undefined, { exitCode }: DiffOptions): ExitCode {
  if (found === undefined) return EXIT.wrong;
  const differs = found.changed.length + found.onlyOld.length + found.onlyNew.length > 0;
  return exitCode === true && differs ? EXIT.wrong : EXIT.done;
}

/** A grades.csv, or a folder with its record. */
function readSide(world: World, path: string, report: Report, keep: (file: Shown) => void): Side | undefined {
  if (!isFolder(world, path)) {
    const rows = readGradesAt(world, path, undefined, report, keep);
    return rows && { path, rows, record: undefined };
  }
  const bytes = recordBytes(world, path, report);
  const record = bytes && readRecord(inFolder(path, AUDIT), bytes, report);
  const rows = record && readGradesAt(world, inFolder(path, GRADES), record, report, keep);
  const lost = record && [...(rows?.keys() ?? [])].find((sid) => !record.lines.has(sid));
  if (lost !== undefined) {
    const reason = `${lost} of ${GRADES} is not in it`;
    report(problem("record-unreadable", { reason }, { file: inFolder(path, AUDIT) }));
  }
  return rows && { path, rows, record };
}

/** Reads a grades.csv; with a record it must be the one that the record was written with. */
function readGradesAt(
  world: World,
  path: string,
  record: AuditRecord | undefined,
  report: Report,
  keep: (file: Shown) => void,
): ReadonlyMap<string, GradesRow> | undefined {
  const bytes = bytesAt(world, path, report);
  if (bytes === undefined)
    report(
      record === undefined
        ? problem("file-missing", { written: true }, { file: path })
        : problem("output-missing", {}, { file: path }),
    );
  if (bytes === undefined || bytes === "unreadable") return undefined;
  const recorded = record?.manifest.outputs.find((output) => output.path === GRADES)?.sha256;
  if (recorded !== undefined && recorded !== world.hash(bytes))
    report(
      problem("output-not-as-written", { reason: "its SHA-256 is not the recorded one" }, { file: path }),
    );
  const text = decode(bytes, path, path, report)?.text;
  if (text === undefined) return undefined;
  keep({ name: path, path, text });
  const table = readTable(path, text, report);
  return table && readGrades(table, report);
}
