import type { Field } from "../../derivation/cell.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { parseDecimal } from "../../exact/decimal.ts";
import type { Rational } from "../../exact/rational.ts";
import type { DecisionRow } from "../../records/decisions.ts";
import type { Policy, TrackId } from "../parameters.ts";

/** Columns with which `curve --freeze` says how the cut-offs of a track were found; the same on every row of it. */
export const ORIGIN_COLUMNS = ["method", "students", "gpa", "provisional"] as const;
export type OriginColumn = (typeof ORIGIN_COLUMNS)[number];
export type OriginFields = DecisionRow<OriginColumn>;

/** How frozen cut-offs were found, as their file says. */
export interface FrozenOrigin {
  readonly file: string;
  /** `guideline`, `shares`, `shift`, `fixed`, or `same-as` and a track. */
  readonly method: string;
  /** Students that they were fitted on, and the GPA of these. */
  readonly students: number | undefined;
  readonly gpa: Rational | undefined;
  /** Whether somebody was undecided then who could have moved them. */
  readonly provisional: boolean;
}

const FORMS: Readonly<Record<OriginColumn, RegExp>> = {
  method: /^(guideline|shares|shift|fixed|same-as \S+)?$/,
  students: /^\d{0,9}$/,
  gpa: /^(\d+(\.\d+)?)?$/,
  provisional: /^(yes|no)?$/,
};

/** Reads what the rows of a track say of its cut-offs; undefined where they say nothing. */
export function readOrigin(
  rows: readonly OriginFields[],
  track: TrackId,
  policy: Policy,
  report: Report,
): FrozenOrigin | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  for (const column of ORIGIN_COLUMNS) {
    const { value: text, cell } = first[column];
    if (!isForm(column, text, policy)) report(problem("cutoff-origin", { column, track, text }, cell));
    const other = rows.find((row) => row[column].value !== text)?.[column];
    if (other !== undefined)
      report(problem("cutoff-origin", { column, track, text: other.value, other: text }, other.cell));
  }
  const { method, students, gpa, provisional } = first;
  if (method.value === "") return undefined;
  return {
    file: method.cell.file,
    method: method.value,
    students: students.value === "" ? undefined : wholeNumber(students),
    gpa: parseDecimal(gpa.value),
    provisional: provisional.value === "yes",
  };
}

function isForm(column: OriginColumn, text: string, policy: Policy): boolean {
  if (!FORMS[column].test(text)) return false;
  if (column !== "method" || !text.startsWith("same-as ")) return true;
  return policy.tracks.some(({ id }) => text === `same-as ${id}`);
}

function wholeNumber({ value }: Field<string>): number {
  return Number(value);
}
