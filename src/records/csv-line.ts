import { parse } from "csv-parse/sync";

/** The cells of one line, untrimmed; undefined when it is no row by itself. */
export function cellsOfLine(line: string): readonly string[] | undefined {
  try {
    const [cells = [""]] = parse(line, { relax_column_count: true }) as string[][];
    return cells;
  } catch {
    return undefined;
  }
}
