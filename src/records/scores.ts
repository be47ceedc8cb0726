import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { findColumn, nearestTitle, plainTitle } from "./header.ts";
import { fieldAt, type Row, type Table, textAt } from "./table.ts";

/** The columns that belong to one assignment of an export. */
export interface AssignmentColumns {
  readonly title: string;
  readonly score: number;
  readonly maximum: number | undefined;
  readonly submitted: number | undefined;
  readonly lateness: number | undefined;
}

export interface ScoreRow {
  readonly row: Row;
  readonly sid: Field<string>;
  readonly email: string;
  readonly name: string;
}

/** A score export: who, and which columns hold which assignment; cells are read once a component claims them. */
export interface ScoreSheet {
  readonly kind: string;
  readonly table: Table;
  readonly assignments: readonly AssignmentColumns[];
  readonly rows: readonly ScoreRow[];
}

const SID = ["SID", "Student ID"];
const EMAIL = ["Email", "E-mail", "Email Address"];
const NAMES = ["Name", "Names", "First Name", "Last Name"];
const NOT_ASSIGNMENTS = [
  ...SID,
  ...EMAIL,
  ...NAMES,
  "Sections",
  "section_name",
  "Section",
  "Track",
  "Basis",
  "Role",
];

const MAXIMUM = " - Max Points";
const SUBMITTED = " - Submission Time";
const LATENESS = " - Lateness (H:M:S)";

/** Reads a Gradescope course export in any of its header shapes, or a plain table `sid,hw1,...`. */
export function readScores(table: Table, report: Report): ScoreSheet | undefined {
  const sid = findColumn(table, SID, report);
  if (sid === undefined) {
    report(
      problem(
        "scores-unknown",
        { looked: "column SID", nearest: nearestTitle(table, SID) },
        { file: table.file, line: table.headerLine },
      ),
    );
    return undefined;
  }
  const email = findColumn(table, EMAIL, report);
  const name = findColumn(table, ["Name", "Names"], report);
  const first = findColumn(table, ["First Name"], report);
  const last = findColumn(table, ["Last Name"], report);
  const text = (row: Row, column: number | undefined) => (column === undefined ? "" : textAt(row, column));
  const gradescope = table.header.some((title) => title.endsWith(MAXIMUM));
  return {
    kind: gradescope ? "Gradescope course export" : "plain score table",
    table,
    assignments: gradescope ? gradescopeAssignments(table) : plainAssignments(table),
    rows: table.rows.map((row) => ({
      row,
      sid: fieldAt(table, row, sid),
      email: text(row, email),
      name: text(row, name) || `${text(row, first)} ${text(row, last)}`.trim(),
    })),
  };
}

/** In Gradescope's export an assignment exists when its maximum does. */
function gradescopeAssignments(table: Table): readonly AssignmentColumns[] {
  const columns = columnsByTitle(table);
  return table.header.flatMap((header) => {
    if (!header.endsWith(MAXIMUM)) return [];
    const title = header.slice(0, -MAXIMUM.length);
    const score = columns.get(title);
    if (score === undefined) return [];
    return [
      {
        title,
        score,
        maximum: columns.get(header),
        submitted: columns.get(title + SUBMITTED),
        lateness: columns.get(title + LATENESS),
      },
    ];
  });
}

function plainAssignments(table: Table): readonly AssignmentColumns[] {
  const others = new Set(NOT_ASSIGNMENTS.map(plainTitle));
  return table.header.flatMap((title, score) =>
    title === "" || others.has(plainTitle(title))
      ? []
      : [{ title, score, maximum: undefined, submitted: undefined, lateness: undefined }],
  );
}

function columnsByTitle(table: Table): ReadonlyMap<string, number> {
  return new Map(table.header.map((title, column) => [title, column]));
}
