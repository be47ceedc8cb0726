import type { Readiness } from "../reports/readiness.ts";
import { inputLines } from "./input-lines.ts";
import { listLines } from "./list.ts";
import type { Palette } from "./palette.ts";
import { populationLines } from "./populations.ts";
import { columnLines, rowLines, scoreLines } from "./reconciliation-text.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** What `check` prints: files, columns, populations, reconciliation, and in the last line what `compute` would do. */
export function readinessText(found: Readiness, colours: Palette): string {
  const { policy, inputs, tracks, reconciliation, undecided } = found;
  return [
    ...(policy === undefined ? [] : [`${colours.strong(policy.title)} (policy ${policy.id})`, ""]),
    ...inputLines(inputs),
    ...(tracks.length === 0 ? [] : ["", ...populationLines(tracks, found)]),
    ...(reconciliation === undefined
      ? []
      : [
          ...columnLines(reconciliation, colours),
          ...scoreLines(reconciliation, found.errors, colours),
          ...rowLines(reconciliation, colours),
        ]),
    ...listLines(
      "Undecided, to be settled by the instructor",
      undecided.map(({ sid, name, note }) => ({ head: sid, text: `${name}: ${note}` })),
      colours,
    ),
    "",
    ...wrapped("", 0, closing(found)),
    "",
  ].join("\n");
}

/** What `compute` would do with these files. */
function closing({ errors, warnings, wouldWrite, tracks, undecided, reconciliation }: Readiness): string {
  const warned = warnings === 0 ? "" : `; ${counted(warnings, "warning")}`;
  const unread = reconciliation === undefined ? " Until then no score is read, so there may be more." : "";
  if (!wouldWrite)
    return `compute would stop: ${counted(errors, "error")} to correct first${warned}.${unread}`;
  const students = tracks.reduce((count, track) => count + track.students, 0);
  const grades = `compute would write the grades of ${counted(students, "student")}`;
  return undecided.length === 0
    ? `Ready: ${grades}${warned}.`
    : `${grades}, ${undecided.length} of them undecided${warned}.`;
}
