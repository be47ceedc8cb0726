import { type Integer, plus, times } from "../../exact/integer.ts";
import {
  add,
  ceiling,
  commonDenominator,
  divide,
  floor,
  HUNDRED,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { GuidelineSettings, Letter, LetterGrade, SharesSettings } from "../parameters.ts";
import { atOrAbove, countDistinct, gapRanks, nearMisses } from "./totals.ts";

/** What the guideline and a plain quota have in common. */
type Quota = Pick<GuidelineSettings, "shares" | "guaranteed" | "minimum">;

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
  /** What a student away from the target costs each cut, over `unit`. */
  readonly weights: readonly Integer[];
  /** Cost of the cut after a letter (0..K-1) at b = 0..m. */
  readonly cost: (cut: number, b: number) => Integer;
  /** Dense rank of the gap at b: 0 is the widest; no gap at 0 and m. */
  readonly rank: readonly number[];
  /** The least and greatest b that guaranteed and minimum cut-offs allow each cut. */
  readonly bounds: readonly { readonly least: number; readonly greatest: number }[];
  readonly points: GradePoints;
  /** The sums of `points.steps` times students that the GPA window allows; undefined without a window. */
  readonly window: Span | undefined;
}

/** The sum of grade points is (base + sum over cuts of step * students above the cut) / unit. */
export interface GradePoints {
  readonly unit: Integer;
  readonly base: Integer;
  readonly steps: readonly Integer[];
}

/** Integers from `least` to `greatest`; there are none when `least` is the larger. */
export interface Span {
  readonly least: Integer;
  readonly greatest: Integer;
}

/** States the problem of CURVE for the totals of the fitted students. */
export function curveProblem(
  fitted: readonly Rational[],
  settings: GuidelineSettings | SharesSettings,
  grades: readonly LetterGrade[],
): CurveProblem {
  const letters = grades.filter(({ letter }) => isUsed(letter, settings, grades));
  const { totals, students } = countDistinct(fitted);
  const cuts = letters.slice(0, -1).map(({ letter }) => cutTarget(letter, letters, settings, fitted.length));
  const isQuota = settings.method === "shares";
  const near = nearMisses(totals, students, settings.near);
  const nearWeight = isQuota ? ZERO : settings.nearWeight;
  const unit = commonDenominator([
    nearWeight,
    ...cuts.flatMap(({ weight, target }) => [weight, multiply(weight, target)]),
  ]);
  const scale = rational(unit);
  const scaled = cuts.map(({ weight, target }) => ({
    weight: multiply(weight, scale).numerator,
    target: multiply(multiply(weight, target), scale).numerator,
  }));
  const points = gradePoints(letters, fitted.length);
  const nearCost = near.map((count) => times(multiply(nearWeight, scale).numerator, count));
  return {
    letters,
    totals,
    students,
    unit,
    weights: scaled.map(({ weight }) => weight),
    cost: (cut, b) => {
      const { weight = 0, target = 0 } = scaled[cut] ?? {};
      const distance = plus(times(weight, students[b] ?? 0), times(target, -1));
      return plus(distance < 0 ? times(distance, -1) : distance, nearCost[b] ?? 0);
    },
    rank: isQuota ? totals.map(() => 0).concat(0) : gapRanks(totals),
    bounds: letters.slice(0, -1).map(({ letter }) => ({
      least: atOrAbove(totals, settings.guaranteed.get(letter)) ?? 0,
      greatest: atOrAbove(totals, settings.minimum.get(letter)) ?? totals.length,
    })),
    points,
    window: isQuota ? undefined : windowOf(settings.gpa, points, fitted.length),
  };
}

/** Grade points as integers. By Abel summation a cut adds its step for each student above it. */
function gradePoints(letters: readonly LetterGrade[], size: number): GradePoints {
  const unit = commonDenominator(letters.map(({ points }) => points));
  const whole = letters.map(({ points }) => multiply(points, rational(unit)).numerator);
  return {
    unit,
    base: times(whole.at(-1) ?? 0, size),
    steps: whole.slice(1).map((worse, index) => plus(whole[index] ?? 0, times(worse, -1))),
  };
}

function windowOf(gpa: GuidelineSettings["gpa"], { unit, base }: GradePoints, size: number): Span {
  const sumOf = (bound: Rational) => subtract(multiply(bound, rational(times(unit, size))), rational(base));
  return { least: ceiling(sumOf(gpa.lowest)), greatest: floor(sumOf(gpa.highest)) };
}

/** A letter takes part when it has a share or a rule of its own; the last letter always does. */
function isUsed(letter: Letter, settings: Quota, grades: readonly LetterGrade[]): boolean {
  return (
    settings.shares.some(({ letters }) => letters.includes(letter)) ||
    settings.guaranteed.has(letter) ||
    settings.minimum.has(letter) ||
    letter === grades.at(-1)?.letter
  );
}

/** The share of one letter in percent: its group's, split evenly. */
export function shareOf(letter: Letter, settings: Pick<Quota, "shares">): Rational {
  const group = settings.shares.find(({ letters }) => letters.includes(letter));
  return group === undefined ? ZERO : divide(group.share, rational(group.letters.length));
}

/** How many students should stand above the cut after a letter, and what a student of difference costs. */
function cutTarget(
  letter: Letter,
  letters: readonly LetterGrade[],
  settings: GuidelineSettings | SharesSettings,
  size: number,
): { readonly weight: Rational; readonly target: Rational } {
  const above = letters.slice(0, letters.findIndex((grade) => grade.letter === letter) + 1);
  const cumulative = above.map((grade) => shareOf(grade.letter, settings)).reduce(add, ZERO);
  const edge = settings.shares.some((group) => group.letters.at(-1) === letter);
  return {
    weight: settings.method === "shares" ? ONE : edge ? settings.edgeWeight : settings.innerWeight,
    target: divide(multiply(cumulative, rational(size)), HUNDRED),
  };
}
