// Checks the oracle's curve: by hand, and against all cut vectors of small classes.
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { fitCurve, simplest } from "./oracle-curve.ts";
import { type Curve, policyOf } from "./oracle-policy.ts";
import { shortestDecimal } from "./oracle-table.ts";
import { diceOf } from "./random-dice.ts";

describe("the curve", () => {
  const base: Curve = { ...(policyOf(undefined).curve.get("182") as Curve), gpa: [] };

  it("publishes the plainest number between two totals", () => {
    const between = (low: bigint, high: bigint, closed = false): string =>
      shortestDecimal(simplest(low, closed, high, 100n));
    expect(between(8850n, 9010n)).toBe("89"); // 89 and 90 are equally plain; 89.3 is the middle
    expect(between(8850n, 8950n)).toBe("89");
    expect(between(8900n, 8990n)).toBe("89.4"); // 89 itself is outside; 89.45 is the middle
    expect(between(8900n, 8990n, true)).toBe("89");
    expect(between(8999n, 9000n)).toBe("90");
  });

  it("cuts eight students as computed by hand", () => {
    const curve = policyOf('curve: { "182": { shares: { A: 50, B: 37.5, F: 12.5 } } }').curve.get(
      "182",
    ) as Curve;
    const totals = [95, 93, 92, 91, 85, 84, 83, 60].map((n) => new Fraction(n));
    // Cuts after 4 and after 7 students cost nothing: no total lies within 0.25 of another.
    expect(fitCurve(totals, { ...curve, gpa: [] }).map(({ letter, cutoff }) => letter + cutoff)).toEqual([
      "A88",
      "B71",
    ]);
  });

  it("agrees with all cut vectors on small classes", () => {
    const dice = diceOf(7);
    for (let round = 0; round < 60; round++) {
      const groups = dice.pick([["A B", "C D F"], ["A", "B C", "F"], ["A B C D F"]]).map((text, _, all) => ({
        letters: text.split(" "),
        percent: new Fraction(100, all.length),
      }));
      const guaranteed = new Map(dice.chance(0.4) ? [["B", new Fraction(dice.int(10, 40), 8)]] : []);
      const minimum = new Map(dice.chance(0.4) ? [["C", new Fraction(dice.int(0, 9), 8)]] : []);
      const curve: Curve = { ...base, groups, guaranteed, minimum };
      const totals = Array.from({ length: dice.int(1, 9) }, () => new Fraction(dice.int(0, 40), 8));
      const fitted = fitCurve(totals, curve);
      const distinct = [...new Set(totals.map((total) => total.valueOf()))].sort((a, b) => b - a);
      const letters = groups.flatMap((group) => group.letters).slice(0, -1);
      let b = 0;
      const cuts = letters.map((letter) => {
        const cutoff = fitted.find((row) => row.letter === letter)?.cutoff;
        if (cutoff) b = distinct.filter((total) => cutoff.lte(total)).length;
        return b;
      });
      expect(cuts).toEqual(cheapestOfAll(totals, distinct, curve));
    }
  });
});

// Eighths are exact as numbers, and so are the distinct totals here.
function cheapestOfAll(totals: readonly Fraction[], distinct: readonly number[], curve: Curve): number[] {
  const letters = curve.groups.flatMap((group) => group.letters);
  const m = distinct.length;
  const gaps = distinct.slice(1).map((total, i) => (distinct[i] ?? 0) - total);
  const widths = [...new Set(gaps)].sort((a, b) => b - a);
  const count = (from: number, below: number): number =>
    totals.filter((total) => total.gte(from) && total.lt(below)).length;
  const key = (cuts: readonly number[]): { cost: Fraction; rank: number; cuts: readonly number[] } => {
    let cost = new Fraction(0);
    let rank = 0;
    let goal = new Fraction(0);
    let l = 0;
    for (const group of curve.groups) {
      for (const letter of group.letters) {
        goal = goal.add(group.percent.mul(totals.length).div(100 * group.letters.length));
        const b = cuts[l++];
        if (b === undefined) continue;
        const edge = letter === group.letters.at(-1) ? 3 : 1;
        const lowest = distinct[b - 1] ?? Number.POSITIVE_INFINITY;
        const above = b === 0 ? 0 : count(lowest, Number.MAX_SAFE_INTEGER);
        cost = cost.add(new Fraction(above).sub(goal).abs().mul(edge));
        const inside = b > 0 && b < m;
        if (inside) cost = cost.add(count(lowest - 0.25, lowest));
        rank += inside ? widths.indexOf(gaps[b - 1] ?? 0) : widths.length;
      }
    }
    return { cost, rank, cuts };
  };
  const allowed = (l: number, b: number): boolean => {
    const guaranteed = curve.guaranteed.get(letters[l] ?? "");
    const minimum = curve.minimum.get(letters[l] ?? "");
    if (guaranteed && distinct.filter((total) => guaranteed.lte(total)).length > b) return false;
    return !(minimum && distinct.filter((total) => minimum.lte(total)).length < b);
  };
  const all = (cuts: readonly number[]): number[][] =>
    cuts.length === letters.length - 1
      ? [[...cuts]]
      : Array.from({ length: m + 1 - (cuts.at(-1) ?? 0) }, (_, i) => (cuts.at(-1) ?? 0) + i)
          .filter((b) => allowed(cuts.length, b))
          .flatMap((b) => all([...cuts, b]));
  const [best] = all([])
    .map(key)
    .sort((a, b) => {
      const later = a.cuts.findIndex((cut, i) => cut !== b.cuts[i]);
      return a.cost.compare(b.cost) || a.rank - b.rank || (b.cuts[later] ?? 0) - (a.cuts[later] ?? 0);
    });
  return [...(best?.cuts ?? [])];
}

describe("guaranteed and minimum cut-offs", () => {
  const cutoffsFor = (settings: string, ...totals: number[]): string[] => {
    const shares = "shares: { A: 50, B: 25, C: 20, F: 5 }";
    const curve = policyOf(`curve: { "182": { ${shares}, ${settings} } }`).curve.get("182") as Curve;
    return fitCurve(
      totals.map((total) => new Fraction(total)),
      { ...curve, gpa: [] },
    ).map(({ letter, cutoff }) => `${letter} ${shortestDecimal(cutoff)}`);
  };

  it("keeps a guaranteed cut-off whole when everybody is above it", () => {
    // All four are guaranteed an A; the guaranteed 80 lies under the interval (89.75, 90].
    expect(cutoffsFor("guaranteed: { A: 80 }", 96, 94, 92, 90)).toEqual(["A 80"]);
  });

  it("cuts the interval to the two bounds before it looks for a plain number", () => {
    // A ends after 94, which the bounds narrow from (70, 94] to [85.5, 85.9].
    expect(cutoffsFor("guaranteed: { A: 85.9 }, minimum: { A: 85.5 }", 96, 94, 70, 60)[0]).toBe("A 85.7");
  });

  it("publishes a guaranteed letter that nobody gets only where it could apply", () => {
    expect(cutoffsFor("guaranteed: { A: 90, B: 80, C: 70 }", 96, 94, 92, 91)).toEqual([
      "A 90",
      "B 80",
      "C 70",
    ]);
  });
});
