import { type Derivation, given } from "../derivation/derivation.ts";
import type { Rational } from "../exact/rational.ts";
import { ZERO } from "../exact/rational.ts";
import type { Assessment } from "./assess.ts";
import { componentsOf } from "./assess.ts";
import { missedClause } from "./cite.ts";
import { earnedLetter, type TrackCutoffs } from "./curve/cutoffs.ts";
import { gradeOf } from "./grade.ts";
import type { Letter, MissedReading, Policy } from "./parameters.ts";
import type { Question } from "./status.ts";
import { totalOf } from "./total.ts";
import { weigh } from "./weights.ts";

/** What one reading of an open question would give; no total where it gives an I. */
export interface Reading {
  readonly assume: string;
  readonly total: Derivation<Rational> | undefined;
  readonly letter: Letter;
  /** What would be reported under the student's basis: the letter, P/NP, S/U or I. */
  readonly grade: string;
}

/** Each reading of the only open question of a student; nothing while several are open. */
export function readingsOf(
  policy: Policy,
  assessment: Assessment,
  questions: readonly Question[],
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  const [question, second] = questions;
  if (question?.component === undefined || second !== undefined) return [];
  if (question.kind === "ungraded") return ungradedReadings(policy, assessment, question.component, cutoffs);
  return question.kind === "missed" ? missedReadings(policy, assessment, question.component, cutoffs) : [];
}

function ungradedReadings(
  policy: Policy,
  assessment: Assessment,
  component: string,
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  const maximum = assessment.maximums.get(component);
  if (maximum === undefined) return [];
  const ends = [
    { assume: "zero", score: given("i.ungraded", "no points", ZERO) },
    { assume: "full marks", score: maximum },
  ];
  return ends.flatMap(({ assume, score }) => {
    const standings = new Map([...assessment.standings, [component, { kind: "counted", score } as const]]);
    return readingWith(policy, { ...assessment, standings }, assume, new Map(), cutoffs);
  });
}

/** A later component that can be missed may take over; or the I, or zero. */
function missedReadings(
  policy: Policy,
  assessment: Assessment,
  component: string,
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  const components = componentsOf(policy, assessment.student);
  const later = components.slice(components.findIndex(({ id }) => id === component) + 1);
  const takers = later.filter(
    ({ id, absence }) => absence === "missed" && assessment.standings.get(id)?.kind === "counted",
  );
  const readings: readonly (readonly [string, MissedReading])[] = [
    ...takers.map(({ id }) => [id, { kind: "moves-to", component: id }] as const),
    ["incomplete", { kind: "incomplete" }],
    ["zero", { kind: "zero" }],
  ];
  return readings.flatMap(([assume, reading]) =>
    readingWith(policy, assessment, assume, new Map([[component, reading]]), cutoffs),
  );
}

function readingWith(
  policy: Policy,
  assessment: Assessment,
  assume: string,
  chosen: ReadonlyMap<string, MissedReading>,
  cutoffs: TrackCutoffs,
): readonly Reading[] {
  const { student, standings, maximums } = assessment;
  const { weights, missed } = weigh(policy, student, standings, chosen);
  if (missed.some(({ reading }) => reading === "incomplete"))
    return [{ assume, total: undefined, letter: "I", grade: "I" }];
  const zero = (id: string) =>
    missed.some(({ component, reading }) => component === id && reading === "zero")
      ? given(missedClause(policy, id, student.track), "assumed reading", "zero")
      : undefined;
  const total = totalOf(policy, student.track, weights, standings, maximums, zero);
  if (total === undefined) return [];
  const letter = earnedLetter(cutoffs, total);
  return [{ assume, total, letter: letter.value, grade: gradeOf(policy, student, letter).value }];
}
