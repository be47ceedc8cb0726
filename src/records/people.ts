import type { Report } from "../diagnostics/diagnostic.ts";
import { findColumn } from "./header.ts";
import { type Row, type Table, textAt } from "./table.ts";

/** Titles of the columns that say who a row is of. */
export const SID = ["SID", "Student ID"];
export const EMAIL = ["Email", "E-mail", "Email Address"];
export const NAME = ["Name", "Names"];
export const FIRST_NAME = ["First Name"];
export const LAST_NAME = ["Last Name"];

/** Reads the name of a row, from one column or from two; blank where there is none. */
export function nameReader(table: Table, report: Report): (row: Row) => string {
  const name = findColumn(table, NAME, report);
  const first = findColumn(table, FIRST_NAME, report);
  const last = findColumn(table, LAST_NAME, report);
  const text = (row: Row, column: number | undefined) => (column === undefined ? "" : textAt(row, column));
  return (row) => text(row, name) || `${text(row, first)} ${text(row, last)}`.trim();
}

/** Reads the e-mail address of a row; blank where there is none. */
export function emailReader(table: Table, report: Report): (row: Row) => string {
  const email = findColumn(table, EMAIL, report);
  return email === undefined ? () => "" : (row) => textAt(row, email);
}
