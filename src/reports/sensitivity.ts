import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../exact/rational.ts";
import type { TrackCutoffs } from "../policy/curve/cutoffs.ts";
import type { Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { isLetterGrade } from "./distribution.ts";
import { atOrAbove, type FinalStudent, finalStudents } from "./final-students.ts";

/** How far each cut-off is moved, in percent points. */
export const DISTANCES: readonly Rational[] = [rational(1, 10), rational(1, 4), rational(1, 2), rational(1)];

/** One cut-off moved while all the others stay. */
export interface CutMove {
  /** Lowered, students rise; raised, they fall. */
  readonly direction: "lower" | "raise";
  readonly by: Rational;
  /** Where the cut-off then is. */
  readonly to: Rational;
  /** The neighbouring letter whose cut-off the move arrives at. It ends there: order is kept, nobody skips a letter. */
  readonly reaches: Letter | undefined;
  /** What the letter of every mover becomes. */
  readonly letter: Letter;
  /** Whose letter changes, the nearest to the cut-off first. */
  readonly movers: readonly FinalStudent[];
  /** Change of the GPA over all final letter grades of the track; undefined where it has none. */
  readonly gpaChange: Rational | undefined;
  /** The same over the group that a curve is fitted on. */
  readonly gpaChangeFitted: Rational | undefined;
}

export interface Neighbour {
  readonly student: FinalStudent;
  /** Percent points from the cut-off, zero or more. */
  readonly distance: Rational;
}

export interface CutSensitivity {
  readonly letter: Letter;
  readonly cutoff: Rational;
  /** Whom a higher cut-off would lose first, and whom a lower one would win first. */
  readonly above: Neighbour | undefined;
  readonly below: Neighbour | undefined;
  /** Lowered and raised by each distance, the smallest first. */
  readonly moves: readonly CutMove[];
}

export interface TrackSensitivity {
  readonly track: TrackId;
  readonly cuts: readonly CutSensitivity[];
}

/** What moving one cut-off does; each track that has final students, apart. */
export function sensitivity(
  policy: Policy,
  grades: Grades,
  distances: readonly Rational[] = DISTANCES,
): readonly TrackSensitivity[] {
  return [...grades.cutoffs].flatMap(([track, own]): readonly TrackSensitivity[] => {
    const students = finalStudents(policy, grades, track);
    if (students.length === 0) return [];
    const sizes = gpaSizes(policy, grades, students, track);
    const around = { policy, students, own, sizes };
    const cuts = own.cutoffs.map((_, index) => cutSensitivity(around, index, distances));
    return [{ track, cuts }];
  });
}

/** How many grades the GPA of a track is the mean of: all final letter grades, and the fitted group's. */
interface GpaSizes {
  readonly all: number;
  readonly fitted: number;
}

interface Around {
  readonly policy: Policy;
  /** Highest total first. */
  readonly students: readonly FinalStudent[];
  readonly own: TrackCutoffs;
  readonly sizes: GpaSizes;
}

function gpaSizes(
  policy: Policy,
  { grades }: Grades,
  students: readonly FinalStudent[],
  track: TrackId,
): GpaSizes {
  const letters = policy.letters.map(({ letter }) => letter);
  const ofTrack = grades.filter(({ assessment }) => assessment.student.track === track);
  return {
    all: ofTrack.filter((grade) => isLetterGrade(grade, letters)).length,
    fitted: students.filter(({ fitted }) => fitted).length,
  };
}

function cutSensitivity(around: Around, index: number, distances: readonly Rational[]): CutSensitivity {
  const { students, own } = around;
  const { letter, cutoff } = cutAt(own, index);
  const reached = atOrAbove(students, cutoff);
  const neighbour = (student: FinalStudent | undefined): Neighbour | undefined =>
    student && { student, distance: absolute(subtract(student.total, cutoff)) };
  return {
    letter,
    cutoff,
    above: neighbour(students[reached - 1]),
    below: neighbour(students[reached]),
    moves: distances.flatMap((by) => [lowered(around, index, by), raised(around, index, by)]),
  };
}

/** The students from the cut-off down to its new place rise to its letter. */
function lowered(around: Around, index: number, by: Rational): CutMove {
  const { students, own } = around;
  const { letter, cutoff } = cutAt(own, index);
  const worse = own.cutoffs[index + 1];
  const wanted = subtract(cutoff, by);
  const arrives = worse !== undefined && compare(wanted, worse.cutoff.value) <= 0;
  const to = arrives ? worse.cutoff.value : wanted;
  const movers = students.slice(atOrAbove(students, cutoff), atOrAbove(students, to));
  const place = { direction: "lower", by, to, reaches: arrives ? worse.letter : undefined } as const;
  return { ...place, letter, movers, ...gpaChanges(around, movers, worse?.letter ?? own.lowest, letter) };
}

/** The students from the cut-off up to below its new place fall to the next letter. */
function raised(around: Around, index: number, by: Rational): CutMove {
  const { students, own } = around;
  const { letter, cutoff } = cutAt(own, index);
  const better = own.cutoffs[index - 1];
  const next = own.cutoffs[index + 1]?.letter ?? own.lowest;
  const wanted = add(cutoff, by);
  const arrives = better !== undefined && compare(wanted, better.cutoff.value) >= 0;
  const to = arrives ? better.cutoff.value : wanted;
  const movers = students.slice(atOrAbove(students, to), atOrAbove(students, cutoff)).reverse();
  const place = { direction: "raise", by, to, reaches: arrives ? better.letter : undefined } as const;
  return { ...place, letter: next, movers, ...gpaChanges(around, movers, letter, next) };
}

function cutAt(
  { cutoffs }: TrackCutoffs,
  index: number,
): { readonly letter: Letter; readonly cutoff: Rational } {
  const found = cutoffs[index];
  if (found === undefined) throw new Error(`there is no cut-off ${index}`);
  return { letter: found.letter, cutoff: found.cutoff.value };
}

function gpaChanges({ policy, sizes }: Around, movers: readonly FinalStudent[], from: Letter, to: Letter) {
  const points = (letter: Letter) => policy.letters.find((own) => own.letter === letter)?.points ?? ZERO;
  const each = subtract(points(to), points(from));
  const change = (moving: number, size: number) =>
    size === 0 ? undefined : divide(multiply(each, rational(moving)), rational(size));
  return {
    gpaChange: change(movers.filter(({ inGpa }) => inGpa).length, sizes.all),
    gpaChangeFitted: change(movers.filter(({ fitted }) => fitted).length, sizes.fitted),
  };
}
