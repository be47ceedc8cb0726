import type { Report } from "../../diagnostics/diagnostic.ts";
import { type Format, hasAll } from "../format.ts";
import { findColumn } from "../header.ts";
import { SID } from "../people.ts";
import { type AssignmentColumns, PLAIN_CELLS, type ScoreFile } from "../score-file.ts";
import { headerCell, type Table } from "../table.ts";
import { titlesOfFile } from "./file-title.ts";
import { scoreRows } from "./rows.ts";

/** `2.1: Gradients (0.5 pts)` and `3 (1 pt)`: the score of one question. */
const QUESTION = /^\d[\d.]*(?::.*)?\s\([-\d.]+ pts?\)$/i;

/** Gradescope, Download Grades of one assignment; what it is called stands in the file's name alone. */
export const gradescopeAssignment: Format<ScoreFile> = {
  name: "Gradescope scores of one assignment",
  recognises: (titles) => hasAll(titles, "total score", "status"),
  read: readAssignment,
};

function readAssignment(table: Table, report: Report): ScoreFile | undefined {
  const column = (title: string) => findColumn(table, [title], report);
  const [sid, score] = [findColumn(table, SID, report), column("Total Score")];
  if (sid === undefined || score === undefined) return undefined;
  const status = column("Status");
  const [title = "", ...otherTitles] = titlesOfFile(table.file);
  const assignment: AssignmentColumns = {
    title,
    titleCell: headerCell(table, score),
    otherTitles,
    score,
    maximum: column("Max Points"),
    submitted: column("Submission Time"),
    lateness: column("Lateness (H:M:S)"),
    status,
  };
  const questions = table.header.filter((header) => QUESTION.test(header));
  return {
    kind: gradescopeAssignment.name,
    table,
    sheets: [
      {
        table,
        assignments: [assignment],
        rows: scoreRows(table, table.rows, sid, report),
        maxima: undefined,
        style: PLAIN_CELLS,
      },
    ],
    skipped: [],
    ownColumns: questions.length === 0 ? [] : [{ what: "question", titles: questions }],
  };
}
