import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalText,
  type Interval,
  parseDecimal,
  shortestBetween,
  shortestText,
} from "../../src/exact/decimal.ts";
import { integer } from "../../src/exact/integer.ts";
import {
  add,
  compare,
  fractionText,
  multiply,
  type Rational,
  rational,
  subtract,
} from "../../src/exact/rational.ts";

const value = fc
  .tuple(
    fc.oneof(fc.bigInt(-20_000n, 20_000n), fc.bigInt(-(10n ** 25n), 10n ** 25n)),
    fc.oneof(fc.bigInt(1n, 400n), fc.bigInt(1n, 10n ** 20n)),
  )
  .map(([n, d]) => rational(integer(n), integer(d)));

describe("a plain decimal", () => {
  it.each([
    ["33.0", "33/1"],
    [".5", "1/2"],
    ["-3", "-3/1"],
    ["-.25", "-1/4"],
    ["-0.0", "0/1"],
    ["007", "7/1"],
    ["89.9999", "899999/10000"],
    ["0.1", "1/10"],
    ["123456789012345678.5", "246913578024691357/2"],
    ["0.0000000000000000000001", "1/10000000000000000000000"],
  ])("%s is exactly %s", (text, expected) => {
    expect(fractionText(parseDecimal(text) ?? rational(-999))).toBe(expected);
  });

  it.each([
    ["1e3"],
    ["12,5"],
    ["NaN"],
    ["+3"],
    ["5."],
    ["."],
    ["-"],
    ["--3"],
    ["0x1"],
    [" "],
    [""],
    [" 3"],
    ["3 "],
    ["3\n"],
    ["1 000"],
    ["1_000"],
    ["３３"],
    ["٣"],
    ["−3"],
    ["1.2.3"],
    ["Infinity"],
    ["90%"],
    ["1/3"],
    ["3.03E+09"],
  ])("is not %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it("is the integer of its digits over the power of ten of its places, however long", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.boolean(), digits, fc.option(digits), (minus, whole, places) => {
        const text = `${minus ? "-" : ""}${whole}${places === null ? "" : `.${places}`}`;
        const amount = BigInt(whole + (places ?? "")) * (minus ? -1n : 1n);
        const expected = rational(integer(amount), integer(10n ** BigInt(places?.length ?? 0)));
        expect(parseDecimal(text)).toStrictEqual(expected);
      }),
    );
  });
});

describe("a printed decimal", () => {
  const cut = (text: string) => decimalText(parseDecimal(text) ?? rational(0), 4, "toward-minus-infinity");

  it("is cut off toward minus infinity, so that nothing looks at or above a cut-off that it missed", () => {
    expect(cut("89.99999")).toBe("89.9999");
    expect(cut("90")).toBe("90.0000");
    expect(cut("-0.00001")).toBe("-0.0001");
    expect(cut("-89.99991")).toBe("-90.0000");
    expect(decimalText(rational(-25, 3), 4, "toward-minus-infinity")).toBe("-8.3334");
    expect(decimalText(rational(2671, 30), 4, "toward-minus-infinity")).toBe("89.0333");
    expect(decimalText(rational(-1, 2), 0, "toward-minus-infinity")).toBe("-1");
  });

  it("never stands above its value, and less than one unit below", () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 20 }), (exact, places) => {
        const shown = readBack(decimalText(exact, places, "toward-minus-infinity"), places);
        const distance = subtract(exact, shown);
        expect(compare(distance, rational(0))).not.toBe(-1);
        expect(compare(distance, rational(1, integer(10n ** BigInt(places))))).toBe(-1);
      }),
    );
  });

  it("rounds half up where the name of the mode says so", () => {
    expect(decimalText(rational(25, 100), 1, "half-up")).toBe("0.3");
    expect(decimalText(rational(-25, 100), 1, "half-up")).toBe("-0.2");
    expect(decimalText(rational(2499, 10_000), 1, "half-up")).toBe("0.2");
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (exact, places) => {
        const shown = readBack(decimalText(exact, places, "half-up"), places);
        const twice = multiply(subtract(shown, exact), rational(2 * 10 ** places));
        expect(compare(twice, rational(1))).not.toBe(1);
        expect(compare(twice, rational(-1))).toBe(1);
      }),
    );
  });
});

