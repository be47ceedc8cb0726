import { describe, expect, it } from "vitest";
import { decimalText } from "../../../src/exact/decimal.ts";
import { rational } from "../../../src/exact/rational.ts";
import { gradePointAverage } from "../../../src/policy/curve/gpa.ts";
import { curveProblem } from "../../../src/policy/curve/problem.ts";
import { solve } from "../../../src/policy/curve/solve.ts";
import type { LetterGrade } from "../../../src/policy/parameters.ts";
import { bestOfAll } from "./brute-force.ts";
import { curveDisagreements, HALVING, solved, tried } from "./compare.ts";
import { type Fraction, of } from "./fractions.ts";
import { type Instance, randomInstance, settingsOf } from "./instances.ts";

const plain: Instance = {
  letters: ["A", "B", "F"],
  points: [of(2), of(1), of(0)],
  window: [of(0), of(4)],
  groups: [
    { letters: ["A"], share: 500 },
    { letters: ["B", "F"], share: 500 },
  ],
  totals: [],
  guaranteed: new Map(),
  minimum: new Map(),
  near: of(1, 4),
  nearWeight: of(1),
  edgeWeight: of(3),
  innerWeight: of(1),
};
const totals = (...values: readonly number[]) => values.map((value) => of(Math.round(value * 100), 100));

