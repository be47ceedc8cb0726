import type { PlacedRow } from "../../../gradebook/gradebook.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import { meetingLines } from "../../populations.ts";
import { type Child, fromFile } from "../markup.ts";
import { paragraph, type Section } from "../section.ts";
import { column, dataTable } from "../table.ts";
import { PERSON, personCells } from "./people.ts";

const LISTED = 50;

/** How roster and score files fit together: everybody and every row that met nobody. */
export function reconciliationSection({ summary, fileName }: ClassReport): Section {
  const { reconciliation } = summary;
  const { withoutScores, offRoster, byEmail, ignored, components } = reconciliation;
  const lines = meetingLines(reconciliation).join(" ");
  const row = ({ cell, sid, name, email }: PlacedRow): readonly Child[] => [
    fromFile(`${fileName(cell.file)}:${cell.line}`),
    fromFile(sid),
    fromFile(name),
    fromFile(email),
  ];
  const ROW = ["row", "SID", "name", "e-mail"].map(column);
  return {
    id: "reconciliation",
    title: "Roster and score files",
    body: [
      paragraph(
        lines === "" ? "Every student has scores, and every score row met its student by SID." : lines,
      ),
      listed("Students in no score file", PERSON, withoutScores, personCells),
      listed("Score rows of nobody on the roster", [...ROW, column("nearest student")], offRoster, (own) => [
        ...row(own),
        own.nearest === undefined ? "nobody" : fromFile(`${own.nearest.sid} ${own.nearest.name}`),
      ]),
      listed("Rows joined by e-mail", [...ROW, column("joined to")], byEmail, (own) => [
        ...row(own),
        fromFile(`${own.student.sid} ${own.student.name}`),
      ]),
      dataTable(
        "What each component was read from",
        [column("component"), column("columns")],
        components.map(({ title, columns }) => [
          title,
          columns.map(({ file, title: own }, index) => [
            index === 0 ? "" : ", ",
            fromFile(`${own} (${fileName(file)})`),
          ]),
        ]),
      ),
      ignored.length > 0 &&
        paragraph(
          "Columns that are no component: ",
          ignored.map(({ title }, index) => [index === 0 ? "" : ", ", fromFile(title)]),
          ".",
        ),
    ],
  };
}

/** The first of a list; a longer one is another class's file, and its end says nothing new. */
function listed<T>(
  caption: string,
  columns: readonly ReturnType<typeof column>[],
  rows: readonly T[],
  cells: (row: T) => readonly Child[],
): Child {
  if (rows.length === 0) return undefined;
  return [
    dataTable(`${caption} (${rows.length})`, columns, rows.slice(0, LISTED).map(cells)),
    rows.length > LISTED && paragraph(`And ${rows.length - LISTED} more.`),
  ];
}
