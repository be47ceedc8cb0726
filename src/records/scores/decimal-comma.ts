import { type Row, type Table, textAt } from "../table.ts";

const WITH_COMMA = /^-?\d+,\d+$/;
const WITH_TWO_PLACES = /^-?\d+,\d\d$/;
const WITH_POINT = /^-?\d*\.\d+$/;
const NUMBER = /^-?\d[\d.,]*$/;

/**
 * Whether a gradebook writes 9,50 for nine and a half. It must say so throughout: no number has a point, and either
 * semicolons separate the cells, or every number has the two places that Canvas writes.
 */
export function usesDecimalComma(table: Table, rows: readonly Row[], columns: readonly number[]): boolean {
  let commas = 0;
  let others = 0;
  for (const row of rows)
    for (const column of columns) {
      const text = textAt(row, column);
      if (WITH_POINT.test(text)) return false;
      if (table.separator === ";" ? WITH_COMMA.test(text) : WITH_TWO_PLACES.test(text)) commas += 1;
      else if (NUMBER.test(text)) others += 1;
    }
  return commas > 0 && (table.separator === ";" || others === 0);
}
