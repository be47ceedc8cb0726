import { add, compare, divide, equal, ONE, type Rational, subtract } from "../exact/rational.ts";
import { letterOf, type TrackCutoffs } from "../policy/curve/cutoffs.ts";
import { type MethodSettings, propose } from "../policy/curve/methods.ts";
import type { PublishedCutoff } from "../policy/curve/publish.ts";
import type { ComponentId, Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { neededPoints } from "./explanation/distance.ts";
import { type FinalStudent, finalStudents } from "./final-students.ts";

/** What fitting again may cost: how often, times the distinct totals of the class. */
export const WORK = { quick: 60_000, thorough: 1_000_000 } as const;
/** A small class costs as much as this many totals; a window that binds is searched for each time. */
const LEAST = 150;
const SEARCH = 10;

/** One raw point more or less on one component of one fitted student. */
export interface PointChange {
  readonly student: FinalStudent;
  readonly component: ComponentId;
  readonly points: 1 | -1;
  /** The other students whose letter changes when the curve is fitted again. */
  readonly others: readonly FinalStudent[];
}

/** What one raw point of one student does to the letters of others while the curve is fitted anew each time. */
export interface Stability {
  /** The track that is fitted, and all with students that take its cut-offs. */
  readonly track: TrackId;
  readonly follow: readonly TrackId[];
  /** Fitted students, and how many of them were changed: every n-th by total where the class is large. */
  readonly fitted: number;
  readonly tried: number;
  /** One-point changes, and how many of them change another student's letter. */
  readonly changes: number;
  readonly affecting: number;
  /** The most other students at once, and the first change that does so; none where no change affects anybody. */
  readonly worst: PointChange | undefined;
}

/** Undefined where the cut-offs do not rest on this class. */
export function stability(
  policy: Policy,
  grades: Grades,
  track: TrackId,
  work: number,
): Stability | undefined {
  const settings = policy.curve.get(track);
  const cutoffs = grades.cutoffs.get(track);
  if (settings === undefined || settings.method === "same-as" || cutoffs?.source.fit === undefined)
    return undefined;
  const follow = [...grades.cutoffs].flatMap(([id, { source }]) =>
    id === track || (source.from === track && finalStudents(policy, grades, id).length > 0) ? [id] : [],
  );
  const everybody = follow.flatMap((id) => finalStudents(policy, grades, id));
  const fitted = finalStudents(policy, grades, track).filter((student) => student.fitted);
  const refit = refitter(policy, settings, cutoffs, everybody, fitted);
  const changesOf = fitted.map((student) => ({ student, changes: pointChanges(policy, student) }));
  const refits = changesOf.reduce((sum, { changes }) => sum + distinct(changes), 0);
  const { fit } = cutoffs.source;
  const searched = fit.method === "guideline" && fit.window.kind !== "inside";
  const cost = refits * Math.max(LEAST, fit.distinctTotals) * (searched ? SEARCH : 1);
  const step = Math.max(1, Math.ceil(cost / work));
  const tried = changesOf.filter((_, index) => index % step === 0);
  const results = tried.flatMap(({ student, changes }) => {
    const byTotal = new Map<string, readonly FinalStudent[]>();
    return changes.map(({ total, component, points }): PointChange => {
      const key = `${total.numerator}/${total.denominator}`;
      const others = byTotal.get(key) ?? refit(student, total);
      byTotal.set(key, others);
      return { student, component, points, others };
    });
  });
  const affecting = results.filter(({ others }) => others.length > 0);
  return {
    track,
    follow,
    fitted: fitted.length,
    tried: tried.length,
    changes: results.length,
    affecting: affecting.length,
    worst: affecting.reduce<PointChange | undefined>(
      (most, own) => (most === undefined || own.others.length > most.others.length ? own : most),
      undefined,
    ),
  };
}

interface NewTotal {
  readonly component: ComponentId;
  readonly points: 1 | -1;
  readonly total: Rational;
}

/** A point more and a point less wherever the work's own score counts and stays between zero and the maximum. */
function pointChanges(policy: Policy, { assessment, total }: FinalStudent): readonly NewTotal[] {
  return neededPoints(policy, assessment, ONE).flatMap(({ component: { id }, points, left, remark }) => {
    const maximum = assessment.maximums.get(id)?.value;
    if (remark !== undefined || maximum === undefined) return [];
    const worth = divide(ONE, points);
    const up = { component: id, points: 1, total: add(total, worth) } as const;
    const down = { component: id, points: -1, total: subtract(total, worth) } as const;
    return [
      ...(compare(left, ONE) >= 0 ? [up] : []),
      ...(compare(subtract(maximum, left), ONE) >= 0 ? [down] : []),
    ];
  });
}

function distinct(changes: readonly NewTotal[]): number {
  return new Set(changes.map(({ total }) => `${total.numerator}/${total.denominator}`)).size;
}

/** Fits the curve again with one total changed, and says whose letter that changes beside the student's own. */
function refitter(
  policy: Policy,
  settings: MethodSettings,
  base: TrackCutoffs,
  everybody: readonly FinalStudent[],
  fitted: readonly FinalStudent[],
): (changed: FinalStudent, total: Rational) => readonly FinalStudent[] {
  const lettersNow = everybody.map(({ total }) => letterOf(base, total));
  return (changed, total) => {
    const totals = fitted.map((student) => (student === changed ? total : student.total));
    const found = propose(settings, totals, policy.letters)?.cutoffs ?? [];
    if (isSame(base, found)) return [];
    return everybody.filter(
      (student, index) =>
        student.sid !== changed.sid && letterBy(found, base.lowest, student.total) !== lettersNow[index],
    );
  };
}

function isSame({ cutoffs }: TrackCutoffs, found: readonly PublishedCutoff[]): boolean {
  return (
    cutoffs.length === found.length &&
    cutoffs.every(({ letter, cutoff }, index) => {
      const own = found[index];
      return own !== undefined && own.letter === letter && equal(own.cutoff, cutoff.value);
    })
  );
}

function letterBy(cutoffs: readonly PublishedCutoff[], lowest: Letter, total: Rational): Letter {
  return cutoffs.find(({ cutoff }) => compare(total, cutoff) >= 0)?.letter ?? lowest;
}
