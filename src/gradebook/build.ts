import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type ComponentId, type Policy, type TrackId, trackOf } from "../policy/parameters.ts";
import type { RosterSheet } from "../records/roster-sheet.ts";
import type { ScoreFile } from "../records/score-file.ts";
import type { Zone } from "../time/zone.ts";
import { type AdjustmentRow, readAdjustments } from "./adjustments.ts";
import { checkAdjustments } from "./check-adjustments.ts";
import { workReader } from "./components.ts";
import { reportCutRows } from "./cut-rows.ts";
import { reportDueTimes } from "./due-times.ts";
import { type Enrolled, enroll, roleOf } from "./enroll.ts";
import { type ExtensionRow, readExtensions } from "./extensions.ts";
import type { Gradebook, Student } from "./gradebook.ts";
import { join } from "./join.ts";
import { matchComponents } from "./match-components.ts";
import { isSparse } from "./sparse.ts";

/** The rows of all files of a term. */
export interface TermRecords {
  readonly roster: RosterSheet;
  readonly scores: readonly ScoreFile[];
  readonly extensions: readonly ExtensionRow[];
  readonly adjustments: readonly AdjustmentRow[];
}

export interface JoinOptions {
  /** The track of a roster that does not say. */
  readonly track: TrackId | undefined;
  /** Components that may be scored for few. */
  readonly allowSparse: ReadonlySet<ComponentId>;
  /** Whether every score file could be read; where one could not, its columns are not missed as well. */
  readonly wholeScores: boolean;
}

/** Joins the files of a term into one gradebook; everything that is wrong with them is reported on the way. */
export function buildGradebook(
  records: TermRecords,
  policy: Policy,
  at: Zone,
  options: JoinOptions,
  report: Report,
): Gradebook {
  const tracks = policy.tracks.map(({ id }) => id);
  const roster = enroll(records.roster, tracks, options.track, report);
  const enrolled = roster.filter(({ role }) => role === "enrolled");
  const needed = options.wholeScores ? weighed(policy, enrolled) : new Set<ComponentId>();
  const matches = matchComponents(
    records.scores.flatMap(({ sheets }) => sheets),
    policy.components,
    needed,
    report,
  );
  const joined = join(records.scores, roster, report);
  const bySid = new Map(roster.map((student) => [student.key, student]));
  reportCutRows(joined, matches, bySid, policy, report);
  const extensions = readExtensions(records.extensions, bySid, policy.components, report);
  const adjustments = readAdjustments(records.adjustments, bySid, policy, report);
  const works = workReader(policy, matches, joined, at, report);
  const withScores = new Set([...joined.rows.values()].flatMap((rows) => [...rows.keys()]));
  const titleOf = (id: ComponentId) =>
    policy.components.find((component) => component.id === id)?.title ?? id;
  const students = enrolled.flatMap((student): readonly Student[] => {
    const work = works.read(student);
    const own = adjustments.get(student.key) ?? [];
    checkAdjustments(student.sid.value, own, options.wholeScores ? work : undefined, titleOf, report);
    if (student.track === undefined) return [];
    return [
      {
        ...student,
        track: student.track,
        hasScores: withScores.has(student.key),
        work,
        extensions: extensions.get(student.key) ?? new Map(),
        adjustments: own,
      },
    ];
  });
  works.finish();
  const unmatched = policy.components.filter(({ id }) => matches.byComponent.get(id)?.length === 0);
  const exempt = new Set([...options.allowSparse, ...unmatched.map(({ id }) => id)]);
  if (!reportEmpty(records.scores, report)) reportSparse(students, policy, exempt, report);
  reportDueTimes(students, policy, at, report);
  return {
    students: students.sort((a, b) => (a.sid.value < b.sid.value ? -1 : 1)),
    waitlisted: roster.filter(({ role }) => role === "waitlisted").length,
    dropped: roster.filter(({ role }) => role === "dropped").length,
    staff: records.roster.rows.filter(({ role }) => roleOf(role) === "staff").length,
    ownColumns: records.scores.flatMap(({ table, ownColumns }) =>
      ownColumns.map((own) => ({ file: table.file, ...own })),
    ),
    columns: matches.uses,
    meetings: joined.meetings,
  };
}

function weighed(policy: Policy, enrolled: readonly Enrolled[]): ReadonlySet<ComponentId> {
  const tracks = new Set(enrolled.flatMap(({ track }) => track ?? []));
  return new Set([...tracks].flatMap((id) => [...trackOf(policy, id).weights.keys()]));
}

/** A score file without rows would leave the whole class undecided; whether there is one. */
function reportEmpty(scores: TermRecords["scores"], report: Report): boolean {
  const empty = scores.filter(({ table }) => table.rows.length === 0);
  for (const { table } of empty) report(problem("scores-empty", {}, { file: table.file }));
  return empty.length > 0;
}

/** An exam that is not published yet must not turn a class into incompletes. */
function reportSparse(
  students: readonly Student[],
  policy: Policy,
  exempt: ReadonlySet<ComponentId>,
  report: Report,
): void {
  for (const track of policy.tracks) {
    const own = students.filter((student) => student.track === track.id);
    for (const id of track.weights.keys()) {
      const component = policy.components.find((candidate) => candidate.id === id);
      const scored = own.filter((student) => student.work.get(id)?.kind === "graded").length;
      if (component !== undefined && isSparse(scored, own.length) && !exempt.has(id))
        report(
          problem("component-sparse", {
            what: component.title,
            id,
            track: track.id,
            scored,
            students: own.length,
          }),
        );
    }
  }
}
