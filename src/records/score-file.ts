import type { Cell, Field } from "../derivation/cell.ts";
import type { Row, Table } from "./table.ts";

/** A title that stands over two columns (counted from zero), so that nobody can say which of them is meant. */
export interface RepeatedTitle {
  readonly title: string;
  readonly first: number;
  readonly second: number;
}

/** The columns (counted from zero) that belong to one assignment of an export. */
export interface AssignmentColumns {
  readonly title: string;
  /** Where the title stands. */
  readonly titleCell: Cell;
  /** Other ways to read a title that was a file name; a header's own has none. */
  readonly otherTitles?: readonly string[];
  readonly score: number;
  readonly maximum: number | undefined;
  readonly submitted: number | undefined;
  readonly lateness: number | undefined;
  /** Gradescope's word for the state of a submission. */
  readonly status?: number | undefined;
  /** A title of these columns that stands twice in the header. */
  readonly repeated?: RepeatedTitle | undefined;
}

export interface ScoreRow {
  readonly row: Row;
  readonly sid: Field<string>;
  readonly email: string;
  readonly name: string;
}

/** How an export writes what is in a score cell, beside plain decimals and blanks. */
export interface CellStyle {
  /** Whether `9,50` is nine and a half: only where the whole file says so. */
  readonly decimalComma: boolean;
  /** Whether `-` is a blank and `N/A` work that was not assigned. */
  readonly marks: boolean;
}

export const PLAIN_CELLS: CellStyle = { decimalComma: false, marks: false };

/** Scores with one row a student; cells are read once a component claims their column. */
export interface ScoreSheet {
  readonly table: Table;
  readonly assignments: readonly AssignmentColumns[];
  readonly rows: readonly ScoreRow[];
  /** The one row that holds the maxima; undefined where each row has its own. */
  readonly maxima: Row | undefined;
  readonly style: CellStyle;
}

/** A row that is nobody's, and why. */
export interface SkippedRow {
  readonly cell: Cell;
  readonly name: string;
  readonly why: "test student";
}

/** Columns that an export adds of its own accord and nobody has to match. */
export interface OwnColumns {
  readonly what: "question" | "read-only";
  readonly titles: readonly string[];
}

/** A file of scores: what kind it is, and the sheets in it (several where each assignment has its rows). */
export interface ScoreFile {
  /** In words, such as "Gradescope course export, 4 columns per assignment". */
  readonly kind: string;
  readonly table: Table;
  readonly sheets: readonly ScoreSheet[];
  readonly skipped: readonly SkippedRow[];
  readonly ownColumns: readonly OwnColumns[];
}
