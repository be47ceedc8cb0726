import { RESULT_COLUMNS, type ResultColumn } from "../../records/grades-file.ts";
import type { StudentDiff } from "./diff.ts";

/** How many students went from one value of a column to another. */
export interface Move {
  readonly old: string;
  readonly new: string;
  readonly students: number;
}

/** The moves of a column that has few values, letters from best to worst. */
export function movesOf(changed: readonly StudentDiff[], column: ResultColumn): readonly Move[] {
  const found = new Map<string, Move>();
  for (const { changes } of changed)
    for (const change of changes) {
      if (change.column !== column) continue;
      const key = `${change.old}\n${change.new}`;
      found.set(key, { old: change.old, new: change.new, students: (found.get(key)?.students ?? 0) + 1 });
    }
  return [...found.values()].sort(
    (a, b) => inOrder(rankText(a.old), rankText(b.old)) || inOrder(rankText(a.new), rankText(b.new)),
  );
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** A text that sorts A+, A, A-, B+ as grades do; a blank comes last. */
function rankText(letter: string): string {
  if (letter === "") return "~";
  return letter
    .replace(/\+$/, "0")
    .replace(/^([^0-]+)$/, "$11")
    .replace(/-$/, "2");
}

/** How many students changed in each column. */
export function changedBy(changed: readonly StudentDiff[]): ReadonlyMap<ResultColumn, number> {
  return new Map(
    RESULT_COLUMNS.map((column) => [
      column,
      changed.filter(({ changes }) => changes.some((change) => change.column === column)).length,
    ]),
  );
}
