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

export type NotFitted = "grade given" | "graduate student" | "basis not known" | "track not fitted";

export function populationOf(distribution: TrackDistribution, grades: readonly Grade[]): Population {
  const { students, letterGraded, fitted, others, undecided } = distribution;
  const reasons = grades
    .filter(({ assessment, grade, fitted: sets }) => {
      const { basis } = assessment.student;
      const isLetter = basis === "letter" || basis === "unknown";
      return isLetter && grade !== undefined && !sets && grade.value !== "I" && grade.value !== "RD";
    })
    .map(reasonOf);
  const order: readonly NotFitted[] = [
    "grade given",
    "graduate student",
    "basis not known",
    "track not fitted",
  ];
  const notFitted = order
    .map((reason) => ({ reason, students: reasons.filter((own) => own === reason).length }))
    .filter(({ students }) => students > 0);
  return { students, letterGraded, fitted, notFitted, others, undecided };
}

function reasonOf({ assessment, status }: Grade): NotFitted {
  if (status.kind === "given") return "grade given";
  if (assessment.student.graduate) return "graduate student";
  return assessment.student.basis === "unknown" ? "basis not known" : "track not fitted";
}
