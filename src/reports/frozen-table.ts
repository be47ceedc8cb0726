import { decimalText, shortestText } from "../exact/decimal.ts";
import type { Grades } from "../policy/policy.ts";
import { plain, type Table } from "./table.ts";

/** What `curve --freeze` writes: the cut-offs of every track with how they were found, as cutoffs.csv reads them back. */
export function frozenTable({ cutoffs, provisional }: Grades): Table {
  return {
    header: ["track", "letter", "cutoff", "method", "students", "gpa", "provisional"],
    rows: [...cutoffs].flatMap(([track, { cutoffs: own, source }]) => {
      const { method, from, fit } = source;
      const open = (provisional.get(from ?? track) ?? 0) > 0;
      const origin = [
        from === undefined ? method : `${method} ${from}`,
        fit === undefined ? "" : String(fit.students),
        fit === undefined ? "" : decimalText(fit.gpa, 3, "half-up"),
        open ? "yes" : "no",
      ];
      return own.map(({ letter, cutoff }) =>
        [track, letter, shortestText(cutoff.value), ...origin].map((text) => plain(text)),
      );
    }),
  };
}
