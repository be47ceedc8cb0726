import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { type Format, hasAll, hasAny } from "../format.ts";
import { findColumn } from "../header.ts";
import { SID } from "../people.ts";
import { PLAIN_CELLS, type ScoreFile, type ScoreSheet } from "../score-file.ts";
import { cellAt, type Row, type Table, textAt } from "../table.ts";
import { scoreRows } from "./rows.ts";

/** A long table: one row for each student and assignment. */
export const tidy: Format<ScoreFile> = {
  name: "table with a row per score",
  recognises: (titles) => hasAll(titles, "assignment", "score") && hasAny(titles, "sid", "student id"),
  read: readTidy,
};

function readTidy(table: Table, report: Report): ScoreFile | undefined {
  const column = (...titles: readonly string[]) => findColumn(table, titles, report);
  const [sid, assignment, score] = [column(...SID), column("assignment"), column("score")];
  if (sid === undefined || assignment === undefined || score === undefined) return undefined;
  const columns = {
    score,
    maximum: column("max_points", "Max Points"),
    submitted: column("submitted", "Submission Time"),
    lateness: column("lateness", "Lateness (H:M:S)"),
  };
  const sheets = [...byAssignment(table, assignment, report)].map(([title, rows]): ScoreSheet => {
    const [first] = rows;
    const titleCell = cellAt(table, first, assignment);
    return {
      table,
      assignments: [{ title, titleCell, ...columns }],
      rows: scoreRows(table, rows, sid, report),
      maxima: undefined,
      style: PLAIN_CELLS,
    };
  });
  return { kind: tidy.name, table, sheets, skipped: [], ownColumns: [] };
}

function byAssignment(
  table: Table,
  assignment: number,
  report: Report,
): ReadonlyMap<string, readonly [Row, ...Row[]]> {
  const found = new Map<string, [Row, ...Row[]]>();
  for (const row of table.rows) {
    const title = textAt(row, assignment);
    const own = found.get(title);
    if (title === "") report(problem("assignment-blank", {}, cellAt(table, row, assignment)));
    else if (own === undefined) found.set(title, [row]);
    else own.push(row);
  }
  return found;
}
