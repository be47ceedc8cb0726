import { type Derivation, given } from "../derivation/derivation.ts";
import type { Rational } from "../exact/rational.ts";
import { ZERO } from "../exact/rational.ts";
import type { Assessment } from "./assess.ts";
import { componentsOf } from "./assess.ts";
import { missedClause } from "./cite.ts";
import { earnedLetter, type TrackCutoffs } from "./curve/cutoffs.ts";
import { gradeOf } from "./grade.ts";
import type { ComponentId, Letter, MissedReading, Policy } from "./parameters.ts";
import type { Question } from "./status.ts";
import { totalOf } from "./total.ts";
import { weigh } from "./weights.ts";

/** What one reading of an open question would give; no total where it gives an I. */
export interface Reading {
  /** One answer for each open question. */
  readonly answers: readonly { readonly component: ComponentId; readonly assume: string }[];
  readonly total: Derivation<Rational> | undefined;
  readonly letter: Letter;
  /** What would be reported under the student's basis: the letter, P/NP, S/U or I. */
  readonly grade: string;
}

/** One answer to one open question. */
interface Answer {
  readonly component: ComponentId;
  readonly assume: string;
  /** Raw points, for work that waits for its score. */
  readonly score?: Derivation<Rational>;
  /** What a missed component does. */
  readonly reading?: MissedReading;
}

/** More than these are too many to read; the questions are then settled one by one. */
const MOST = 8;

/** What each answer to the open questions would give, in every combination; nothing while slip days are open. */
export function readingsOf(
  policy: Policy,
  assessment: Assessment,
  questions: readonly Question[],
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  if (questions.length === 0) return [];
  const combinations = questions
    .map((question) => answersTo(policy, assessment, question))
    .reduce<readonly (readonly Answer[])[]>(
      (combined, answers) => combined.flatMap((before) => answers.map((answer) => [...before, answer])),
      [[]],
    );
  if (combinations.length > MOST) return [];
  return combinations.flatMap((answers) => {
    const scored = answers.flatMap(({ component, score }) =>
      score === undefined ? [] : [[component, { kind: "counted", score } as const] as const],
    );
    const chosen = answers.flatMap(({ component, reading }) =>
      reading === undefined ? [] : [[component, reading] as const],
    );
    const standings = new Map([...assessment.standings, ...scored]);
    return readingWith(policy, { ...assessment, standings }, answers, new Map(chosen), cutoffs);
  });
}

function answersTo(policy: Policy, assessment: Assessment, { kind, component }: Question): readonly Answer[] {
  if (component === undefined) return [];
  if (kind === "missed") return missedAnswers(policy, assessment, component);
  const maximum = assessment.maximums.get(component);
  if (kind !== "ungraded" || maximum === undefined) return [];
  return [
    { component, assume: "zero", score: given("i.ungraded", "no points", ZERO) },
    { component, assume: "full marks", score: maximum },
  ];
}

/** A later component that can be missed may take over; or the I, or zero. */
function missedAnswers(policy: Policy, assessment: Assessment, component: ComponentId): readonly Answer[] {
  const components = componentsOf(policy, assessment.student);
  const later = components.slice(components.findIndex(({ id }) => id === component) + 1);
  const takers = later.filter(
    ({ id, absence }) => absence === "missed" && assessment.standings.get(id)?.kind !== "moved",
  );
  return [
    ...takers.map(
      ({ id }): Answer => ({ component, assume: id, reading: { kind: "moves-to", component: id } }),
    ),
    { component, assume: "incomplete", reading: { kind: "incomplete" } },
    { component, assume: "zero", reading: { kind: "zero" } },
  ];
}

function readingWith(
  policy: Policy,
  assessment: Assessment,
  answers: readonly Answer[],
  chosen: ReadonlyMap<string, MissedReading>,
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  const { student, standings, maximums } = assessment;
  const answered = answers.map(({ component, assume }) => ({ component, assume }));
  const { weights, missed } = weigh(policy, student, standings, chosen);
  if (missed.some(({ reading }) => reading === "incomplete"))
    return [{ answers: answered, total: undefined, letter: "I", grade: "I" }];
  const zero = (id: string) =>
    missed.some(({ component, reading }) => component === id && reading === "zero")
      ? given(missedClause(policy, id, student.track), "assumed reading", "zero")
      : undefined;
  const total = totalOf(policy, student.track, weights, standings, maximums, zero);
  if (total === undefined) return [];
  const letter = earnedLetter(cutoffs, total);
  return [{ answers: answered, total, letter: letter.value, grade: gradeOf(policy, student, letter).value }];
}

/** The answers as one word or, for several questions, one for each component. */
export function assumptionText({ answers }: Pick<Reading, "answers">): string {
  const [only, second] = answers;
  if (only !== undefined && second === undefined) return only.assume;
  return answers.map(({ component, assume }) => `${component} ${assume}`).join(" and ");
}
