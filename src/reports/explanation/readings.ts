import type { Rational } from "../../exact/rational.ts";
import type { Reading } from "../../policy/readings.ts";
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
  const { readings, status } = about.grade;
  const [question] = status.kind === "undecided" ? status.questions : [];
  return readings.map((reading) => ({
    assume: reading.assume,
    words: wordsOf(about, reading, question?.component ?? ""),
    total: reading.total?.value,
    letter: reading.letter,
    grade: reading.grade,
    contributions: reading.total === undefined ? [] : contributionsOf(about, reading.total),
    from: reading.total === undefined ? [] : arithmeticLines(about, reading.total),
  }));
}

function wordsOf(about: About, { assume }: Reading, component: string): string {
  const what = titleOf(about, component);
  const texts: Readonly<Record<string, string>> = {
    incomplete: `if ${what} makes it an incomplete`,
    zero: `if ${what} counts zero`,
    "full marks": `if ${what} has full marks`,
  };
  return texts[assume] ?? `if ${titleOf(about, assume)} takes over its weight`;
}
