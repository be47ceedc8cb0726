/** Exact fractions on BigInt alone: the arithmetic of the brute force shares nothing with the program's. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export const of = (numerator: bigint | number, denominator: bigint | number = 1n): Fraction => [
  BigInt(numerator),
  BigInt(denominator),
];
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const minus = (x: Fraction, [c, d]: Fraction): Fraction => plus(x, [-c, d]);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const size = ([a, b]: Fraction): Fraction => [a < 0n ? -a : a, b];

/** Negative, zero or positive as x is below, equal to or above y. */
export function order([a, b]: Fraction, [c, d]: Fraction): number {
  const difference = a * d - c * b;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
