import type { Rational } from "../../exact/rational.ts";
import type { Answer } from "../../policy/answers.ts";
import type { ComponentId } from "../../policy/parameters.ts";
import { assumptionText, type Reading } from "../../policy/readings.ts";
import { type About, titleOf } from "./about.ts";
import type { Line } from "./line.ts";
import { arithmeticLines, type Contribution, contributionsOf } from "./total.ts";

/** What one reading of the open questions would give, with its arithmetic. */
export interface ReadingGiven {
  /** As `Answer` has it; for several questions, one for each component. */
  readonly assume: string;
  readonly words: string;
  readonly total: Rational | undefined;
  readonly letter: string;
  readonly grade: string;
  /** The late homeworks that it would accept; undefined where the order of slip days is not open. */
  readonly accepted: readonly ComponentId[] | undefined;
  readonly contributions: readonly Contribution[];
  readonly from: readonly Line[];
}

/** Between what many readings lie. */
export interface RangeGiven {
  readonly answer: Pick<Answer, "component" | "assume"> | undefined;
  readonly words: string;
  readonly combinations: number;
  readonly incomplete: boolean;
  readonly lowest: ReadingGiven | undefined;
  readonly highest: ReadingGiven | undefined;
}

export function readingsGiven(about: About): readonly ReadingGiven[] {
  return about.grade.readings.each.map((reading) => readingGiven(about, reading));
}

export function rangesGiven(about: About): readonly RangeGiven[] {
  return about.grade.readings.ranges.map(({ answer, combinations, incomplete, bounds }) => ({
    answer,
    words: answer === undefined ? "over all of them" : `if ${wordsOf(about, answer)}`,
    combinations,
    incomplete,
    lowest: bounds && readingGiven(about, bounds.lowest),
    highest: bounds && readingGiven(about, bounds.highest),
  }));
}

function readingGiven(about: About, reading: Reading): ReadingGiven {
  const { total, letter, grade, accepted, assessment } = reading;
  const then: About = { ...about, grade: { ...about.grade, assessment } };
  return {
    assume: assumptionText(reading),
    words: `if ${reading.answers.map((answer) => wordsOf(about, answer)).join(" and ")}${acceptedWords(about, accepted)}`,
    total: total?.value,
    letter,
    grade,
    accepted,
    contributions: total === undefined ? [] : contributionsOf(then, total),
    from: total === undefined ? [] : arithmeticLines(then, total),
  };
}

function wordsOf(about: About, { component, assume }: Reading["answers"][number]): string {
  const what = titleOf(about, component);
  const texts: Readonly<Record<string, string>> = {
    incomplete: `${what} makes it an incomplete`,
    zero: `${what} counts zero`,
    "full marks": `${what} has full marks`,
    "zero for the rest": `the rest of ${what} counts zero`,
    "full marks for the rest": `the rest of ${what} has full marks`,
  };
  return texts[assume] ?? `${titleOf(about, assume)} takes over the weight of ${what}`;
}

/** Where the slip days go under a reading. */
function acceptedWords(about: About, accepted: readonly ComponentId[] | undefined): string {
  if (accepted === undefined) return "";
  const names = accepted.map((id) => titleOf(about, id)).join(" and ");
  return names === "" ? ", no late homework accepted" : `, slip days for ${names}`;
}
