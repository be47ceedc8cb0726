import type { Report } from "../../diagnostics/diagnostic.ts";
import { emailReader, nameReader } from "../people.ts";
import type { ScoreRow } from "../score-file.ts";
import { fieldAt, type Row, type Table } from "../table.ts";

/** Who each row is of, by the SID column and those of name and e-mail address. */
export function scoreRows(
  table: Table,
  rows: readonly Row[],
  sid: number,
  report: Report,
): readonly ScoreRow[] {
  const name = nameReader(table, report);
  const email = emailReader(table, report);
  return rows.map((row) => ({ row, sid: fieldAt(table, row, sid), email: email(row), name: name(row) }));
}
