import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { findColumn } from "./header.ts";
import { type Row, type Table, textAt } from "./table.ts";

/** A row of grades.csv as it stands there; components in percent by their id. */
export interface GradesRow {
  readonly sid: string;
  readonly name: string;
  readonly track: string;
  readonly components: ReadonlyMap<string, string>;
  readonly results: Results;
}

/** The columns that say what a student gets. */
export const RESULT_COLUMNS = [
  "total",
  "letter",
  "grade",
  "status",
  "grade_if_zero",
  "slip_days_used",
] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];
export type Results = Readonly<Record<ResultColumn, string>>;

const COLUMNS = ["sid", "name", "track", "basis", ...RESULT_COLUMNS] as const;

/** Reads a grades.csv back by its titles; undefined when it is none. The rows may stand in any order. */
export function readGrades(table: Table, report: Report): ReadonlyMap<string, GradesRow> | undefined {
  const columns = new Map(COLUMNS.map((title) => [title, findColumn(table, [title], report)] as const));
  const missing = COLUMNS.filter((title) => columns.get(title) === undefined);
  if (missing.length > 0) {
    const at = { file: table.file, line: table.headerLine };
    report(problem("grades-unknown", { missing }, at));
    return undefined;
  }
  const column = (title: (typeof COLUMNS)[number]) => columns.get(title) ?? 0;
  // The components stand between the basis and the slip days, in the policy's order.
  const components = table.header
    .map((title, index) => ({ title, index }))
    .slice(column("basis") + 1, column("slip_days_used"));
  const rows = new Map<string, GradesRow>();
  const firstLines = new Map<string, number>();
  for (const row of table.rows) {
    const text = (title: (typeof COLUMNS)[number]) => textAt(row, column(title));
    const sid = text("sid");
    const first = firstLines.get(sid);
    if (first !== undefined) reportRepeated(table, row, column("sid"), sid, first, report);
    firstLines.set(sid, row.line);
    rows.set(sid, {
      sid,
      name: plainName(text("name")),
      track: text("track"),
      components: new Map(components.map(({ title, index }) => [title, textAt(row, index)])),
      results: {
        total: text("total"),
        letter: text("letter"),
        grade: text("grade"),
        status: text("status"),
        grade_if_zero: text("grade_if_zero"),
        slip_days_used: text("slip_days_used"),
      },
    });
  }
  return rows;
}

/** The name without the apostrophe that keeps a spreadsheet from running it. */
function plainName(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function reportRepeated(
  { file }: Table,
  row: Row,
  column: number,
  sid: string,
  first: number,
  report: Report,
): void {
  const at = { file, line: row.line, column: column + 1 };
  report(problem("grades-repeated", { sid, first, second: row.line }, at));
}
