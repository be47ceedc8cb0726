import type { Rational } from "../exact/rational.ts";
import { letterOf, type TrackCutoffs } from "../policy/curve/cutoffs.ts";
import { gradePointAverage } from "../policy/curve/gpa.ts";
import type { Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { isLetterGrade } from "./distribution.ts";
import { type FinalStudent, finalStudents } from "./final-students.ts";

/** A way to set cut-offs, by the name under which it is compared, and what it gives each track. */
export interface Candidate {
  readonly name: string;
  readonly cutoffs: ReadonlyMap<TrackId, TrackCutoffs>;
}

/** A student whose letter differs from the proposal's. */
export interface Mover {
  readonly student: FinalStudent;
  readonly from: Letter;
  readonly to: Letter;
}

/** What one candidate does to one track. */
export interface Outcome {
  readonly name: string;
  readonly cutoffs: TrackCutoffs;
  /** Final letter grades of the track, by letter. */
  readonly counts: ReadonlyMap<Letter, number>;
  readonly gpa: Rational | undefined;
  /** Of the group that a curve is fitted on. */
  readonly gpaFitted: Rational | undefined;
  /** Against the first candidate: whoever gets a better and a worse letter, highest total first. */
  readonly rises: readonly Mover[];
  readonly falls: readonly Mover[];
}

export interface TrackComparison {
  readonly track: TrackId;
  /** From best to worst: every letter that some candidate gives or has a cut-off for. */
  readonly letters: readonly Letter[];
  readonly outcomes: readonly Outcome[];
}

/** Sets candidates side by side, the first being the proposal that the others are held against; tracks apart. */
export function compareMethods(
  policy: Policy,
  grades: Grades,
  candidates: readonly Candidate[],
): readonly TrackComparison[] {
  const ladder = policy.letters.map(({ letter }) => letter);
  return policy.tracks.flatMap(({ id: track }): readonly TrackComparison[] => {
    const students = finalStudents(policy, grades, track);
    if (students.length === 0) return [];
    const given = grades.grades.flatMap((grade) =>
      grade.assessment.student.track === track &&
      grade.status.kind === "given" &&
      isLetterGrade(grade, ladder) &&
      grade.letter !== undefined
        ? [grade.letter.value]
        : [],
    );
    const base = candidates[0]?.cutoffs.get(track);
    const outcomes = candidates.flatMap(({ name, cutoffs }) => {
      const own = cutoffs.get(track);
      return own === undefined || base === undefined
        ? []
        : [{ name, ...outcomeOf(policy, ladder, students, given, own, base) }];
    });
    const isUsed = (letter: Letter) =>
      outcomes.some(
        ({ counts, cutoffs }) => counts.has(letter) || cutoffs.cutoffs.some((own) => own.letter === letter),
      );
    return [{ track, letters: ladder.filter(isUsed), outcomes }];
  });
}

function outcomeOf(
  policy: Policy,
  ladder: readonly Letter[],
  students: readonly FinalStudent[],
  given: readonly Letter[],
  cutoffs: TrackCutoffs,
  base: TrackCutoffs,
): Omit<Outcome, "name"> {
  const now = students.map((student) => ({ student, letter: letterOf(cutoffs, student.total) }));
  const lettersOf = (keep: (student: FinalStudent) => boolean) =>
    now.filter(({ student }) => keep(student)).map(({ letter }) => letter);
  const counted = [...given, ...lettersOf(({ inGpa }) => inGpa)];
  const counts = new Map<Letter, number>();
  for (const letter of counted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const movers = now.map(
    ({ student, letter: to }): Mover => ({ student, from: letterOf(base, student.total), to }),
  );
  const rise = ({ from, to }: Mover) => Math.sign(ladder.indexOf(from) - ladder.indexOf(to));
  return {
    cutoffs,
    counts,
    gpa: gradePointAverage(counted, policy.letters),
    gpaFitted: gradePointAverage(
      lettersOf(({ fitted }) => fitted),
      policy.letters,
    ),
    rises: movers.filter((mover) => rise(mover) > 0),
    falls: movers.filter((mover) => rise(mover) < 0),
  };
}
