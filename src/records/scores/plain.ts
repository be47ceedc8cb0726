import type { Report } from "../../diagnostics/diagnostic.ts";
import { type Format, hasAny } from "../format.ts";
import { findColumn, plainTitle } from "../header.ts";
import { EMAIL, FIRST_NAME, LAST_NAME, NAME, SID } from "../people.ts";
import { type AssignmentColumns, PLAIN_CELLS, type ScoreFile } from "../score-file.ts";
import { headerCell, type Table } from "../table.ts";
import { scoreRows } from "./rows.ts";

/** Columns of a plain table that say something of the student and hold no score. */
const OF_PEOPLE = new Set(
  [
    ...SID,
    ...EMAIL,
    ...NAME,
    ...FIRST_NAME,
    ...LAST_NAME,
    "Sections",
    "section_name",
    "Section",
    "Track",
    "Basis",
    "Grading Basis",
    "Role",
  ].map(plainTitle),
);

/** A table `sid,hw1,hw2,...`: whatever is not about the student is an assignment. */
export const plainScores: Format<ScoreFile> = {
  name: "plain score table",
  recognises: (titles) =>
    hasAny(titles, "sid", "student id") && [...titles].some((title) => title !== "" && !OF_PEOPLE.has(title)),
  read: readPlain,
};

function readPlain(table: Table, report: Report): ScoreFile | undefined {
  const sid = findColumn(table, SID, report);
  if (sid === undefined) return undefined;
  const rows = scoreRows(table, table.rows, sid, report);
  return {
    kind: plainScores.name,
    table,
    sheets: [{ table, assignments: assignmentsOf(table), rows, maxima: undefined, style: PLAIN_CELLS }],
    skipped: [],
    ownColumns: [],
  };
}

function assignmentsOf(table: Table): readonly AssignmentColumns[] {
  return table.header.flatMap((title, score): readonly AssignmentColumns[] =>
    title === "" || OF_PEOPLE.has(plainTitle(title))
      ? []
      : [
          {
            title,
            titleCell: headerCell(table, score),
            score,
            maximum: undefined,
            submitted: undefined,
            lateness: undefined,
          },
        ],
  );
}
