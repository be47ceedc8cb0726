import { parse } from "csv-parse/sync";
import { csvText } from "../oracle/random-dice.ts";

/** The cells of a CSV file, header first, blank lines left out. */
export type Grid = readonly (readonly string[])[];

export type Files = ReadonlyMap<string, Uint8Array>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The cells of a file; none where it cannot be read so. */
export function gridOf(bytes: Uint8Array | undefined): Grid {
  try {
    return parse(Buffer.from(bytes ?? []), {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as string[][];
  } catch {
    return [];
  }
}

/** A grid as a file: every row is one line unless a cell holds a line break. */
export function bytesOfGrid(grid: Grid): Uint8Array {
  return bytesOf(csvText(grid));
}

export const withFile = (files: Files, name: string, bytes: Uint8Array): Files =>
  new Map([...files, [name, bytes]]);

export const withCell = (grid: Grid, row: number, column: number, text: string): Grid =>
  grid.map((cells, at) => {
    if (at !== row) return cells;
    const padded = [...cells, ...Array<string>(Math.max(0, column - cells.length)).fill("")];
    return [...padded.slice(0, column), text, ...padded.slice(column + 1)];
  });

export const isScoreFile = (name: string): boolean => /^scores[^/]*\.csv$/i.test(name);
export const isTable = (name: string): boolean => name.endsWith(".csv");
