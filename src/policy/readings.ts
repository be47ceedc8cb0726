import type { Derivation } from "../derivation/derivation.ts";
import type { Rational } from "../exact/rational.ts";
import { type Answer, answersTo, combinations } from "./answers.ts";
import { type Assessment, assess } from "./assess.ts";
import { earnedLetter, type TrackCutoffs } from "./curve/cutoffs.ts";
import { gradeOf } from "./grade.ts";
import type { ComponentId, Letter, Policy } from "./parameters.ts";
import { type ReadingRange, rangesOf } from "./reading-ranges.ts";
import type { Question } from "./status.ts";

/** What one combination of answers to the open questions would give; no total where it gives an I. */
export interface Reading {
  /** One answer for each open question. */
  readonly answers: readonly { readonly component: ComponentId; readonly assume: string }[];
  readonly total: Derivation<Rational> | undefined;
  readonly letter: Letter;
  /** What would be reported under the student's basis: the letter, P/NP, S/U or I. */
  readonly grade: string;
  /** The late homeworks that it would accept; undefined where the order of slip days is not open. */
  readonly accepted: readonly ComponentId[] | undefined;
  /** Everything that the policy would say then. */
  readonly assessment: Assessment;
}

/** What the answers to the open questions would give. */
export interface Readings {
  /** Every combination of answers; none where they are too many to read. */
  readonly each: readonly Reading[];
  /** Where they are too many: between what they lie, over all and for each answer by itself. */
  readonly ranges: readonly ReadingRange[];
}

export const NO_READINGS: Readings = { each: [], ranges: [] };

/** More combinations than these are too many to read one by one. */
const MOST = 8;

export function readingsOf(
  policy: Policy,
  assessment: Assessment,
  questions: readonly Question[],
  cutoffs: TrackCutoffs,
): Readings {
  if (questions.length === 0) return NO_READINGS;
  const lists = questions.map((question) => answersTo(policy, assessment, question));
  const slipDaysOpen = questions.some(({ kind }) => kind === "slip-order");
  const read = (answers: readonly Answer[]) =>
    readingWith(policy, assessment, answers, cutoffs, slipDaysOpen);
  const count = lists.reduce((product, { length }) => product * length, 1);
  if (count > MOST) return { each: [], ranges: rangesOf(lists, count, read) };
  return { each: combinations(lists).flatMap((answers) => read(answers) ?? []), ranges: [] };
}

/** Assesses the student again as if the answers were so; undefined where that gives no total either. */
function readingWith(
  policy: Policy,
  { student }: Assessment,
  answers: readonly Answer[],
  cutoffs: TrackCutoffs,
  slipDaysOpen: boolean,
): Reading | undefined {
  const assessment = assess(policy, student, {
    scores: new Map(answers.flatMap(({ component, score }) => (score ? [[component, score]] : []))),
    missed: new Map(answers.flatMap(({ component, reading }) => (reading ? [[component, reading]] : []))),
  });
  const base = {
    answers: answers.map(({ component, assume }) => ({ component, assume })),
    accepted: slipDaysOpen ? acceptedLate(assessment) : undefined,
    assessment,
  };
  const { total, missed } = assessment;
  if (missed.some(({ reading }) => reading === "incomplete"))
    return { ...base, total: undefined, letter: "I", grade: "I" };
  if (total === undefined) return undefined;
  const letter = earnedLetter(cutoffs, total);
  return { ...base, total, letter: letter.value, grade: gradeOf(policy, student, letter).value };
}

function acceptedLate({ ledger }: Assessment): readonly ComponentId[] {
  return ledger.entries.filter(({ charged }) => charged > 0).map(({ component }) => component.id);
}

/** The answers as one word or, for several questions, one for each component. */
export function assumptionText({ answers }: Pick<Reading, "answers">): string {
  const [only, second] = answers;
  if (only !== undefined && second === undefined) return only.assume;
  return answers.map(({ component, assume }) => `${component} ${assume}`).join(" and ");
}
