import {
  commonDivisor,
  divideExactly,
  floorDivide,
  type Integer,
  integer,
  order,
  plus,
  sign,
  times,
} from "./integer.ts";

/** An exact number: numerator over a positive denominator, in lowest terms. */
export interface Rational {
  readonly numerator: Integer;
  readonly denominator: Integer;
}

/** @throws RangeError when the denominator is zero: callers rule that out with a diagnostic of their own. */
export function rational(numerator: Integer, denominator: Integer = 1): Rational {
  if (denominator === 1) return { numerator: integer(numerator), denominator };
  if (sign(denominator) === 0) throw new RangeError("a denominator of zero");
  if (sign(denominator) < 0) return rational(times(numerator, -1), times(denominator, -1));
  const divisor = commonDivisor(numerator, denominator);
  if (divisor === 1) return { numerator: integer(numerator), denominator: integer(denominator) };
  return {
    numerator: divideExactly(numerator, divisor),
    denominator: divideExactly(denominator, divisor),
  };
}

export const ZERO: Rational = rational(0);
export const ONE: Rational = rational(1);
export const HUNDRED: Rational = rational(100);

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(plus(a.numerator, b.numerator), a.denominator);
  return rational(
    plus(times(a.numerator, b.denominator), times(b.numerator, a.denominator)),
    times(a.denominator, b.denominator),
  );
}

export function negate(a: Rational): Rational {
  return { numerator: times(a.numerator, -1), denominator: a.denominator };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(times(a.numerator, b.numerator), times(a.denominator, b.denominator));
}

/** @throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(times(a.numerator, b.denominator), times(a.denominator, b.numerator));
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  if (a.denominator === b.denominator) return order(a.numerator, b.numerator);
  return order(times(a.numerator, b.denominator), times(b.numerator, a.denominator));
}

export const equal = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const isNegative = (a: Rational): boolean => sign(a.numerator) < 0;
export const isPositive = (a: Rational): boolean => sign(a.numerator) > 0;
export const isZero = (a: Rational): boolean => sign(a.numerator) === 0;
export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const absolute = (a: Rational): Rational => (isNegative(a) ? negate(a) : a);

/** The largest integer at or below the value. */
export function floor(a: Rational): Integer {
  return floorDivide(a.numerator, a.denominator);
}

/** The smallest integer at or above the value. */
export function ceiling(a: Rational): Integer {
  return times(floorDivide(times(a.numerator, -1), a.denominator), -1);
}

/** The smallest common multiple of all denominators: on it every value is an integer. */
export function commonDenominator(values: Iterable<Rational>): Integer {
  let common: Integer = 1;
  for (const { denominator } of values) {
    if (denominator === 1 || denominator === common) continue;
    common = times(common, divideExactly(denominator, commonDivisor(common, denominator)));
  }
  return common;
}

/** `numerator/denominator`, always with both: `2671/30`, `90/1`. */
export function fractionText(a: Rational): string {
  return `${a.numerator}/${a.denominator}`;
}

/** Reads what `fractionText` writes. */
export function fromFractionText(text: string): Rational {
  const [numerator = "", denominator = "1"] = text.split("/");
  return rational(integer(BigInt(numerator)), integer(BigInt(denominator)));
}
