import { decimalText, shortestText } from "../exact/decimal.ts";
import type { CutoffSource } from "../policy/curve/cutoffs.ts";
import type { Grades } from "../policy/policy.ts";
import { plain, type Table } from "./table.ts";

/** What `curve --freeze` writes: the cut-offs of every track with how they were found, as cutoffs.csv reads them back. */
export function frozenTable({ cutoffs, provisional }: Grades): Table {
  return {
    header: ["track", "letter", "cutoff", "method", "students", "gpa", "provisional"],
    rows: [...cutoffs].flatMap(([track, { cutoffs: own, source }]) => {
      const open = (provisional.get(source.from ?? track) ?? 0) > 0;
      const origin = originCells(source, open);
      return own.map(({ letter, cutoff }) =>
        [track, letter, shortestText(cutoff.value), ...origin].map((text) => plain(text)),
      );
    }),
  };
}

/** Cut-offs that were frozen before keep the origin that their file names, if any. */
function originCells({ method, from, fit, origin }: CutoffSource, open: boolean): readonly string[] {
  if (method === "frozen" && origin === undefined) return ["", "", "", ""];
  const { students, gpa } = fit ?? origin ?? {};
  return [
    from === undefined ? (origin?.method ?? method) : `${method} ${from}`,
    students === undefined ? "" : String(students),
    gpa === undefined ? "" : decimalText(gpa, 3, "half-up"),
    open || origin?.provisional === true ? "yes" : "no",
  ];
}
