import { stringify } from "csv-stringify/sync";
import type { ReportCell, Table } from "../reports/table.ts";

/** A report as CSV text with `\n` line ends; text that a spreadsheet would run as a formula gets an apostrophe. */
export function csvText(table: Table): string {
  return stringify([[...table.header], ...table.rows.map((row) => row.map(cellText))], {
    record_delimiter: "\n",
  });
}

function cellText({ value, text }: ReportCell): string {
  return text && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
