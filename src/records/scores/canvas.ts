import type { Report } from "../../diagnostics/diagnostic.ts";
import { type Format, hasAll, hasAny } from "../format.ts";
import { findColumn } from "../header.ts";
import type { AssignmentColumns, ScoreFile, ScoreRow } from "../score-file.ts";
import { fieldAt, headerCell, type Row, type Table, textAt } from "../table.ts";
import { usesDecimalComma } from "./decimal-comma.ts";

const STUDENT = ["Student", "LastName,FirstName", "LastName, FirstName"];
const WITH_ID = /^(.*)\s\(\d+\)$/;
const READ_ONLY = /^\(read only\)$/i;
const POSTING = /^(?:manual posting.*|muted)?$/i;
const TEST_STUDENT = /^(?:student, test|test student)$/i;

/** Canvas (bCourses), Export of the gradebook: maxima in a row of their own, an id behind each assignment's title. */
export const canvas: Format<ScoreFile> = {
  name: "Canvas gradebook",
  recognises: (titles) =>
    hasAll(titles, "id", "section") && hasAny(titles, "student", "lastname,firstname", "lastname, firstname"),
  key: "SIS User ID",
  read: readCanvas,
};

function readCanvas(table: Table, report: Report): ScoreFile | undefined {
  const sid = findColumn(table, ["SIS User ID"], report);
  const login = findColumn(table, ["SIS Login ID"], report);
  const student = findColumn(table, STUDENT, report) ?? 0;
  if (sid === undefined) return undefined;
  const isPoints = (row: Row) => /^points possible$/i.test(textAt(row, student));
  const maxima = table.rows.find(isPoints);
  const rows = table.rows.filter((row) => !isPoints(row) && !row.cells.every((cell) => POSTING.test(cell)));
  const isTest = (row: Row) => textAt(row, sid) === "" && TEST_STUDENT.test(textAt(row, student));
  const people = rows.filter((row) => !isTest(row));
  const assignments = assignmentsOf(table, maxima);
  const readOnly = table.header.filter((_, column) => isReadOnly(maxima, column));
  const numbers = [...people, ...(maxima === undefined ? [] : [maxima])];
  const decimalComma = usesDecimalComma(
    table,
    numbers,
    assignments.map(({ score }) => score),
  );
  return {
    kind: `${canvas.name}${decimalComma ? ", decimal comma" : ""}`,
    table,
    sheets: [
      {
        table,
        assignments,
        rows: people.map((row) => personOf(table, row, student, sid, login)),
        maxima,
        style: { decimalComma, marks: true },
      },
    ],
    skipped: rows.filter(isTest).map((row) => ({
      cell: fieldAt(table, row, student).cell,
      name: textAt(row, student),
      why: "test student",
    })),
    ownColumns: readOnly.length === 0 ? [] : [{ what: "read-only", titles: readOnly }],
  };
}

/** A registered student's SIS User ID is the SID; the login is an address at some schools, a number at Berkeley. */
function personOf(table: Table, row: Row, student: number, sid: number, login: number | undefined): ScoreRow {
  const own = fieldAt(table, row, sid);
  const address = login === undefined ? "" : textAt(row, login);
  return {
    row,
    sid: { ...own, value: unquoted(own.value) },
    email: address.includes("@") ? address : "",
    name: unquoted(textAt(row, student)),
  };
}

/** `="=Evil, Name"`: Canvas guards a cell against being taken for a formula. */
function unquoted(text: string): string {
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text;
}

/** Assignments end in their id; what is read only is a total or a note. */
function assignmentsOf(table: Table, maxima: Row | undefined): readonly AssignmentColumns[] {
  return table.header.flatMap((header, score): readonly AssignmentColumns[] => {
    const title = WITH_ID.exec(header)?.[1];
    if (title === undefined || isReadOnly(maxima, score)) return [];
    const titleCell = headerCell(table, score);
    const maximum = maxima === undefined ? undefined : score;
    return [{ title, titleCell, score, maximum, submitted: undefined, lateness: undefined }];
  });
}

function isReadOnly(maxima: Row | undefined, column: number): boolean {
  return maxima !== undefined && READ_ONLY.test(textAt(maxima, column));
}
