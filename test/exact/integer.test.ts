import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonDivisor,
  divideExactly,
  floorDivide,
  type Integer,
  integer,
  plus,
  sign,
  times,
} from "../../src/exact/integer.ts";

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Small ones, those around 2^53 where the two paths meet, and very large ones. */
const anyInteger: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt(-1000n, 1000n),
  fc.bigInt(SAFE - 50n, SAFE + 50n).chain((near) => fc.constantFrom(near, -near)),
  fc.bigInt(-(2n ** 64n), 2n ** 64n),
  fc.bigInt(-(10n ** 40n), 10n ** 40n),
);
const positive = anyInteger.filter((value) => value > 0n);

const isCanonical = (value: Integer): boolean =>
  typeof value === "number"
    ? Number.isSafeInteger(value) && !Object.is(value, -0)
    : value > SAFE || value < -SAFE;

function agrees(actual: Integer, expected: bigint): void {
  expect(BigInt(actual)).toBe(expected);
  expect(isCanonical(actual)).toBe(true);
}

describe("integers of any size", () => {
  it("add and multiply as BigInt does, on both sides of 2^53", () => {
    fc.assert(
      fc.property(anyInteger, anyInteger, (a, b) => {
        agrees(plus(integer(a), integer(b)), a + b);
        agrees(times(integer(a), integer(b)), a * b);
      }),
      { numRuns: 2000 },
    );
  });

  it("divide toward minus infinity, so that the remainder is never negative", () => {
    fc.assert(
      fc.property(anyInteger, positive, (a, b) => {
        const quotient = floorDivide(integer(a), integer(b));
        const remainder = a - BigInt(quotient) * b;
        expect(isCanonical(quotient)).toBe(true);
        expect(remainder >= 0n && remainder < b).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("have a positive greatest common divisor that divides both and leaves nothing in common", () => {
    fc.assert(
      fc.property(anyInteger, anyInteger, positive, (a, b, common) => {
        const divisor = BigInt(commonDivisor(integer(a * common), integer(b * common)));
        if (a === 0n && b === 0n) return expect(divisor).toBe(0n);
        expect(divisor > 0n && divisor % common === 0n).toBe(true);
        expect((a * common) % divisor).toBe(0n);
        expect((b * common) % divisor).toBe(0n);
        expect(euclid((a * common) / divisor, (b * common) / divisor)).toBe(1n);
      }),
      { numRuns: 1000 },
    );
  });

  it("divide exactly and know their sign", () => {
    fc.assert(
      fc.property(anyInteger, positive, (a, b) => {
        agrees(divideExactly(integer(a * b), integer(b)), a);
        expect(sign(integer(a))).toBe(a > 0n ? 1 : a < 0n ? -1 : 0);
      }),
    );
  });

  it("are numbers up to 2^53 - 1 and BigInts from 2^53 on", () => {
    expect(integer(SAFE)).toBe(Number.MAX_SAFE_INTEGER);
    expect(plus(Number.MAX_SAFE_INTEGER, 1)).toBe(2n ** 53n);
    expect(times(2 ** 27, 2 ** 27)).toBe(2n ** 54n);
    expect(plus(2n ** 53n, -1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(floorDivide(-Number.MAX_SAFE_INTEGER, 2)).toBe(-(2 ** 52));
  });
});

function euclid(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : euclid(b, a % b);
}
