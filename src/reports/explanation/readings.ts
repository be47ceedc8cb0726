import type { Rational } from "../../exact/rational.ts";
import { assumptionText, type Reading } from "../../policy/readings.ts";
import { type About, titleOf } from "./about.ts";
import type { Line } from "./line.ts";
import { arithmeticLines, type Contribution, contributionsOf } from "./total.ts";

/** What one reading of an open question would give, with its arithmetic. */
export interface ReadingGiven {
  /** `incomplete`, `zero`, `full marks`, or the component that takes over the weight. */
  readonly assume: string;
  readonly words: string;
  readonly total: Rational | undefined;
  readonly letter: string;
  readonly grade: string;
  readonly contributions: readonly Contribution[];
  readonly from: readonly Line[];
}

export function readingsGiven(about: About): readonly ReadingGiven[] {
  return about.grade.readings.map((reading) => ({
    assume: assumptionText(reading),
    words: `if ${reading.answers.map((answer) => wordsOf(about, answer)).join(" and ")}`,
    total: reading.total?.value,
    letter: reading.letter,
    grade: reading.grade,
    contributions: reading.total === undefined ? [] : contributionsOf(about, reading.total),
    from: reading.total === undefined ? [] : arithmeticLines(about, reading.total),
  }));
}

function wordsOf(about: About, { component, assume }: Reading["answers"][number]): string {
  const what = titleOf(about, component);
  const texts: Readonly<Record<string, string>> = {
    incomplete: `${what} makes it an incomplete`,
    zero: `${what} counts zero`,
    "full marks": `${what} has full marks`,
  };
  return texts[assume] ?? `${titleOf(about, assume)} takes over its weight`;
}
