import { type Integer, order, plus, times } from "../exact/integer.ts";
import { commonDenominator, floor, multiply, type Rational, rational } from "../exact/rational.ts";

/** What a column of numbers comes to, exactly; no number is estimated. */
export interface Statistics {
  readonly mean: Rational;
  readonly lowest: Rational;
  readonly lower: Rational;
  readonly median: Rational;
  readonly upper: Rational;
  readonly highest: Rational;
  /** The sample variance, over n - 1; undefined for one value. Its square root is the standard deviation. */
  readonly variance: Rational | undefined;
}

/** The statistics of at least one value, as integers over one denominator; undefined for none. */
export function statisticsOf(values: readonly Rational[]): Statistics | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const unit = commonDenominator(values);
  const scaled = values.map((value) => multiply(value, rational(unit)).numerator).sort(order);
  const sum = scaled.reduce(plus, 0);
  const part = (quarters: number) => quantile(scaled, rational(quarters, 4), unit);
  return {
    mean: rational(sum, times(unit, n)),
    lowest: part(0),
    lower: part(1),
    median: part(2),
    upper: part(3),
    highest: part(4),
    variance: n < 2 ? undefined : varianceOf(scaled, sum, unit),
  };
}

/** Between the two values around position (n - 1) x part, in proportion: what QUARTILE.INC of a spreadsheet gives. */
function quantile(sorted: readonly Integer[], part: Rational, unit: Integer): Rational {
  const position = multiply(rational(sorted.length - 1), part);
  const index = Number(floor(position));
  const below = sorted[index] ?? 0;
  const above = sorted[index + 1] ?? below;
  const { numerator, denominator } = position;
  const beyond = plus(numerator, times(denominator, -index));
  const step = times(plus(above, times(below, -1)), beyond);
  return rational(plus(times(below, denominator), step), times(unit, denominator));
}

/** (n x the sum of squares - the square of the sum) / (n x (n - 1)), over the square of the unit. */
function varianceOf(values: readonly Integer[], sum: Integer, unit: Integer): Rational {
  const n = values.length;
  const squares = values.reduce((total, value) => plus(total, times(value, value)), 0);
  const spread = plus(times(n, squares), times(-1, times(sum, sum)));
  return rational(spread, times(times(n, n - 1), times(unit, unit)));
}
