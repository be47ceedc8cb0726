import { CsvError, parse } from "csv-parse/sync";
import type { Cell, Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Separator, separatorOf } from "./separator.ts";

/** One row of a CSV file: the line it starts on and its cells, trimmed; short rows end early. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV file with a header. */
export interface Table {
  readonly file: string;
  readonly separator: Separator;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly Row[];
}

/** Reads CSV text; undefined when it has no header. Rows of blanks and separators alone are passed over. */
export function readTable(file: string, text: string, report: Report): Table | undefined {
  const table = readRaggedTable(file, text, report);
  if (table !== undefined) reportShortRows(table, table.rows, report);
  return table;
}

/** Reads CSV text whose short rows the caller judges: some exports end a row early and mean it. */
export function readRaggedTable(file: string, text: string, report: Report): Table | undefined {
  const separator = separatorOf(text);
  let malformed = false;
  const [header, ...rows] = readRows(file, oneLineBreak(text), separator, (diagnostic) => {
    malformed = true;
    report(diagnostic);
  });
  if (header === undefined) {
    if (!malformed) report(problem("file-empty", {}, { file }));
    return undefined;
  }
  for (const row of rows) {
    const extra = row.cells.findIndex((cell, index) => index >= header.cells.length && cell !== "");
    if (extra >= 0)
      report(
        problem(
          "row-too-long",
          { cells: row.cells.length, header: header.cells.length },
          { file, line: row.line, column: extra + 1 },
        ),
      );
  }
  return { file, separator, header: header.cells.map(unwrapped), headerLine: header.line, rows };
}

/** Reports rows that end before the header does: an error before a column that is needed from them, else a warning. */
export function reportShortRows(
  { file, header }: Pick<Table, "file" | "header">,
  rows: readonly Row[],
  report: Report,
  needed: readonly number[] = [],
): void {
  for (const { line, cells } of rows) {
    if (cells.length >= header.length) continue;
    const at = { file, line, column: cells.length };
    const counts = { cells: cells.length, header: header.length };
    const title = header[Math.min(...needed.filter((column) => column >= cells.length))];
    report(
      title === undefined
        ? problem("row-too-short", counts, at)
        : problem("row-cut-short", { title, ...counts }, at),
    );
  }
}

/** A title without the `b'` that Python puts before the first cell when it prints bytes. */
function unwrapped(title: string, index: number): string {
  return index === 0 ? title.replace(/^b['"](?=\w)/, "") : title;
}

/** CRLF and CR become LF, so that lines are counted once whatever a file mixes. */
function oneLineBreak(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  record_delimiter: "\n",
  max_record_size: 4_000_000,
} as const;

function readRows(file: string, text: string, separator: Separator, report: Report): readonly Row[] {
  const options = { ...OPTIONS, delimiter: separator };
  const records = recordsByLine(text, options) ?? recordsWithLines(file, text, options, report);
  return records.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** The quick way: where every line is one record, its line number is its place. */
function recordsByLine(text: string, options: typeof OPTIONS): readonly Row[] | undefined {
  try {
    const records: readonly string[][] = parse(text, options);
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    if (records.length !== lines) return undefined;
    return records.map((cells, index) => ({ line: index + 1, cells: trimmed(cells) }));
  } catch (failure) {
    if (failure instanceof CsvError) return undefined;
    throw failure;
  }
}

/** The careful way, for quoted line breaks, blank lines and malformed rows. */
function recordsWithLines(
  file: string,
  text: string,
  options: typeof OPTIONS,
  report: Report,
): readonly Row[] {
  const rows: Row[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      ...options,
      on_record: (cells: readonly string[], { lines }) => {
        lastLine = lines;
        rows.push({ line: lines - lineBreaks(cells), cells: trimmed(cells) });
        return null;
      },
    });
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const rest = text.split(/\r\n|\n|\r/).slice(lastLine);
    const blank = rest.findIndex((line) => line.trim() !== "");
    const line = lastLine + Math.max(0, blank) + 1;
    report(problem("csv-malformed", { reason: reasonOf(failure) }, { file, line }));
  }
  return rows;
}

/** csv-parse trims around quotes but not inside them. */
function trimmed(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell !== cell.trim()) ? cells.map((cell) => cell.trim()) : cells;
}

/** csv-parse counts the line on which a record ends; quoted line breaks lie before it. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce(
    (count, cell) => (cell.includes("\n") ? count + cell.split("\n").length - 1 : count),
    0,
  );
}

function reasonOf(failure: CsvError): string {
  if (failure.code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened and never closed";
  if (failure.code === "CSV_INVALID_CLOSING_QUOTE") return "text follows a closing quote";
  if (failure.code === "INVALID_OPENING_QUOTE") return "a quote stands inside an unquoted cell";
  if (failure.code === "CSV_MAX_RECORD_SIZE") return "it is longer than four million characters";
  return "it is not well formed";
}

/** The text of a column in a row; blank where the row ends before it. */
export function textAt(row: Row, column: number): string {
  return row.cells[column] ?? "";
}

export function cellAt(table: Table, row: Row, column: number): Cell {
  return { file: table.file, line: row.line, column: column + 1 };
}

export function fieldAt(table: Table, row: Row, column: number): Field<string> {
  return { value: textAt(row, column), cell: cellAt(table, row, column) };
}

export function headerCell(table: Table, column: number): Cell {
  return { file: table.file, line: table.headerLine, column: column + 1 };
}
