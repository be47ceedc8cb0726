import { describe, expect, it } from "vitest";
import { parseDecimal, shortestText } from "../../../src/exact/decimal.ts";
import { compare, fractionText, type Rational, rational } from "../../../src/exact/rational.ts";
import { type Proposal, propose } from "../../../src/policy/curve/methods.ts";
import { policyOf } from "../../../src/policy/from-document.ts";
import type {
  GuidelineSettings,
  Letter,
  LetterGrade,
  SharesSettings,
} from "../../../src/policy/parameters.ts";
import { sp22 } from "../../../src/policy/terms/sp22.ts";
import { diceOf } from "../../oracle/random-dice.ts";

const policy = policyOf(sp22);
const guideline = policy.curve.get("182") as GuidelineSettings;
const decimal = (text: string): Rational => parseDecimal(text) ?? rational(0);
const decimals = (...texts: readonly string[]) => texts.map(decimal);
const cutoffs = (given: Readonly<Record<Letter, string>>) =>
  new Map(Object.entries(given).map(([letter, text]) => [letter, decimal(text)]));

const shown = (found: Proposal | undefined) =>
  found?.cutoffs.map(({ letter, cutoff }) => `${letter} ${shortestText(cutoff)}`).join(", ");

/** Letters of a class under cut-offs, counted. */
function counted(found: Proposal | undefined, totals: readonly Rational[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const total of totals) {
    const letter = found?.cutoffs.find(({ cutoff }) => compare(total, cutoff) >= 0)?.letter ?? "F";
    counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return counts;
}

const WHOLE: readonly LetterGrade[] = ["A", "B", "C", "D", "F"].map((letter, index) => ({
  letter,
  points: rational(4 - index),
}));

describe("shares by whole letters", () => {
  const of = (...percent: readonly number[]): SharesSettings => ({
    method: "shares",
    shares: percent.map((share, index) => ({
      letters: [WHOLE[index]?.letter ?? ""],
      share: rational(share),
    })),
    guaranteed: new Map(),
    minimum: new Map(),
    near: rational(1, 4),
  });
  const hundred = Array.from({ length: 100 }, (_, index) => rational(99 - index));

  it("of 45, 40, 10 and 5 percent make the guideline's GPA of about 3.2", () => {
    // 45 x 4 + 40 x 3 + 10 x 2 + 5 x 1 = 325 points when the last five are D's.
    const found = propose(of(45, 40, 10, 5, 0), hundred, WHOLE);
    expect(counted(found, hundred)).toEqual({ A: 45, B: 40, C: 10, D: 5 });
    expect(fractionText(found?.fit?.gpa ?? rational(0))).toBe("13/4");
    // 320 points when they are F's: exactly 3.2.
    const failing = propose(of(45, 40, 10, 0, 5), hundred, WHOLE);
    expect(counted(failing, hundred)).toEqual({ A: 45, B: 40, C: 10, F: 5 });
    expect(fractionText(failing?.fit?.gpa ?? rational(0))).toBe("16/5");
  });

  it("of 17, 50, 20, 10 and 3 percent make about 2.7", () => {
    // 17 x 4 + 50 x 3 + 20 x 2 + 10 x 1 = 268 points.
    const found = propose(of(17, 50, 20, 10, 3), hundred, WHOLE);
    expect(counted(found, hundred)).toEqual({
      A: 17,
      B: 50,
      C: 20,
      D: 10,
      F: 3,
    });
    expect(fractionText(found?.fit?.gpa ?? rational(0))).toBe("67/25");
  });

  it("keep equal totals together at the nearest cut, and give the larger number of two as near", () => {
    // Four students, half of them A's: the cut after one is one student off, after three as well.
    const totals = decimals("90", "80", "80", "70");
    expect(counted(propose(of(50, 50, 0, 0, 0), totals, WHOLE), totals)).toEqual({ A: 3, B: 1 });
    // 45 percent of four are 1.8: one student is 0.8 off, three are 1.2.
    expect(counted(propose(of(45, 55, 0, 0, 0), totals, WHOLE), totals)).toEqual({ A: 1, B: 3 });
  });

  it("cost a student off the quota the same at every cut, at the edge of a group or inside", () => {
    // Ten students: the quotas 2.5, 5, 7.5 and 10 are met but for half a student at the first and the third cut.
    const totals = hundred.slice(0, 10);
    const one = propose(of(25, 25, 25, 25, 0), totals, WHOLE);
    const grouped = propose(
      { ...of(0, 0, 0, 0, 0), shares: [{ letters: ["A", "B", "C", "D"], share: rational(100) }] },
      totals,
      WHOLE,
    );
    for (const { fit } of [one, grouped].flatMap((found) => found ?? []))
      expect(fit?.method === "shares" && fractionText(fit.cost)).toBe("1/1");
  });

  it("look neither at near misses nor at gaps", () => {
    const totals = decimals("90", "89.9", "60", "50");
    // One A is wanted: the cut stays between 90 and 89.9, where the guideline would move it.
    expect(counted(propose(of(25, 75, 0, 0, 0), totals, WHOLE), totals)).toEqual({ A: 1, B: 3 });
  });

  it("never take away a guaranteed letter, nor give one below its minimum", () => {
    const totals = decimals("95", "85", "75", "65");
    const ruled = {
      ...of(25, 25, 25, 25, 0),
      guaranteed: cutoffs({ A: "80" }),
      minimum: cutoffs({ C: "70" }),
    };
    expect(counted(propose(ruled, totals, WHOLE), totals)).toEqual({
      A: 2,
      C: 1,
      D: 1,
    });
  });
});

describe("the shift", () => {
  const ladder = cutoffs({ A: "90", B: "80", C: "70", D: "60" });
  const shift = (target: string, step = "0.1", own = ladder) =>
    ({
      method: "shift",
      cutoffs: own,
      target: decimal(target),
      step: decimal(step),
    }) as const;
  const totals = decimals("91", "87.25", "78", "66");

  it("lowers all cut-offs by the smallest multiple of the step that reaches the GPA", () => {
    // As they stand: A, B, C, D, 10 points of four. A GPA of 2.75 wants one letter more; 78 reaches 80 - 2.
    const one = propose(shift("2.75"), totals, WHOLE);
    expect(shown(one)).toBe("A 88, B 78, C 68, D 58");
    expect(one?.fit).toMatchObject({
      method: "shift",
      reached: true,
      lowered: rational(2),
    });
    // 3.0 wants two: 87.25 reaches 90 - 2.75 with 2.8.
    const two = propose(shift("3"), totals, WHOLE);
    expect(shown(two)).toBe("A 87.2, B 77.2, C 67.2, D 57.2");
    expect(fractionText(two?.fit?.gpa ?? rational(0))).toBe("3/1");
    // With whole percent points it takes three.
    expect(shown(propose(shift("3", "1"), totals, WHOLE))).toBe("A 87, B 77, C 67, D 57");
  });

  it("never raises them, and lowers nothing where the GPA is there already", () => {
    expect(shown(propose(shift("2.5"), totals, WHOLE))).toBe("A 90, B 80, C 70, D 60");
    expect(shown(propose(shift("1"), totals, WHOLE))).toBe("A 90, B 80, C 70, D 60");
  });

  it("lowers nothing where no shift reaches the GPA, and says how far one could go", () => {
    const found = propose(shift("3.5", "0.1", cutoffs({ B: "80", C: "70" })), totals, WHOLE);
    expect(shown(found)).toBe("B 80, C 70");
    expect(found?.fit).toMatchObject({
      reached: false,
      lowered: rational(0),
      highest: rational(3),
    });
  });

  it("is what lowering step by step finds, on random classes", () => {
    const dice = diceOf(31);
    for (let round = 0; round < 300; round += 1) {
      const own = Array.from({ length: dice.int(1, 30) }, () => rational(dice.int(4000, 10_000), 100));
      const settings = shift(dice.pick(["1", "2.5", "3", "3.33", "4"]), dice.pick(["0.1", "0.25", "3"]));
      const gpaAt = (steps: number) => {
        const letters = own.map((total) => {
          const lifted = Number(total.numerator) * (100 / Number(total.denominator));
          // Hundredths throughout: a step of 0.1 is ten of them.
          const by = steps * Number(settings.step.numerator) * (100 / Number(settings.step.denominator));
          return [9000, 8000, 7000, 6000].filter((cutoff) => lifted >= cutoff - by).length;
        });
        return rational(
          letters.reduce((sum, points) => sum + points, 0),
          own.length,
        );
      };
      let steps = 0;
      while (compare(gpaAt(steps), settings.target) < 0) steps += 1;
      const found = propose(settings, own, WHOLE);
      expect(found?.fit).toMatchObject({ reached: true, gpa: gpaAt(steps) });
      expect(
        compare(
          found?.cutoffs[0]?.cutoff ?? rational(0),
          rational(
            9000 * Number(settings.step.denominator) - 100 * steps * Number(settings.step.numerator),
            100 * Number(settings.step.denominator),
          ),
        ),
      ).toBe(0);
    }
  });
});

/** Totals of simulated students: a bell around `mean`, in hundredths, none above 100. */
function bell(seed: number, students: number, mean: number, deviation: number): readonly Rational[] {
  const dice = diceOf(seed);
  return Array.from({ length: students }, () => {
    let sum = 0;
    for (let draw = 0; draw < 12; draw += 1) sum += dice.int(0, 10_000);
    const hundredths = mean * 100 + Math.trunc(((sum - 60_000) * deviation) / 100);
    return rational(Math.min(10_000, Math.max(0, hundredths)), 100);
  });
}

describe("a class on which gap hunting collapses", () => {
  it.each([400, 1000])("of %i students gets every letter, with counts near the shares", (students) => {
    const totals = bell(students, students, 82, 9);
    const found = propose(guideline, totals, policy.letters);
    const counts = counted(found, totals);
    expect(Object.keys(counts)).toHaveLength(12);
    const sum = (...letters: readonly string[]) =>
      letters.reduce((n, letter) => n + (counts[letter] ?? 0), 0);
    const share = (percent: number) => (percent * students) / 100;
    const off = (found: number, percent: number) => Math.abs(found - share(percent)) / students;
    expect(off(sum("A", "A-"), 45)).toBeLessThan(0.02);
    expect(off(sum("B+", "B", "B-"), 40)).toBeLessThan(0.02);
    expect(off(sum("C+", "C", "C-"), 10)).toBeLessThan(0.02);
    expect(off(sum("D+", "D", "D-", "F"), 5)).toBeLessThan(0.02);
    expect(found?.fit).toMatchObject({
      method: "guideline",
      window: { kind: "inside" },
    });
  });
});

describe("a class whose guarantees force the GPA out of the window", () => {
  const totals = bell(7, 200, 90, 4);

  it("gets the best cut-offs without it, the GPAs that can be had, and the guarantees that forbid less", () => {
    const ruled = {
      ...guideline,
      guaranteed: cutoffs({ A: "85", "B+": "70", "C-": "20" }),
    };
    const found = propose(ruled, totals, policy.letters);
    const fit = found?.fit;
    expect(fit).toMatchObject({
      method: "guideline",
      window: {
        kind: "unattainable",
        side: "above",
        causes: [{ rule: "guaranteed", letter: "A" }, { letter: "B+" }],
      },
    });
    // Nobody is below 70, so the guarantee of C- forbids nothing more, and the lowest GPA has A and B+ alone.
    const at = totals.filter((total) => compare(total, rational(85)) >= 0).length;
    const lowest = rational(at * 40 + (200 - at) * 33, 2000);
    // Nothing forbids an A for everybody.
    expect(fit).toMatchObject({ window: { lowest, highest: rational(4) } });
  });
});

describe("A+", () => {
  const totals = bell(5, 100, 82, 9);
  const best = (settings: GuidelineSettings) =>
    counted(propose(settings, totals, policy.letters), totals)["A+"];

  it("is not given by the guideline", () => {
    expect(best(guideline)).toBeUndefined();
  });

  it("is given where the policy gives it a share", () => {
    const shares = [
      { letters: ["A+"], share: rational(5) },
      { letters: ["A", "A-"], share: rational(40) },
      ...guideline.shares.slice(1),
    ];
    const given = best({ ...guideline, shares }) ?? 0;
    expect(given).toBeGreaterThanOrEqual(3);
    expect(given).toBeLessThanOrEqual(7);
  });

  it("is given to who is guaranteed it, and to nobody below its minimum", () => {
    const [, second, third] = totals.toSorted((a, b) => compare(b, a));
    const guaranteed = new Map([["A+", second ?? rational(0)]]);
    expect(best({ ...guideline, guaranteed })).toBeGreaterThanOrEqual(2);
    const shares = [{ letters: ["A+", "A", "A-"], share: rational(45) }, ...guideline.shares.slice(1)];
    const minimum = new Map([["A+", third ?? rational(0)]]);
    expect(best({ ...guideline, shares, minimum })).toBe(3);
  });
});

describe("refitting after a raw point", () => {
  it("is quick enough to be asked for every student of a class", () => {
    const totals = bell(11, 250, 82, 9);
    let moved = 0;
    const before = shown(propose(guideline, totals, policy.letters));
    const began = performance.now();
    for (let student = 0; student < 250; student += 1) {
      const own = totals.map((total, index) =>
        index === student
          ? rational(
              Number(total.numerator) * 20 + 3 * Number(total.denominator),
              20 * Number(total.denominator),
            )
          : total,
      );
      if (shown(propose(guideline, own, policy.letters)) !== before) moved += 1;
    }
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(250);
  });
});
