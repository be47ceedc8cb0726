import type { ReportCell, Table } from "../reports/table.ts";

/** A report as CSV text with `\n` line ends; text that a spreadsheet would run as a formula gets an apostrophe. */
export function csvText({ header, rows }: Table): string {
  const lines = rows.map((row) => row.map((cell) => quoted(cellText(cell))).join(","));
  return [header.map(quoted).join(","), ...lines, ""].join("\n");
}

function cellText({ value, text }: ReportCell): string {
  return text && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** A cell in quotes where a comma, a quote or a line end would otherwise end it. */
function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
