import { couldBeFitted } from "../../policy/fitted-on.ts";
import type { Grade } from "../../policy/policy.ts";
import type { TrackDistribution } from "../distribution.ts";

/** Who of a track is counted where; the letter grades, the others and the undecided add up to the students. */
export interface Population {
  readonly students: number;
  /** Final letter grades: these make the GPA. */
  readonly letterGraded: number;
  readonly fitted: number;
  /** Letter grades that did not set the cut-offs, by the first reason that applies. */
  readonly notFitted: readonly { readonly reason: NotFitted; readonly students: number }[];
  /** P, NP, S, U, RD and I. */
  readonly others: TrackDistribution["others"];
  readonly undecided: number;
}

/** Why nobody of a track set its cut-offs, by how these came. */
const UNFITTED = {
  frozen: "cut-offs frozen",
  fixed: "cut-offs fixed by the policy",
  "same-as": "cut-offs of another track",
} as const;

const REASONS = ["grade given", "graduate student", "basis not known", ...Object.values(UNFITTED)] as const;
export type NotFitted = (typeof REASONS)[number];

export function populationOf(distribution: TrackDistribution, grades: readonly Grade[]): Population {
  const { students, letterGraded, fitted, others, undecided } = distribution;
  const reasons = grades
    .filter(({ assessment, grade, fitted: sets }) => {
      const { basis } = assessment.student;
      const isLetter = basis === "letter" || basis === "unknown";
      return isLetter && grade !== undefined && !sets && grade.value !== "I" && grade.value !== "RD";
    })
    .map((grade) => reasonOf(grade, distribution));
  const notFitted = REASONS.map((reason) => ({
    reason,
    students: reasons.filter((own) => own === reason).length,
  })).filter(({ students: own }) => own > 0);
  return { students, letterGraded, fitted, notFitted, others, undecided };
}

function reasonOf({ assessment, status }: Grade, { cutoffs }: TrackDistribution): NotFitted {
  const { method } = cutoffs.source;
  if (status.kind === "given") return "grade given";
  if (assessment.student.graduate && !couldBeFitted(assessment)) return "graduate student";
  if (assessment.student.basis === "unknown") return "basis not known";
  if (method === "frozen" || method === "fixed" || method === "same-as") return UNFITTED[method];
  throw new Error(`${assessment.student.sid.value} counts for the curve and was not fitted`);
}
