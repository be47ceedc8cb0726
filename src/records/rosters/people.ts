import type { Report } from "../../diagnostics/diagnostic.ts";
import { findColumn } from "../header.ts";
import { emailReader, nameReader, SID } from "../people.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { fieldAt, type Row, reportShortRows, type Table, textAt } from "../table.ts";

/** Where a kind of roster keeps what is not under the usual titles. */
export interface RosterTitles {
  readonly sid?: readonly string[];
  /** What a row is, by the cell of a column; blank for a student. */
  readonly role?: { readonly titles: readonly string[]; readonly read: (text: string) => string };
}

const ROLE = { titles: ["Role", "Status"], read: (text: string) => text };

/** Reads a roster by its column titles; sections may stand in as many columns as they like. */
export function readPeople(
  table: Table,
  kind: string,
  { sid: sidTitles = SID, role = ROLE }: RosterTitles,
  report: Report,
): RosterSheet | undefined {
  const column = (...titles: readonly string[]) => findColumn(table, titles, report);
  const sid = column(...sidTitles);
  if (sid === undefined) return undefined;
  const name = nameReader(table, report);
  const email = emailReader(table, report);
  const uid = column("User ID", "UID");
  const roles = column(...role.titles);
  const track = column("Track");
  const course = column("Course");
  const sections = column("Sections", "Section", "section_name");
  const basis = column("Grading Basis", "Basis");
  const terms = column("Terms in Attendance");
  const needed = [sid, roles, track, course, sections, basis, terms].flatMap((index) => index ?? []);
  reportShortRows(table, table.rows, report, needed);
  const field = (row: Row, index: number | undefined) =>
    index === undefined ? undefined : fieldAt(table, row, index);
  return {
    kind,
    file: table.file,
    headerLine: table.headerLine,
    rows: table.rows.map((row) => ({
      sid: fieldAt(table, row, sid),
      name: name(row),
      email: email(row),
      uid: uid === undefined ? "" : textAt(row, uid),
      role: roles === undefined ? "" : role.read(textAt(row, roles)),
      track: field(row, track),
      course: field(row, course),
      sections: field(row, sections),
      basis: field(row, basis),
      terms: field(row, terms),
    })),
  };
}
