import { compare, type Rational } from "../exact/rational.ts";
import type { Basis } from "../gradebook/gradebook.ts";
import type { Assessment } from "../policy/assess.ts";
import { couldBeFitted } from "../policy/fitted-on.ts";
import type { Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { isLetterGrade } from "./distribution.ts";

/** A student whose letter the total alone decides: final, and no letter given by decision. */
export interface FinalStudent {
  readonly sid: string;
  readonly name: string;
  readonly basis: Basis;
  /** In percent points. */
  readonly total: Rational;
  /** By the cut-offs in force. */
  readonly letter: Letter;
  /** Whether the letter is a grade of the track's GPA; P/NP and S/U are not. */
  readonly inGpa: boolean;
  /** Whether the student is of the group that a curve is fitted on. */
  readonly fitted: boolean;
  readonly assessment: Assessment;
}

/** The final students of a track, highest total first, equal totals by SID. */
export function finalStudents(policy: Policy, { grades }: Grades, track: TrackId): readonly FinalStudent[] {
  const letters = policy.letters.map(({ letter }) => letter);
  return grades
    .flatMap((grade): readonly FinalStudent[] => {
      const { assessment, status, total, letter } = grade;
      const { student } = assessment;
      if (student.track !== track || status.kind !== "final" || total === undefined || letter === undefined)
        return [];
      return [
        {
          sid: student.sid.value,
          name: student.name,
          basis: student.basis,
          total: total.value,
          letter: letter.value,
          inGpa: isLetterGrade(grade, letters),
          fitted: couldBeFitted(assessment),
          assessment,
        },
      ];
    })
    .toSorted((a, b) => compare(b.total, a.total));
}

/** How many of the students stand at or above a cut-off; they are the first ones. */
export function atOrAbove(students: readonly FinalStudent[], cutoff: Rational): number {
  let [from, to] = [0, students.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const own = students[middle];
    if (own !== undefined && compare(own.total, cutoff) >= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
