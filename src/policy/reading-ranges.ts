import type { Derivation } from "../derivation/derivation.ts";
import { compare, type Rational } from "../exact/rational.ts";
import { type Answer, combinations } from "./answers.ts";
import type { Reading } from "./readings.ts";

/** Between which totals many combinations of answers lie, exactly. */
export interface ReadingRange {
  /** The answer that all of them share; undefined where they are all combinations there are. */
  readonly answer: Pick<Answer, "component" | "assume"> | undefined;
  /** How many there are. */
  readonly combinations: number;
  /** Of those that give a total, the first with the lowest and the first with the highest; undefined where none does. */
  readonly bounds: { readonly lowest: WithTotal; readonly highest: WithTotal } | undefined;
  /** Whether any of them gives an I. */
  readonly incomplete: boolean;
}

export type WithTotal = Reading & { readonly total: Derivation<Rational> };

/**
 * Missed and excused components can combine in so many ways at most; for more, no range is worked out. Four homeworks
 * and two exams make no more than 162: three excused homeworks, and both exams missed.
 */
const MOST_MISSED = 256;

/**
 * The range over all combinations, then that of each answer by itself. A higher score never lowers a total,
 * whichever late homeworks it then accepts, so unsettled scores need to be tried at their two ends only, all low or
 * all high; missed components are tried in every combination.
 */
export function rangesOf(
  lists: readonly (readonly Answer[])[],
  count: number,
  read: (answers: readonly Answer[]) => Reading | undefined,
): readonly ReadingRange[] {
  const missed = lists.filter(isMissed).reduce((product, { length }) => product * length, 1);
  if (missed > MOST_MISSED) return [];
  const range = (own: readonly (readonly Answer[])[], answer: Answer | undefined, combined: number) => ({
    answer: answer && { component: answer.component, assume: answer.assume },
    combinations: combined,
    ...boundsOf(own, read),
  });
  return [
    range(lists, undefined, count),
    ...lists.flatMap((list, index) =>
      list.map((answer) => range(lists.with(index, [answer]), answer, count / list.length)),
    ),
  ];
}

function boundsOf(
  lists: readonly (readonly Answer[])[],
  read: (answers: readonly Answer[]) => Reading | undefined,
): Pick<ReadingRange, "bounds" | "incomplete"> {
  const at = (end: 0 | -1) => lists.map((list) => (isMissed(list) ? list : list.slice(end).slice(0, 1)));
  const lows = combinations(at(0)).flatMap((answers) => read(answers) ?? []);
  const highs = combinations(at(-1)).flatMap((answers) => read(answers) ?? []);
  const lowest = lows.filter(hasTotal).reduce<WithTotal | undefined>(better(-1), undefined);
  const highest = highs.filter(hasTotal).reduce<WithTotal | undefined>(better(1), undefined);
  return {
    bounds: lowest && highest && { lowest, highest },
    incomplete: lows.some(({ total }) => total === undefined),
  };
}

function better(sign: 1 | -1) {
  return (kept: WithTotal | undefined, next: WithTotal): WithTotal =>
    kept === undefined || Math.sign(compare(next.total.value, kept.total.value)) === sign ? next : kept;
}

function isMissed(list: readonly Answer[]): boolean {
  return list.some(({ reading }) => reading !== undefined);
}

function hasTotal(reading: Reading): reading is WithTotal {
  return reading.total !== undefined;
}
