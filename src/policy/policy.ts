import type { Derivation } from "../derivation/derivation.ts";
import { derive, given, operation } from "../derivation/derivation.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Rational } from "../exact/rational.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import { type Assessment, assess, totalIfZero } from "./assess.ts";
import { read } from "./cite.ts";
import { earnedLetter, letterOf, type TrackCutoffs } from "./curve/cutoffs.ts";
import { cutoffsInForce } from "./curve/fit.ts";
import type { FrozenCutoffs } from "./curve/frozen.ts";
import { usualCutoffs } from "./curve/usual.ts";
import { couldBeFitted, isFitted } from "./fitted-on.ts";
import { gradeOf } from "./grade.ts";
import type { Letter, Policy, TrackId } from "./parameters.ts";
import { NO_READINGS, type Readings, readingsOf } from "./readings.ts";
import { type Status, statusOf } from "./status.ts";

/** The final word on one student, with how it came about. */
export interface Grade {
  readonly assessment: Assessment;
  readonly status: Status;
  readonly fitted: boolean;
  /** Percent points; only for a final status, and only where every component has points. */
  readonly total: Derivation<Rational> | undefined;
  /** By the cut-offs, or as given; undefined for incomplete and undecided. */
  readonly letter: Derivation<Letter> | undefined;
  /** By the cut-offs of the default curve, where the policy has another; undefined for what totals do not decide. */
  readonly usualLetter: Letter | undefined;
  /** What is reported: the letter, P/NP, S/U, I or RD; undefined while undecided. */
  readonly grade: Derivation<string> | undefined;
  /** For an incomplete: the grade with the missing work as zero, where it can be computed. */
  readonly ifZero: Derivation<string> | undefined;
  /** For open questions: what each reading would give. */
  readonly readings: Readings;
}

/** The grades of a term, in the order of the SIDs. */
export interface Grades {
  readonly grades: readonly Grade[];
  readonly cutoffs: ReadonlyMap<TrackId, TrackCutoffs>;
  /** Undecided students who could set the boundaries, by the track they are fitted for. */
  readonly provisional: ReadonlyMap<TrackId, number>;
}

const asGiven = operation("as given", (letter: Letter): Letter => letter);

/** The order of the rules: assess everybody, settle the status, fit the curve, give the letters. */
export function gradeTerm(
  policy: Policy,
  gradebook: Gradebook,
  frozen: FrozenCutoffs | undefined,
  report: Report,
): Grades {
  const assessed = gradebook.students.map((student) => {
    const assessment = assess(policy, student);
    return { assessment, status: statusOf(policy, assessment) };
  });
  const taken = new Set(gradebook.students.map(({ track }) => track));
  const totalsOf = (track: TrackId) =>
    assessed.flatMap(({ assessment, status }) =>
      assessment.student.track === track && isFitted(assessment, status) && assessment.total !== undefined
        ? [assessment.total.value]
        : [],
    );
  const fitted = new Map(policy.tracks.map(({ id }) => [id, totalsOf(id)]));
  const cutoffs = cutoffsInForce(policy, (track) => taken.has(track), fitted, frozen, report);
  const usual = usualCutoffs(policy, (track) => taken.has(track), fitted, frozen);
  const provisional = provisionalTracks(policy, assessed, cutoffs, report);
  const grades = assessed.flatMap(({ assessment, status }) => {
    const own = cutoffs.get(assessment.student.track);
    const other = usual?.get(assessment.student.track);
    return own === undefined ? [] : [gradeStudent(policy, assessment, status, own, other)];
  });
  return { grades, cutoffs, provisional };
}

function gradeStudent(
  policy: Policy,
  assessment: Assessment,
  status: Status,
  cutoffs: TrackCutoffs,
  usual: TrackCutoffs | undefined,
): Grade {
  const { student, total } = assessment;
  const base = {
    assessment,
    status,
    fitted: cutoffs.source.fit !== undefined && isFitted(assessment, status),
    total: undefined,
    letter: undefined,
    usualLetter: undefined,
    grade: undefined,
    ifZero: undefined,
    readings: NO_READINGS,
  };
  switch (status.kind) {
    case "given": {
      const letter = derive(
        "decision.adjustment",
        "letter given",
        asGiven,
        read("grade given", status.letter),
      );
      return { ...base, total, letter, grade: gradeOf(policy, student, letter) };
    }
    case "incomplete": {
      const zero = totalIfZero(policy, assessment);
      const ifZero = zero && gradeOf(policy, student, earnedLetter(cutoffs, zero));
      const [cause] = status.causes;
      return { ...base, grade: given(cause?.by ?? "campus.incomplete", "grade", "I"), ifZero };
    }
    case "undecided":
      return { ...base, readings: readingsOf(policy, assessment, status.questions, cutoffs) };
    case "final": {
      if (total === undefined) throw new Error(`${student.sid.value} is final without a total`);
      const letter = earnedLetter(cutoffs, total);
      const usualLetter = usual && letterOf(usual, total.value);
      return { ...base, total, letter, usualLetter, grade: gradeOf(policy, student, letter) };
    }
  }
}

/** Fitted cut-offs are provisional while a student who could be fitted is undecided. */
function provisionalTracks(
  policy: Policy,
  assessed: readonly { readonly assessment: Assessment; readonly status: Status }[],
  cutoffs: ReadonlyMap<TrackId, TrackCutoffs>,
  report: Report,
): ReadonlyMap<TrackId, number> {
  const found = new Map<TrackId, number>();
  for (const { id } of policy.tracks) {
    if (cutoffs.get(id)?.source.fit === undefined) continue;
    const students = assessed.filter(
      ({ assessment, status }) =>
        assessment.student.track === id && status.kind === "undecided" && couldBeFitted(assessment),
    ).length;
    if (students === 0) continue;
    found.set(id, students);
    report(problem("curve-provisional", { track: id, students }));
  }
  return found;
}
