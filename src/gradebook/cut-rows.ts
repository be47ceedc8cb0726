import type { Report } from "../diagnostics/diagnostic.ts";
import { type ComponentId, type Policy, trackOf } from "../policy/parameters.ts";
import type { AssignmentColumns, ScoreRow, ScoreSheet } from "../records/score-file.ts";
import { reportShortRows, textAt } from "../records/table.ts";
import type { Enrolled } from "./enroll.ts";
import type { Joined } from "./join.ts";
import type { Matches } from "./match-components.ts";

/**
 * Reports rows that end before the header does. What counts for the student must be there: a score that was cut off
 * would be a zero, a lateness that was cut off a homework in time.
 */
export function reportCutRows(
  joined: Joined,
  matches: Matches,
  students: ReadonlyMap<string, Enrolled>,
  policy: Policy,
  report: Report,
): void {
  for (const [sheet, rows] of joined.rows) {
    const matched = columnsIn(sheet, matches);
    for (const [key, { row }] of rows) {
      if (row.cells.length >= sheet.table.header.length) continue;
      if (matched.some(([, columns]) => endsEarly(columns, row))) continue;
      const track = students.get(key)?.track;
      const weights = track === undefined ? undefined : trackOf(policy, track).weights;
      const needed = matched.flatMap(([id, columns]) => (weights?.has(id) ? placesOf(columns) : []));
      reportShortRows(sheet.table, [row], report, needed);
    }
  }
}

function columnsIn(sheet: ScoreSheet, { byComponent }: Matches) {
  return [...byComponent].flatMap(([id, columns]): readonly (readonly [ComponentId, AssignmentColumns])[] =>
    columns.flatMap((own) => (own.sheet === sheet ? [[id, own.columns] as const] : [])),
  );
}

function placesOf({ score, maximum, submitted, lateness, status }: AssignmentColumns): readonly number[] {
  return [score, maximum, submitted, lateness, status].flatMap((column) => column ?? []);
}

/** Gradescope ends the row of missing work early and means it. */
function endsEarly({ status }: AssignmentColumns, row: ScoreRow["row"]): boolean {
  return status !== undefined && /^missing$/i.test(textAt(row, status));
}
