import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Format } from "../format.ts";
import { findColumn } from "../header.ts";
import { SID } from "../people.ts";
import { type AssignmentColumns, PLAIN_CELLS, type RepeatedTitle, type ScoreFile } from "../score-file.ts";
import { headerCell, type Table } from "../table.ts";
import { scoreRows } from "./rows.ts";

const MAXIMUM = " - Max Points";
const SUBMITTED = " - Submission Time";
const LATENESS = " - Lateness (H:M:S)";

/** Gradescope, Download Grades of a course: one row a student, up to four columns an assignment. */
export const gradescopeCourse: Format<ScoreFile> = {
  name: "Gradescope course export",
  recognises: (titles) => [...titles].some((title) => title.endsWith(MAXIMUM.toLowerCase())),
  read: readCourse,
};

function readCourse(table: Table, report: Report): ScoreFile | undefined {
  const sid = findColumn(table, SID, report);
  if (sid === undefined) return undefined;
  const assignments = assignmentsOf(table);
  const rows = scoreRows(table, table.rows, sid, report);
  return {
    kind: `${gradescopeCourse.name}${widthText(assignments)}`,
    table,
    sheets: [{ table, assignments, rows, maxima: undefined, style: PLAIN_CELLS }],
    skipped: [],
    ownColumns: [],
  };
}

/** An assignment exists when its maximum does; only the known ending is cut off, a title may hold " - " itself. */
function assignmentsOf(table: Table): readonly AssignmentColumns[] {
  const columns = new Map<string, number>();
  const repeated = new Map<string, RepeatedTitle>();
  for (const [column, title] of table.header.entries()) {
    const first = columns.get(title);
    if (first === undefined) columns.set(title, column);
    else repeated.set(title, { title, first, second: column });
  }
  return table.header.flatMap((header, column): readonly AssignmentColumns[] => {
    if (!header.endsWith(MAXIMUM) || columns.get(header) !== column) return [];
    const title = header.slice(0, -MAXIMUM.length);
    const score = columns.get(title);
    if (score === undefined) return [];
    const own = [title, header, title + SUBMITTED, title + LATENESS];
    return [
      {
        title,
        titleCell: headerCell(table, score),
        score,
        maximum: columns.get(header),
        submitted: columns.get(title + SUBMITTED),
        lateness: columns.get(title + LATENESS),
        repeated: own.flatMap((each) => repeated.get(each) ?? [])[0],
      },
    ];
  });
}

function widthText(assignments: readonly AssignmentColumns[]): string {
  const widths = new Set(
    assignments.map(
      ({ submitted, lateness }) => 2 + (submitted === undefined ? 0 : 1) + (lateness === undefined ? 0 : 1),
    ),
  );
  const [width, other] = widths;
  return width === undefined || other !== undefined ? "" : `, ${width} columns per assignment`;
}
