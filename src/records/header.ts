import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { problem } from "../diagnostics/problem.ts";
import { headerCell, type Table } from "./table.ts";

/** The form in which titles are compared: lower case, one space between words. */
export function plainTitle(title: string): string {
  return title.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Finds the one column with one of these titles; two such columns are an error. */
export function findColumn(table: Table, titles: readonly string[], report: Report): number | undefined {
  const wanted = new Set(titles.map(plainTitle));
  const found = table.header.flatMap((title, index) => (wanted.has(plainTitle(title)) ? [index] : []));
  const [first, second] = found;
  if (first !== undefined && second !== undefined)
    report(
      problem(
        "header-repeated",
        { title: table.header[second] ?? "", first: first + 1, second: second + 1 },
        headerCell(table, second),
      ),
    );
  return first;
}

/** The title of the header that looks most like one of those looked for. */
export function nearestTitle(table: Table, titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const found = nearest(title, table.header);
    if (found !== undefined) return found;
  }
  return undefined;
}
