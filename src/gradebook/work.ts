import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { parseDecimal } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import type { CellStyle, ScoreRow } from "../records/score-file.ts";
import { cellAt, fieldAt, textAt } from "../records/table.ts";
import { parseDuration, parseTime } from "../time/parse.ts";
import type { Instant, Zone } from "../time/zone.ts";
import type { Excuse, HandIn } from "./gradebook.ts";
import type { MatchedColumn } from "./match-components.ts";

/** One column's part of a component, for one student. */
export interface Part {
  readonly column: MatchedColumn;
  readonly cell: Field<string>;
  readonly score: Field<Rational> | undefined;
  readonly handIn: HandIn;
  /** Whether the export itself says that the work waits for its score. */
  readonly isWaiting: boolean;
  /** A word in the place of a score. */
  readonly excuse: Excuse | undefined;
}

/** Reads one student's cells of one column; what cannot be read is reported and counts as blank. */
export function readPart(
  column: MatchedColumn,
  row: ScoreRow,
  what: string,
  sid: string,
  at: Zone,
  report: Report,
): Part {
  const { table, style } = column.sheet;
  const { score, submitted, lateness, status } = column.columns;
  const cell = fieldAt(table, row.row, score);
  const named = { what, sid };
  const excuse = excuseIn(cell.value, style);
  const isBlank = excuse !== undefined || (style.marks && cell.value === "-");
  const read = isBlank ? undefined : readScore(cell, style, named, report);
  const isWaiting = status !== undefined && isUngraded(fieldAt(table, row.row, status), cell, named, report);
  return {
    column,
    cell,
    score: isWaiting ? undefined : read,
    isWaiting,
    excuse,
    handIn: {
      submitted:
        submitted === undefined ? undefined : readTime(fieldAt(table, row.row, submitted), named, at, report),
      lateness:
        lateness === undefined ? undefined : readLateness(fieldAt(table, row.row, lateness), named, report),
    },
  };
}

interface Named {
  readonly what: string;
  readonly sid: string;
}

function readScore(
  { value: text, cell }: Field<string>,
  style: CellStyle,
  named: Named,
  report: Report,
): Field<Rational> | undefined {
  if (text === "") return undefined;
  const value = numberIn(text, style);
  if (value !== undefined) return { value, cell };
  report(problem("score-not-a-number", { ...named, text }, cell));
  return undefined;
}

/** What Gradescope says of a submission: the points of work that is not fully graded are not its score yet. */
function isUngraded(
  { value: status, cell }: Field<string>,
  score: Field<string>,
  named: Named,
  report: Report,
): boolean {
  const word = status.toLowerCase();
  const facts = { ...named, status, text: score.value };
  if (word === "ungraded") {
    if (score.value !== "") report(problem("score-partial", facts, score.cell));
    return true;
  }
  if ((word === "graded" && score.value === "") || (word === "missing" && score.value !== ""))
    report(problem("status-contradicts", facts, cell));
  else if (!["graded", "missing", ""].includes(word)) report(problem("status-unknown", facts, cell));
  return false;
}

/** `EX` or `Excused` in any export; `N/A` where Canvas writes it for work that was not assigned. */
function excuseIn(text: string, { marks }: CellStyle): Excuse | undefined {
  if (text.length > "excused".length || text === "") return undefined;
  if (/^(?:ex|excused)$/i.test(text)) return "excused";
  return marks && /^n\/a$/i.test(text) ? "not assigned" : undefined;
}

function numberIn(text: string, { decimalComma }: CellStyle): Rational | undefined {
  return parseDecimal(decimalComma ? text.replace(",", ".") : text);
}

function readTime(
  { value: text, cell }: Field<string>,
  named: Named,
  at: Zone,
  report: Report,
): Field<Instant> | undefined {
  if (text === "") return undefined;
  const parsed = parseTime(text, at);
  if (parsed.kind === "instant") return { value: parsed.instant, cell };
  report(problem(`time-${parsed.kind}`, { ...named, text }, cell));
  return undefined;
}

function readLateness(
  { value: text, cell }: Field<string>,
  named: Named,
  report: Report,
): Field<number> | undefined {
  if (text === "") return undefined;
  const value = parseDuration(text);
  if (value !== undefined) return { value, cell };
  report(problem("lateness-unreadable", { ...named, text }, cell));
  return undefined;
}

/** Whether anything was handed in: a time, or lateness above zero. */
export function isHandedIn({ submitted, lateness }: HandIn): boolean {
  return submitted !== undefined || (lateness !== undefined && lateness.value > 0);
}

/** The maximum of a column, the same on every row; its cell is the student's own row where that has it. */
export interface ColumnMaximum {
  readonly value: Rational;
  readonly line: number;
}

export function readMaximum(column: MatchedColumn, what: string, report: Report): ColumnMaximum | undefined {
  const { table, rows, maxima, style } = column.sheet;
  const index = column.columns.maximum;
  if (index === undefined) return undefined;
  const withMaximum = maxima === undefined ? rows.map(({ row }) => row) : [maxima];
  let first: { readonly text: string; readonly value: Rational; readonly line: number } | undefined;
  for (const row of withMaximum) {
    const { value: text, cell } = fieldAt(table, row, index);
    if (text === "" || text === first?.text) continue;
    const value = numberIn(text, style);
    if (value === undefined || !(value.numerator > 0))
      report(problem("maximum-not-a-number", { what, text }, cell));
    else if (first === undefined) first = { text, value, line: row.line };
    else if (value.numerator !== first.value.numerator || value.denominator !== first.value.denominator)
      report(problem("maximum-differs", { what, first: first.text, line: first.line, second: text }, cell));
  }
  return first && { value: first.value, line: first.line };
}

/** The maximum as a field of the student's own row; of the first row that has one where that is blank. */
export function maximumField(column: MatchedColumn, maximum: ColumnMaximum, row: ScoreRow): Field<Rational> {
  const { table, maxima } = column.sheet;
  const index = column.columns.maximum ?? 0;
  const own = cellAt(table, row.row, index);
  const isOwn = maxima === undefined && textAt(row.row, index) !== "";
  const cell = isOwn ? own : { ...own, line: maximum.line };
  return { value: maximum.value, cell };
}