describe("the curve", () => {
  it("has the cost, the ranks and the cuts that trying all cut vectors finds, on 4,000 small classes", () => {
    expect(curveDisagreements(1, 4000)).toEqual([]);
  });

  it("is the same when the search halves the cuts down to single vectors", () => {
    expect(curveDisagreements(4001, 6000, HALVING)).toEqual([]);
  });

  it("meets every kind of small class among them: ties, rules that bind, rules that contradict each other", () => {
    const instances = Array.from({ length: 1000 }, (_, index) => randomInstance(index + 1));
    const letters = new Set(instances.map((instance) => instance.letters.length));
    expect([...letters].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const best = instances.map((instance) => ({
      instance,
      found: bestOfAll(instance),
    }));
    expect(best.filter(({ found }) => found === undefined).length).toBeGreaterThan(20);
    const free = best.filter(({ instance, found }) => {
      const unruled = bestOfAll({
        ...instance,
        guaranteed: new Map(),
        minimum: new Map(),
      });
      return (
        found !== undefined &&
        found.letters.length === unruled?.letters.length &&
        found.cuts.join() !== unruled.cuts.join()
      );
    });
    expect(free.length).toBeGreaterThan(100);
  });

  it("meets every kind of window among them: inside, binding, out of reach, and holes", () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= 1000; seed += 1) {
      const found = tried(randomInstance(seed));
      const [, , below, above] = found?.attainable ?? [];
      const hole = below !== undefined && above !== undefined ? ", a hole" : "";
      const kind = found === undefined ? "contradiction" : `${found.window}${hole}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    for (const kind of ["inside", "binding", "unattainable", "unattainable, a hole"])
      expect(seen.get(kind), kind).toBeGreaterThan(50);
  });
});

describe("the GPA window", () => {
  // A is worth 4, B 3 and F nothing; A wants two students of four, A and B together three.
  const class4 = { points: [of(4), of(3), of(0)], totals: totals(95, 90, 85, 80) };

  it("leaves the best cuts alone when their GPA is inside, its ends included", () => {
    // Two A's and one B cost nothing: (4 + 4 + 3 + 0) / 4 = 11/4.
    const free = { cuts: [2, 3], cost: "0/1", window: "inside" };
    expect(solved({ ...plain, ...class4, window: [of(11, 4), of(11, 4)] })).toMatchObject(free);
    expect(solved({ ...plain, ...class4, window: [of(0), of(11, 4)] })).toMatchObject(free);
    expect(solved({ ...plain, ...class4, window: [of(11, 4), of(4)] })).toMatchObject(free);
  });

  it("moves the cuts that cost least when it is not", () => {
    // From 3 to 4: a second B costs one student, an A in place of the B three. Two B's: 14/4.
    expect(solved({ ...plain, ...class4, window: [of(3), of(4)] })).toMatchObject({
      cuts: [2, 4],
      cost: "1/1",
      window: "binding",
      free: { cuts: [2, 3], cost: "0/1", gpa: "11/4" },
    });
    // Exactly 3 is twelve points: three A's and an F cost 3, four B's 3 x 2 + 1.
    const exactly = solved({ ...plain, ...class4, window: [of(3), of(3)] });
    expect(exactly).toMatchObject({ cuts: [3, 3], cost: "3/1" });
    // Down to 2.5 at most: ten points are one A and two B's at 3; an A and a B, seven, cost 3 + 1; two A's, eight, 1.
    expect(solved({ ...plain, ...class4, window: [of(0), of(5, 2)] })).toMatchObject({
      cuts: [2, 2],
      cost: "1/1",
    });
    expect(solved({ ...plain, ...class4, window: [of(9, 4), of(5, 2)] })).toMatchObject({
      cuts: [1, 3],
      cost: "3/1",
    });
  });

  it("is given up when no cuts meet it, with the nearest GPAs on either side", () => {
    // Eleven and twelve points can be had, nothing between.
    expect(solved({ ...plain, ...class4, window: [of(23, 8), of(47, 16)] })).toMatchObject({
      cuts: [2, 3],
      window: "unattainable",
      attainable: ["0/1", "4/1", "11/4", "3/1"],
    });
  });
});

describe("integers beyond the safe ones", () => {
  it("give the cuts that small ones give", () => {
    const huge = 10n ** 15n;
    const times = ([numerator, denominator]: Fraction): Fraction => [numerator * huge, denominator];
    let binding = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const instance = randomInstance(seed);
      const { nearWeight, edgeWeight, innerWeight } = instance;
      const heavy = {
        ...instance,
        nearWeight: times(nearWeight),
        edgeWeight: times(edgeWeight),
        innerWeight: times(innerWeight),
      };
      const [own, large] = [solved(instance), solved(heavy)];
      expect([large?.cuts, large?.rank, large?.window]).toEqual([own?.cuts, own?.rank, own?.window]);
      if (own?.window === "binding") binding += 1;
    }
    expect(binding).toBeGreaterThan(50);
  });
});

describe("the cost of a cut", () => {
  it("counts a student exactly `near` below the lowest total that earns the letter, and none further below", () => {
    // Cutting after 90 is right by the shares; 89.75 makes that cost one student, 89.74 nothing.
    const at = (third: number) => solved({ ...plain, totals: totals(95, 90, third, 80) });
    expect(at(89.75)?.cost).toBe("1/1");
    expect(at(89.74)?.cost).toBe("0/1");
  });

  it("weighs an edge of the groups three times a cut inside", () => {
    // Five students: A wants 2.5, and A and B together 3.75.
    expect(solved({ ...plain, totals: totals(95, 90, 85, 80, 75) })?.cost).toBe("7/4");
  });
});

describe("of cuts that cost the same", () => {
  it("those at the wider gaps win", () => {
    // With three students A wants 1.5: one or two cost the same, and the gap below 90 is the wider.
    expect(solved({ ...plain, totals: totals(92, 90, 80) })?.cuts).toEqual([2, 2]);
    expect(solved({ ...plain, totals: totals(92, 82, 80) })?.cuts).toEqual([1, 2]);
  });

  it("the most generous wins when the gaps are equal too", () => {
    expect(solved({ ...plain, totals: totals(92, 91, 90) })?.cuts).toEqual([2, 2]);
  });
});

describe("guaranteed and minimum cut-offs", () => {
  it("never let anybody fall below a guarantee, nor a letter be given below its minimum", () => {
    const all = totals(95, 94, 93, 60);
    const first = (rules: Partial<Instance>) => solved({ ...plain, totals: all, ...rules })?.cuts[0];
    expect(first({})).toBe(2);
    expect(first({ guaranteed: new Map([["A", of(93)]]) })).toBe(3);
    expect(first({ minimum: new Map([["A", of(95)]]) })).toBe(1);
  });

  it("leave no cuts where they contradict each other", () => {
    const rules = {
      guaranteed: new Map([["A", of(90)]]),
      minimum: new Map([["B", of(94)]]),
    };
    expect(solved({ ...plain, totals: totals(95, 92, 80), ...rules })).toBeUndefined();
  });
});

describe("the guideline's example", () => {
  it("of 45% A's, 40% B's, 10% C's and 5% D's and F's makes a GPA of about 3.2", () => {
    const grades: readonly LetterGrade[] = ["A", "B", "C", "D", "F"].map((letter, index) => ({
      letter,
      points: rational(4 - index),
    }));
    const shares = [
      { letters: ["A"], share: 450 },
      { letters: ["B"], share: 400 },
      { letters: ["C"], share: 100 },
      { letters: ["D", "F"], share: 50 },
    ];
    const settings = settingsOf({
      ...plain,
      window: [of(3), of(7, 2)],
      groups: shares,
    });
    const class200 = Array.from({ length: 200 }, (_, index) => rational(10_000 - 37 * index, 100));
    const cuts = solve(curveProblem(class200, settings, grades))?.best.cuts ?? [];
    expect(cuts).toEqual([90, 170, 190, 195]);
    const letters = class200.map((_, index) => grades[cuts.findIndex((b) => index < b)]?.letter ?? "F");
    expect(decimalText(gradePointAverage(letters, grades) ?? rational(0), 3, "half-up")).toBe("3.225");
  });
});
