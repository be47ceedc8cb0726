import type { Report } from "../diagnostics/diagnostic.ts";
import { plainTitle } from "./header.ts";
import type { Table } from "./table.ts";

/** The titles of a header, in the form in which they are compared. */
export type Titles = ReadonlySet<string>;

/** One kind of file, known by its header alone. */
export interface Recognised {
  /** What such a file is called, in words. */
  readonly name: string;
  readonly recognises: (titles: Titles) => boolean;
}

/** A kind of file that the program reads. */
export interface Format<S> extends Recognised {
  /** The column that says who a row is of, where it is not called SID. */
  readonly key?: string;
  readonly read: (table: Table, report: Report) => S | undefined;
}

export function titlesOf(table: Table): Titles {
  return new Set(table.header.map(plainTitle));
}

/** Whether a header has every one of these titles. */
export function hasAll(titles: Titles, ...wanted: readonly string[]): boolean {
  return wanted.every((title) => titles.has(title));
}

/** Whether a header has at least one of these titles. */
export function hasAny(titles: Titles, ...wanted: readonly string[]): boolean {
  return wanted.some((title) => titles.has(title));
}