describe("the shortest text of a value", () => {
  it("is its decimal where it has one, without trailing zeros, and its fraction elsewhere", () => {
    expect(shortestText(rational(90))).toBe("90");
    expect(shortestText(rational(177, 2))).toBe("88.5");
    expect(shortestText(rational(-1, 8))).toBe("-0.125");
    expect(shortestText(rational(3, 10 ** 6))).toBe("0.000003");
    expect(shortestText(rational(2671, 30))).toBe("2671/30");
    expect(shortestText(rational(integer(10n ** 20n + 1n), 10))).toBe("10000000000000000000.1");
  });

  it("is read back as the same value, and no decimal with fewer places is", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 22n), 10n ** 22n), fc.nat(20), (amount, places) => {
        const exact = rational(integer(amount), integer(10n ** BigInt(places)));
        const text = shortestText(exact);
        expect(parseDecimal(text)).toStrictEqual(exact);
        expect(text).not.toMatch(/\.\d*0$/);
      }),
    );
  });
});

describe("the plainest decimal of an interval", () => {
  it.each([
    ["88.5", false, "90.1", "89"],
    ["88.5", false, "89.5", "89"],
    ["89", false, "89.9", "89.4"],
    ["89", true, "89.9", "89"],
    ["89.99", false, "90", "90"],
    ["85.5", true, "85.9", "85.7"],
    ["-3.5", false, "-1.5", "-3"],
    ["89.98", false, "89.9849", "89.982"],
  ])("of %s (included: %s) to %s is %s", (lowest, lowestIncluded, highest, expected) => {
    const found = shortestBetween(interval(lowest, lowestIncluded, highest));
    expect(shortestText(found)).toBe(expected);
  });

  it("is the one that trying all decimals finds: fewest digits, nearest the middle, the lower of two", () => {
    const ends = fc.tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 3000 }));
    fc.assert(
      fc.property(ends, fc.constantFrom(1, 7, 30, 250, 1000, 9999), fc.boolean(), (drawn, over, included) => {
        const lowest = rational(drawn[0], over);
        const highest = add(lowest, rational(drawn[1], over * 20));
        const given = { lowest, lowestIncluded: included, highest };
        expect(shortestText(shortestBetween(given))).toBe(shortestText(byTryingAll(given)));
      }),
      { numRuns: 1500 },
    );
  });
});

function interval(lowest: string, lowestIncluded: boolean, highest: string): Interval {
  const exact = (text: string) => parseDecimal(text) ?? rational(0);
  return { lowest: exact(lowest), lowestIncluded, highest: exact(highest) };
}

function readBack(text: string, places: number): Rational {
  expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
  return parseDecimal(text) ?? rational(0);
}

/** Every decimal in the interval, from no digits after the point upwards, with BigInt alone. */
function byTryingAll({ lowest, lowestIncluded, highest }: Interval): Rational {
  const [ln, ld] = [BigInt(lowest.numerator), BigInt(lowest.denominator)];
  const [hn, hd] = [BigInt(highest.numerator), BigInt(highest.denominator)];
  for (let power = 1n; ; power *= 10n) {
    const inside: bigint[] = [];
    for (let k = (ln * power) / ld - 2n; k * hd <= hn * power; k += 1n) {
      const above = k * ld - ln * power;
      if (above > 0n || (lowestIncluded && above === 0n)) inside.push(k);
    }
    // Twice the distance from the middle, over the common denominator of both ends.
    const off = (k: bigint) => {
      const doubled = 2n * k * ld * hd - (ln * hd + hn * ld) * power;
      return doubled < 0n ? -doubled : doubled;
    };
    const [best] = inside.sort((a, b) => (off(a) === off(b) ? Number(a - b) : off(a) < off(b) ? -1 : 1));
    if (best !== undefined) return rational(integer(best), integer(power));
  }
}
