import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Dice } from "../oracle/random-dice.ts";
import type { Files } from "./run.ts";

export const isScoreFile = (name: string): boolean => /^scores.*\.csv$/.test(name);

/** The same files with the rows of the roster and of every score file in another order. */
export function reordered(files: Files, dice: Dice): Files {
  return new Map(
    [...files].map(([name, text]) =>
      name === "roster.csv" || isScoreFile(name) ? [name, withRowsIn(text, dice)] : [name, text],
    ),
  );
}

/** No cell of these classes holds a line break, so a line is a row. */
function withRowsIn(text: string, dice: Dice): string {
  const [header = "", ...rows] = text.split(/(?<=\n)/);
  return [header, ...dice.shuffled(rows)].join("");
}

/** A score file with one score of each row changed. */
export function editScores(text: string, change: (scores: readonly string[]) => readonly string[]): string {
  const [header = [], ...rows] = parse(text, { relax_column_count: true }) as string[][];
  const isScore = scoreColumns(header);
  const edited = rows.map((row) => {
    const changed = change(row.filter((_, column) => isScore[column]));
    let next = 0;
    return row.map((cell, column) => {
      if (!isScore[column]) return cell;
      next += 1;
      return changed[next - 1] ?? cell;
    });
  });
  return stringify([header, ...edited]);
}

const PEOPLE = /^(sid|name|email|first name|last name|sections|section_name)$/i;

/** Which columns hold scores: those with a maximum beside them, or in a plain table all but the people's. */
function scoreColumns(header: readonly string[]): readonly boolean[] {
  const isExport = header.some((title) => title.endsWith(" - Max Points"));
  return header.map((title) =>
    isExport ? header.includes(`${title} - Max Points`) : !PEOPLE.test(title.trim()),
  );
}
