import {
  add,
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../exact/rational.ts";

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

/** The statistics of at least one value; undefined for none. */
export function statisticsOf(values: readonly Rational[]): Statistics | undefined {
  const sorted = values.toSorted(compare);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  const mean = divide(sum(sorted), rational(sorted.length));
  return {
    mean,
    lowest,
    lower: quantile(sorted, rational(1, 4)),
    median: quantile(sorted, rational(1, 2)),
    upper: quantile(sorted, rational(3, 4)),
    highest,
    variance: varianceOf(sorted, mean),
  };
}

/** Between the two values around position (n - 1) x part, in proportion: what QUARTILE.INC of a spreadsheet gives. */
export function quantile(sorted: readonly Rational[], part: Rational): Rational {
  const position = multiply(rational(sorted.length - 1), part);
  const index = Number(floor(position));
  const below = sorted[index] ?? ZERO;
  const above = sorted[index + 1] ?? below;
  return add(below, multiply(subtract(above, below), subtract(position, rational(index))));
}

function varianceOf(values: readonly Rational[], mean: Rational): Rational | undefined {
  if (values.length < 2) return undefined;
  const squares = values.map((value) => {
    const distance = subtract(value, mean);
    return multiply(distance, distance);
  });
  return divide(sum(squares), rational(values.length - 1));
}
