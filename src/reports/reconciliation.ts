import { distance } from "../diagnostics/nearest.ts";
import type {
  ColumnUse,
  Gradebook,
  Meetings,
  Person,
  PlacedRow,
  Student,
  Work,
} from "../gradebook/gradebook.ts";
import { isSparse } from "../gradebook/sparse.ts";
import type { ComponentId, Policy, TrackId } from "../policy/parameters.ts";

/** How roster and score files fit together: who is missing on either side, and what each component came from. */
export interface Reconciliation {
  /** Roster students without a row in any score file. */
  readonly withoutScores: readonly (Person & { readonly track: TrackId })[];
  readonly offRoster: readonly OffRosterRow[];
  readonly byEmail: Meetings["byEmail"];
  readonly conflicts: Meetings["conflicts"];
  readonly leftOut: Meetings["leftOut"];
  /** Columns of score files that are no component. */
  readonly ignored: readonly ColumnUse[];
  readonly components: readonly ComponentUse[];
}

export interface NearStudent extends Person {
  /** Digits put in, taken out or exchanged. */
  readonly edits: number;
  readonly hasScores: boolean;
}

/** A score row of nobody on the roster. */
export interface OffRosterRow extends PlacedRow {
  /** The student whose SID is one or two edits away; those without scores come first. */
  readonly nearest: NearStudent | undefined;
}

/** Where the scores of a component stand, and how many there are in each track that weighs it. */
export interface ComponentUse {
  readonly id: ComponentId;
  readonly title: string;
  readonly columns: readonly ColumnUse[];
  readonly tracks: readonly TrackUse[];
}

/** Students of one track by the state of their work on one component. */
export interface TrackUse extends WorkCounts {
  readonly track: TrackId;
  readonly students: number;
  /** Whether hardly anybody has a score: an exam not yet published, or the wrong column. */
  readonly sparse: boolean;
}

export interface WorkCounts {
  readonly scored: number;
  readonly ungraded: number;
  readonly missing: number;
  readonly excused: number;
}

/** Lays the score files beside the roster. */
export function reconcile(policy: Policy, { students, columns, meetings }: Gradebook): Reconciliation {
  return {
    withoutScores: students
      .filter(({ hasScores }) => !hasScores)
      .map(({ sid, name, track }) => ({ sid: sid.value, name, track })),
    offRoster: withNearest(meetings.offRoster, students),
    byEmail: meetings.byEmail,
    conflicts: meetings.conflicts,
    leftOut: meetings.leftOut,
    ignored: columns.filter(({ component }) => component === undefined),
    components: policy.components.map(({ id, title }) => ({
      id,
      title,
      columns: columns.filter(({ component }) => component === id),
      tracks: policy.tracks
        .filter(({ weights }) => weights.has(id))
        .map(({ id: track }) => trackUse(track, id, students))
        .filter((use) => use.students > 0),
    })),
  };
}

/** What each state of work counts as. */
const COUNTS_AS: Readonly<Record<Work["kind"], keyof WorkCounts>> = {
  graded: "scored",
  ungraded: "ungraded",
  missing: "missing",
  excused: "excused",
};

function trackUse(track: TrackId, id: ComponentId, students: readonly Student[]): TrackUse {
  const own = students.filter((student) => student.track === track);
  const counts = { scored: 0, ungraded: 0, missing: 0, excused: 0 };
  for (const { work } of own) counts[COUNTS_AS[work.get(id)?.kind ?? "missing"]] += 1;
  return { track, students: own.length, ...counts, sparse: isSparse(counts.scored, own.length) };
}

/** More rows than these are another class's file rather than mistyped SIDs. */
const MOST_TYPOS = 200;
const MOST_EDITS = 2;

function withNearest(rows: readonly PlacedRow[], students: readonly Student[]): readonly OffRosterRow[] {
  const sought = rows.length <= MOST_TYPOS;
  return rows.map((row) => ({ ...row, nearest: sought ? nearestStudent(row, students) : undefined }));
}

/** First who has no scores, then by fewest edits, then by name. */
function nearestStudent(row: PlacedRow, students: readonly Student[]): NearStudent | undefined {
  const near = students
    .filter(({ sid }) => Math.abs(sid.value.length - row.sid.length) <= MOST_EDITS)
    .map(({ sid, name, hasScores }) => ({
      sid: sid.value,
      name,
      hasScores,
      edits: distance(row.sid.toLowerCase(), sid.value.toLowerCase()),
    }))
    .filter(({ edits, sid }) => edits <= MOST_EDITS && edits * 3 < sid.length);
  const rank = (one: NearStudent) => Number(one.hasScores) * 10 + one.edits;
  const shared = ({ name }: Person) =>
    wordsOf(name).filter((word) => wordsOf(row.name).includes(word)).length;
  return near.sort((a, b) => rank(a) - rank(b) || shared(b) - shared(a))[0];
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[\s,]+/);
}
