import { compare, type Rational, rational, subtract } from "../exact/rational.ts";
import type { Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { type Needed, neededPoints } from "./explanation/distance.ts";
import { atOrAbove, type FinalStudent, finalStudents } from "./final-students.ts";

/** Half a percent point, unless somebody asks for another distance. */
export const NEAR: Rational = rational(1, 2);

/** A student beside a cut-off. */
export interface NearStudent {
  readonly student: FinalStudent;
  /** Percent points between the total and the cut-off, zero or more. */
  readonly distance: Rational;
  /** Below a cut-off: the raw points of each component alone that would reach it. None above. */
  readonly components: readonly Needed[];
}

/** A cut-off with who stands within `distance` of it, the nearest first; a student exactly that far away counts. */
export interface NearCutoff {
  readonly letter: Letter;
  readonly cutoff: Rational;
  readonly below: readonly NearStudent[];
  /** At the cut-off or above it. */
  readonly above: readonly NearStudent[];
}

export interface NearTrack {
  readonly track: TrackId;
  /** Percent points on either side. */
  readonly distance: Rational;
  /** Highest first. */
  readonly cutoffs: readonly NearCutoff[];
}

/** Who stands near which cut-off; each track that has final students, apart. */
export function nearCutoffs(policy: Policy, grades: Grades, distance: Rational = NEAR): readonly NearTrack[] {
  return [...grades.cutoffs].flatMap(([track, { cutoffs }]): readonly NearTrack[] => {
    const students = finalStudents(policy, grades, track);
    if (students.length === 0) return [];
    const near = cutoffs.map(({ letter, cutoff }) =>
      nearOne(policy, students, letter, cutoff.value, distance),
    );
    return [{ track, distance, cutoffs: near }];
  });
}

function nearOne(
  policy: Policy,
  students: readonly FinalStudent[],
  letter: Letter,
  cutoff: Rational,
  distance: Rational,
): NearCutoff {
  const reached = atOrAbove(students, cutoff);
  const below = students.slice(reached, atOrAbove(students, subtract(cutoff, distance)));
  const above = students
    .slice(0, reached)
    .filter(({ total }) => compare(subtract(total, cutoff), distance) <= 0)
    .reverse();
  return {
    letter,
    cutoff,
    below: below.map((student) => {
      const missing = subtract(cutoff, student.total);
      return { student, distance: missing, components: neededPoints(policy, student.assessment, missing) };
    }),
    above: above.map((student) => ({ student, distance: subtract(student.total, cutoff), components: [] })),
  };
}
