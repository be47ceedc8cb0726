import type { Dice } from "../oracle/random-dice.ts";
import { bytesOfGrid, type Files, type Grid, gridOf, isScoreFile, isTable } from "./grid.ts";

/** A class cut down to a few of its students; a row or two of others stays in each score file. */
export function cutDown(files: Files, dice: Dice): Files {
  const [header = [], ...rows] = gridOf(files.get("roster.csv"));
  const kept = dice.shuffled(rows).slice(0, dice.int(6, 12));
  const own = new Set(
    kept
      .flat()
      .filter((cell) => cell.length > 3)
      .map((cell) => cell.toLowerCase()),
  );
  const names = new Set(["182", "282a", "student"]);
  const isOwn = (row: readonly string[]) =>
    row.some((cell) => own.has(cell.toLowerCase()) && !names.has(cell.toLowerCase()) && /[\d@]/.test(cell));
  const cut = (name: string, grid: Grid): Grid => {
    const [title = [], ...all] = grid;
    const others = isScoreFile(name) ? dice.shuffled(all.filter((row) => !isOwn(row))).slice(0, 1) : [];
    return [title, ...all.filter((row) => isOwn(row) || others.includes(row))];
  };
  return new Map(
    [...files].map(([name, bytes]) => {
      if (name === "roster.csv") return [name, bytesOfGrid([header, ...kept])];
      return [name, isTable(name) && name !== "cutoffs.csv" ? bytesOfGrid(cut(name, gridOf(bytes))) : bytes];
    }),
  );
}
