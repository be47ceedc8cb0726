import type { ComponentId } from "../policy/parameters.ts";
import type { SlipDayRow, SlipDayStudent } from "./slip-day-ledger.ts";

export const ONLY = ["rejected", "late", "gain", "near-deadline"] as const;
export type Only = (typeof ONLY)[number];

/** What is to be shown; undefined where nothing is left out. */
export interface SlipDayFilter {
  /** SID keys. */
  readonly students: ReadonlySet<string> | undefined;
  readonly assignment: ComponentId | undefined;
  readonly only: Only | undefined;
}

const PASSES: Readonly<Record<Only, (row: SlipDayRow, student: SlipDayStudent) => boolean>> = {
  rejected: ({ entry }) => entry.outcome === "rejected-late",
  late: ({ daysLate }) => daysLate > 0,
  gain: (_, { gain }) => gain !== undefined,
  "near-deadline": ({ near }) => near !== undefined,
};

/** The students and homeworks that pass; a student of whom nothing passes is left out. */
export function filtered(
  students: readonly SlipDayStudent[],
  { students: keys, assignment, only }: SlipDayFilter,
): readonly SlipDayStudent[] {
  return withRows(
    students.filter(({ key }) => keys?.has(key) ?? true),
    (row, student) =>
      (assignment === undefined || row.id === assignment) &&
      (only === undefined || PASSES[only](row, student)),
  );
}

/** Without a question only what cost something or was arranged is worth reading: late homework and extensions. */
export function notable(students: readonly SlipDayStudent[]): readonly SlipDayStudent[] {
  return withRows(students, ({ daysLate, extension }) => daysLate > 0 || extension !== undefined);
}

function withRows(
  students: readonly SlipDayStudent[],
  keep: (row: SlipDayRow, student: SlipDayStudent) => boolean,
): readonly SlipDayStudent[] {
  return students.flatMap((student) => {
    const rows = student.rows.filter((row) => keep(row, student));
    return rows.length === 0 ? [] : [{ ...student, rows }];
  });
}
