import type { SkippedRow } from "../records/score-file.ts";
import type { Reconciliation } from "../reports/reconciliation.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

interface LeftOut {
  readonly waitlisted: number;
  readonly dropped: number;
  readonly staff: number;
}

/** Who is graded, in which track, and who is not. */
export function populationLines(
  tracks: readonly { readonly track: string; readonly students: number }[],
  { waitlisted, dropped, staff }: LeftOut,
): readonly string[] {
  const students = tracks.reduce((count, track) => count + track.students, 0);
  const parts = tracks.map((own) => `${own.students} in ${own.track}`).join(", ");
  const left = [
    waitlisted > 0 ? `${waitlisted} waitlisted` : "",
    dropped > 0 ? `${dropped} dropped` : "",
    staff > 0 ? `${staff} of staff` : "",
  ].filter((text) => text !== "");
  return wrapped(
    "",
    0,
    `${counted(students, "student")}: ${parts}${left.length === 0 ? "" : `; ${listed(left)} left out`}.`,
  );
}

function listed(texts: readonly string[]): string {
  return [texts.slice(0, -1).join(", "), texts.at(-1)].filter((text) => text !== "").join(" and ");
}

/** What a learning system adds to try a course with. */
const TEST: SkippedRow["why"] = "test student";

/** Roster and score files in one sentence; nothing where every row met its student by SID. */
export function meetingLines({
  withoutScores,
  offRoster,
  byEmail,
  leftOut,
}: Reconciliation): readonly string[] {
  const people = leftOut.filter(({ role }) => role !== TEST);
  const tests = leftOut.length - people.length;
  const texts = [
    withoutScores.length > 0 ? `${counted(withoutScores.length, "student")} in no score file` : "",
    offRoster.length > 0 ? `${counted(offRoster.length, "score row")} of nobody on the roster left out` : "",
    byEmail.length > 0 ? `${counted(byEmail.length, "row")} joined by e-mail` : "",
    people.length > 0 ? `${counted(people.length, "row")} of ${rolesOf(people)} people left out` : "",
    tests > 0 ? `${counted(tests, "test student")} left out` : "",
  ].filter((text) => text !== "");
  return texts.length === 0 ? [] : wrapped("", 0, `${texts.join("; ")}.`);
}

/** The roles that are there, in words: `dropped or waitlisted`. */
function rolesOf(leftOut: Reconciliation["leftOut"]): string {
  return [...new Set(leftOut.map(({ role }) => role))].sort().join(" or ");
}
