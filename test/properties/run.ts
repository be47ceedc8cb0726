import { parse } from "csv-parse/sync";
import { main } from "../../src/main.ts";
import { type MemoryOptions, type MemoryWorld, memoryWorld, textOf } from "../support/memory-world.ts";

export type Files = ReadonlyMap<string, string>;
export type Row = Readonly<Record<string, string>>;

/** One run of `grades compute` in memory. */
export interface Run {
  readonly exit: number;
  readonly world: MemoryWorld;
  /** The text of a file in the output folder. */
  readonly text: (name: string) => string;
  /** The rows of a CSV file in the output folder, by column title. */
  readonly rows: (name: string) => readonly Row[];
}

export async function runOn(
  files: ReadonlyMap<string, string | Uint8Array>,
  args: readonly string[] = [],
  options: MemoryOptions = {},
): Promise<Run> {
  const world = memoryWorld(files, options);
  const exit = await main(["compute", "roster.csv", ...args], world);
  const text = (name: string) => textOf(world, `grades-out/${name}`);
  return { exit, world, text, rows: (name) => rowsOf(text(name)) };
}

export function rowsOf(csv: string): readonly Row[] {
  return parse(csv, { columns: true }) as Row[];
}

/** A class by hand: a file's rows under its header. */
export function csv(header: string, rows: readonly (readonly string[])[]): string {
  return [header, ...rows.map((row) => row.join(","))].map((line) => `${line}\n`).join("");
}
