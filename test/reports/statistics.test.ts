import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { decimalText } from "../../src/exact/decimal.ts";
import { fractionText, type Rational, rational } from "../../src/exact/rational.ts";
import { integerRoot, rootText } from "../../src/exact/root.ts";
import { joined } from "../../src/reports/public/groups.ts";
import { statisticsOf } from "../../src/reports/statistics.ts";

const values = fc.array(
  fc.tuple(fc.integer({ min: -500, max: 12_000 }), fc.constantFrom(1, 3, 7, 60, 100, 1024)),
  { minLength: 1, maxLength: 40 },
);
const text = (value: Rational | undefined) => value && fractionText(value);
const fraction = (value: Fraction) =>
  value.toFraction().includes("/") ? value.toFraction() : `${value.toFraction()}/1`;

describe("the statistics of a column", () => {
  it("are those of 2, 4, 4, 10 by hand", () => {
    // Sum 20, mean 5; positions 0.75, 1.5, 2.25; squares of the distances 9 + 1 + 1 + 25 = 36, over 3 is 12.
    const found = statisticsOf([10, 4, 2, 4].map((value) => rational(value)));
    expect(text(found?.mean)).toBe("5/1");
    expect([found?.lowest, found?.lower, found?.median, found?.upper, found?.highest].map(text)).toEqual([
      "2/1",
      "7/2",
      "4/1",
      "11/2",
      "10/1",
    ]);
    expect(text(found?.variance)).toBe("12/1");
    expect(rootText(rational(12), 2, "half-up")).toBe("3.46");
  });

  it("of one value are that value, without a variance; of none, nothing", () => {
    const found = statisticsOf([rational(7, 3)]);
    expect([found?.mean, found?.lowest, found?.median, found?.highest].map(text)).toEqual(
      Array(4).fill("7/3"),
    );
    expect(found?.variance).toBeUndefined();
    expect(statisticsOf([])).toBeUndefined();
  });

  it("are those of another evaluator, as exact fractions", () => {
    fc.assert(
      fc.property(values, (pairs) => {
        const found = statisticsOf(pairs.map(([a, b]) => rational(a, b)));
        const own = pairs.map(([a, b]) => new Fraction(a, b)).sort((a, b) => a.compare(b));
        const mean = own.reduce((sum, value) => sum.add(value), new Fraction(0)).div(own.length);
        expect(text(found?.mean)).toBe(fraction(mean));
        const distances = own.map((value) => value.sub(mean).mul(value.sub(mean)));
        if (own.length > 1)
          expect(text(found?.variance)).toBe(
            fraction(distances.reduce((sum, value) => sum.add(value), new Fraction(0)).div(own.length - 1)),
          );
        const at = new Fraction((own.length - 1) * 3, 4);
        const [below, above] = [own[Number(at.floor().n)], own[Number(at.ceil().n)]];
        if (below === undefined || above === undefined) throw new Error("no value there");
        expect(text(found?.upper)).toBe(fraction(below.add(above.sub(below).mul(at.sub(at.floor())))));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("a square root", () => {
  it("is the largest integer whose square is not above the value", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (value) => {
        const root = integerRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("is rounded half up or cut off exactly, also where the next digit is a five", () => {
    expect(rootText(rational(2), 2, "half-up")).toBe("1.41");
    expect(rootText(rational(2), 3, "half-up")).toBe("1.414");
    // 0.125 squared is 1/64: exactly half a hundredth above 0.12.
    expect(rootText(rational(1, 64), 2, "half-up")).toBe("0.13");
    expect(rootText(rational(1, 64), 2, "toward-minus-infinity")).toBe("0.12");
    expect(rootText(rational(0), 2, "half-up")).toBe("0.00");
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 999 }), (a, b) => {
        const square = rational(a * a, b * b);
        expect(rootText(square, 3, "half-up")).toBe(decimalText(rational(a, b), 3, "half-up"));
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});

describe("groups joined with their neighbours", () => {
  interface Run {
    readonly name: string;
    readonly students: number;
  }
  const runs = (counts: readonly number[]): readonly Run[] =>
    counts.map((students) => ({ name: String(students), students }));
  const join = (a: Run, b: Run): Run => ({
    name: `${a.name}+${b.name}`,
    students: a.students + b.students,
  });
  const sizes = (counts: readonly number[], least: number) =>
    joined(runs(counts), join, least).map(({ name }) => name);
  const classes = fc.array(fc.nat(30), { minLength: 1, maxLength: 12 });
  const threshold = fc.integer({ min: 2, max: 20 });

  it("grow from the smallest, to the one before it, the first one to the next", () => {
    expect(sizes([100, 91, 23, 9, 3], 10)).toEqual(["100", "91", "23", "9+3"]);
    expect(sizes([20, 30, 5], 10)).toEqual(["20", "30+5"]);
    expect(sizes([4, 30, 40], 10)).toEqual(["4+30", "40"]);
    expect(sizes([0, 12, 0, 11], 10)).toEqual(["0+12+0", "11"]);
    expect(sizes([2, 3], 10)).toEqual(["2+3"]);
    expect(sizes([20, 3, 8], 9)).toEqual(["20+3+8"]);
  });

  it("keep everybody and leave nobody small when there are enough", () => {
    fc.assert(
      fc.property(classes, threshold, (counts, least) => {
        const left = joined(runs(counts), join, least);
        expect(left.map(({ name }) => name).join("+")).toBe(counts.join("+"));
        const all = counts.reduce((sum, count) => sum + count, 0);
        if (all >= least) for (const { students } of left) expect(students).toBeGreaterThanOrEqual(least);
        else expect(left.length).toBe(1);
      }),
      { seed: 14 },
    );
  });

  it("are under a higher threshold what the lower one's give when they are joined on", () => {
    fc.assert(
      fc.property(classes, threshold, threshold, (counts, a, b) => {
        const low = joined(runs(counts), join, Math.min(a, b));
        const high = joined(runs(counts), join, Math.max(a, b));
        expect(joined(low, join, Math.max(a, b))).toEqual(high);
      }),
      { seed: 15 },
    );
  });
});
