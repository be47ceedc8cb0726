import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { findColumn, nearestTitle } from "./header.ts";
import { fieldAt, type Row, type Table } from "./table.ts";

/** One row of a roster as it stands there; undefined where the roster has no such column. */
export interface RosterRow {
  readonly sid: Field<string>;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly track: Field<string> | undefined;
  readonly course: Field<string> | undefined;
  readonly sections: Field<string> | undefined;
  readonly basis: Field<string> | undefined;
  readonly terms: Field<string> | undefined;
}

export interface RosterSheet {
  /** What kind of export it is, in words. */
  readonly kind: string;
  readonly file: string;
  readonly rows: readonly RosterRow[];
}

const SID = ["SID", "Student ID"];
const NAME = ["Name", "Names"];

/** Reads any roster by its column titles: CalCentral's, with `Course` or `Sections` or neither, or a plain table. */
export function readRoster(table: Table, report: Report): RosterSheet | undefined {
  const column = (...titles: readonly string[]) => findColumn(table, titles, report);
  const sid = column(...SID);
  if (sid === undefined) {
    report(
      problem(
        "roster-unknown",
        { looked: "column SID or Student ID", nearest: nearestTitle(table, SID) },
        { file: table.file, line: table.headerLine },
      ),
    );
    return undefined;
  }
  const columns = {
    sid,
    name: column(...NAME),
    first: column("First Name"),
    last: column("Last Name"),
    email: column("Email", "E-mail", "Email Address"),
    role: column("Role", "Status"),
    track: column("Track"),
    course: column("Course"),
    sections: column("Sections"),
    basis: column("Grading Basis", "Basis"),
    terms: column("Terms in Attendance"),
  };
  const rows = table.rows.map((row) => rosterRow(table, row, columns));
  return { kind: kindOf(table, columns), file: table.file, rows };
}

interface Columns {
  readonly sid: number;
  readonly name: number | undefined;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly email: number | undefined;
  readonly role: number | undefined;
  readonly track: number | undefined;
  readonly course: number | undefined;
  readonly sections: number | undefined;
  readonly basis: number | undefined;
  readonly terms: number | undefined;
}

function rosterRow(table: Table, row: Row, columns: Columns): RosterRow {
  const field = (column: number | undefined) =>
    column === undefined ? undefined : fieldAt(table, row, column);
  const text = (column: number | undefined) => field(column)?.value ?? "";
  const split = [text(columns.first), text(columns.last)].filter((part) => part !== "").join(" ");
  return {
    sid: fieldAt(table, row, columns.sid),
    name: columns.name === undefined ? split : text(columns.name),
    email: text(columns.email),
    role: text(columns.role),
    track: field(columns.track),
    course: field(columns.course),
    sections: field(columns.sections),
    basis: field(columns.basis),
    terms: field(columns.terms),
  };
}

function kindOf(table: Table, columns: Columns): string {
  const calcentral = columns.terms !== undefined && table.header.includes("User ID");
  if (!calcentral) return "plain roster";
  if (columns.sections !== undefined) return "CalCentral class roster (2016-2018 layout)";
  return columns.course === undefined ? "CalCentral class roster" : "CalCentral class roster, cross-listed";
}
