import { type Integer, plus, times } from "../../exact/integer.ts";
import {
  absolute,
  add,
  commonDenominator,
  compare,
  divide,
  HUNDRED,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { GuidelineSettings, Letter, LetterGrade } from "../parameters.ts";

/** Where K = letters - 1 cuts may fall among m distinct totals, and what each cut costs there. */
export interface CurveProblem {
  /** From best to worst; the last one needs no cut. */
  readonly letters: readonly LetterGrade[];
  /** s(1) > ... > s(m) stand at 0..m-1, in percent points. */
  readonly totals: readonly Rational[];
  /** Students among the first b distinct totals, for b = 0..m. */
  readonly students: readonly number[];
  /** The common denominator of all costs: costs below are integers over it. */
  readonly unit: Integer;
  /** Cost of the cut after a letter (0..K-1) at b = 0..m. */
  readonly cost: (cut: number, b: number) => Integer;
  /** Dense rank of the gap at b: 0 is the widest; no gap at 0 and m. */
  readonly rank: readonly number[];
  /** The least and greatest b that guaranteed and minimum cut-offs allow each cut. */
  readonly bounds: readonly { readonly least: number; readonly greatest: number }[];
}

/** States the problem of CURVE for the totals of the fitted students. */
export function curveProblem(
  fitted: readonly Rational[],
  settings: GuidelineSettings,
  grades: readonly LetterGrade[],
): CurveProblem {
  const letters = grades.filter(({ letter }) => isUsed(letter, settings, grades));
  const { totals, students } = countDistinct(fitted);
  const cuts = letters.slice(0, -1).map(({ letter }) => cutTarget(letter, letters, settings, fitted.length));
  const near = nearMisses(totals, students, settings.near);
  const unit = commonDenominator([
    settings.nearWeight,
    ...cuts.flatMap(({ weight, target }) => [weight, multiply(weight, target)]),
  ]);
  const scale = rational(unit);
  const scaled = cuts.map(({ weight, target }) => ({
    weight: multiply(weight, scale).numerator,
    target: multiply(multiply(weight, target), scale).numerator,
  }));
  const nearCost = near.map((count) => times(multiply(settings.nearWeight, scale).numerator, count));
  return {
    letters,
    totals,
    students,
    unit,
    cost: (cut, b) => {
      const { weight = 0, target = 0 } = scaled[cut] ?? {};
      const distance = plus(times(weight, students[b] ?? 0), times(target, -1));
      return plus(distance < 0 ? times(distance, -1) : distance, nearCost[b] ?? 0);
    },
    rank: gapRanks(totals),
    bounds: letters.slice(0, -1).map(({ letter }) => ({
      least: atOrAbove(totals, settings.guaranteed.get(letter)) ?? 0,
      greatest: atOrAbove(totals, settings.minimum.get(letter)) ?? totals.length,
    })),
  };
}

/** A letter takes part when it has a share or a rule of its own; the last letter always does. */
function isUsed(letter: Letter, settings: GuidelineSettings, grades: readonly LetterGrade[]): boolean {
  return (
    settings.shares.some(({ letters }) => letters.includes(letter)) ||
    settings.guaranteed.has(letter) ||
    settings.minimum.has(letter) ||
    letter === grades.at(-1)?.letter
  );
}

/** The share of one letter in percent: its group's, split evenly. */
export function shareOf(letter: Letter, settings: GuidelineSettings): Rational {
  const group = settings.shares.find(({ letters }) => letters.includes(letter));
  return group === undefined ? ZERO : divide(group.share, rational(group.letters.length));
}

/** How many students should stand above the cut after a letter, and what a student of difference costs. */
function cutTarget(
  letter: Letter,
  letters: readonly LetterGrade[],
  settings: GuidelineSettings,
  size: number,
): { readonly weight: Rational; readonly target: Rational } {
  const above = letters.slice(0, letters.findIndex((grade) => grade.letter === letter) + 1);
  const cumulative = above.map((grade) => shareOf(grade.letter, settings)).reduce(add, ZERO);
  const edge = settings.shares.some((group) => group.letters.at(-1) === letter);
  return {
    weight: edge ? settings.edgeWeight : settings.innerWeight,
    target: divide(multiply(cumulative, rational(size)), HUNDRED),
  };
}

export function countDistinct(fitted: readonly Rational[]): {
  readonly totals: readonly Rational[];
  readonly students: readonly number[];
} {
  const sorted = fitted.toSorted((a, b) => compare(b, a));
  const totals: Rational[] = [];
  const students: number[] = [0];
  sorted.forEach((total, index) => {
    const last = totals.at(-1);
    if (last !== undefined && compare(last, total) === 0) students[students.length - 1] = index + 1;
    else {
      totals.push(total);
      students.push(index + 1);
    }
  });
  return { totals, students };
}

/** For each cut 0 < b < m: students below s(b) by `near` or less. */
function nearMisses(
  totals: readonly Rational[],
  students: readonly number[],
  near: Rational,
): readonly number[] {
  const counts = [0];
  let reach = 0;
  for (let b = 1; b < totals.length; b += 1) {
    const lowest = subtract(totals[b - 1] ?? ZERO, near);
    reach = Math.max(reach, b);
    while (reach < totals.length && compare(totals[reach] ?? ZERO, lowest) >= 0) reach += 1;
    counts.push((students[reach] ?? 0) - (students[b] ?? 0));
  }
  counts.push(0);
  return counts;
}

function gapRanks(totals: readonly Rational[]): readonly number[] {
  const gaps = totals.slice(1).map((total, index) => absolute(subtract(totals[index] ?? ZERO, total)));
  const order = gaps.map((_, index) => index).sort((a, b) => compare(gaps[b] ?? ZERO, gaps[a] ?? ZERO));
  const ranks = new Array<number>(gaps.length).fill(0);
  let rank = 0;
  order.forEach((gap, position) => {
    const previous = order[position - 1];
    if (previous !== undefined && compare(gaps[previous] ?? ZERO, gaps[gap] ?? ZERO) !== 0) rank += 1;
    ranks[gap] = rank;
  });
  const widths = gaps.length === 0 ? 0 : rank + 1;
  return [widths, ...ranks, ...(totals.length === 0 ? [] : [widths])];
}

/** Distinct totals at or above a cut-off; undefined without one. */
function atOrAbove(totals: readonly Rational[], cutoff: Rational | undefined): number | undefined {
  if (cutoff === undefined) return undefined;
  const below = totals.findIndex((total) => compare(total, cutoff) < 0);
  return below < 0 ? totals.length : below;
}
