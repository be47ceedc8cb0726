/** A cell of a CSV file: 1-based line, and 1-based number of the field in its row. */
export interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function cellText({ file, line, column }: Cell): string {
  return `${file}:${line}:${column}`;
}

/** A value read from a cell. */
export interface Field<V> {
  readonly value: V;
  readonly cell: Cell;
}
