import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { integer } from "../../src/exact/integer.ts";
import {
  absolute,
  add,
  ceiling,
  commonDenominator,
  compare,
  divide,
  equal,
  floor,
  fractionText,
  fromFractionText,
  isNegative,
  isPositive,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  sum,
} from "../../src/exact/rational.ts";

const numerators = fc.oneof(
  fc.bigInt(-200n, 200n),
  fc.bigInt(-(2n ** 54n), 2n ** 54n),
  fc.bigInt(-(10n ** 30n), 10n ** 30n),
);
const denominators = fc.oneof(
  fc.bigInt(1n, 200n),
  fc.bigInt(2n ** 52n, 2n ** 54n),
  fc.bigInt(1n, 10n ** 30n),
);

/** The same value twice: ours, and one of an independent library. */
const pair = fc.tuple(numerators, denominators).map(([n, d]) => ({
  own: rational(integer(n), integer(d)),
  other: new Fraction(n, d),
}));

function same(own: Rational, other: Fraction): void {
  expect(fractionText(own)).toBe(`${other.s * other.n}/${other.d}`);
}

describe("rationals agree with fraction.js, on numbers and beyond 2^53", () => {
  it("in the four operations", () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        same(add(a.own, b.own), a.other.add(b.other));
        same(subtract(a.own, b.own), a.other.sub(b.other));
        same(multiply(a.own, b.own), a.other.mul(b.other));
        if (!isZero(b.own)) same(divide(a.own, b.own), a.other.div(b.other));
      }),
      { numRuns: 2000 },
    );
  });

  it("in order, sign, absolute value, floor and ceiling", () => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        expect(compare(a.own, b.own)).toBe(Math.sign(Number(a.other.compare(b.other))));
        expect(equal(a.own, b.own)).toBe(a.other.equals(b.other));
        same(minimum(a.own, b.own), a.other.lt(b.other) ? a.other : b.other);
        same(maximum(a.own, b.own), a.other.gt(b.other) ? a.other : b.other);
        same(absolute(a.own), a.other.abs());
        same(negate(a.own), a.other.neg());
        same(rational(floor(a.own)), a.other.floor());
        same(rational(ceiling(a.own)), a.other.ceil());
        expect([isNegative(a.own), isZero(a.own), isPositive(a.own)]).toEqual([
          a.other.lt(0),
          a.other.equals(0),
          a.other.gt(0),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it("in sums of many", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const expected = pairs.reduce((all, { other }) => all.add(other), new Fraction(0));
        same(sum(pairs.map(({ own }) => own)), expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a rational", () => {
  it("is always in lowest terms over a positive denominator, so equal values look the same", () => {
    fc.assert(
      fc.property(numerators, denominators, denominators, (n, d, factor) => {
        const plain = rational(integer(n), integer(d));
        expect(rational(integer(n * factor), integer(d * factor))).toStrictEqual(plain);
        expect(rational(integer(-n * factor), integer(-d * factor))).toStrictEqual(plain);
      }),
    );
  });

  it("has one zero, without a sign", () => {
    for (const zero of [rational(0, -7), negate(rational(0)), multiply(rational(-1), rational(0))]) {
      expect(zero).toStrictEqual({ numerator: 0, denominator: 1 });
      expect(Object.is(zero.numerator, 0)).toBe(true);
    }
  });

  it("refuses a denominator of zero", () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
  });

  it("is read back from the text that is written of it", () => {
    fc.assert(
      fc.property(pair, ({ own }) => {
        expect(fromFractionText(fractionText(own))).toStrictEqual(own);
      }),
    );
    expect(fractionText(rational(90))).toBe("90/1");
    expect(fractionText(rational(5342, 60))).toBe("2671/30");
  });

  it("becomes an integer on the common denominator of all, which is the smallest", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const common = commonDenominator(pairs.map(({ own }) => own));
        for (const { own } of pairs) expect(multiply(own, rational(common)).denominator).toBe(1);
        const expected = pairs.reduce((lcm, { other }) => (lcm / gcd(lcm, other.d)) * other.d, 1n);
        expect(BigInt(common)).toBe(expected);
      }),
    );
  });
});

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
