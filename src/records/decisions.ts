import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { findColumn } from "./header.ts";
import { fieldAt, type Table } from "./table.ts";

/** A row of extensions.csv, adjustments.csv or cutoffs.csv by column title; optional columns read as blank. */
export type DecisionRow<K extends string> = Readonly<Record<K, Field<string>>>;

/** Reads a table whose header must have every column but the optional ones. */
export function readDecisions<K extends string>(
  table: Table,
  kind: string,
  required: readonly K[],
  optional: readonly K[],
  report: Report,
): readonly DecisionRow<K>[] {
  const columns = new Map(
    [...required, ...optional].map((title) => [title, findColumn(table, [title], report)]),
  );
  const missing = required.filter((title) => columns.get(title) === undefined);
  if (missing.length > 0) {
    report(
      problem(
        "table-unknown",
        { looked: `column ${missing.join(", ")}`, kind },
        { file: table.file, line: table.headerLine },
      ),
    );
    return [];
  }
  return table.rows.map((row) => {
    const fields = [...columns].map(([title, column]) => [
      title,
      column === undefined
        ? { value: "", cell: { file: table.file, line: row.line, column: 1 } }
        : fieldAt(table, row, column),
    ]);
    return Object.fromEntries(fields) as DecisionRow<K>;
  });
}
