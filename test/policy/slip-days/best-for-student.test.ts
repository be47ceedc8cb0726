import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../src/exact/decimal.ts";
import { compare, type Rational, rational, sum } from "../../../src/exact/rational.ts";
import { bestAcceptance, type Candidate } from "../../../src/policy/slip-days/best-for-student.ts";
import { exampleClass } from "../../properties/example.ts";
import { runOn } from "../../properties/run.ts";

/** Few different gains, so that ties are common; some are zero or negative. */
const gains = fc.oneof(
  fc.integer({ min: -2, max: 4 }).map((n) => rational(n)),
  fc.tuple(fc.integer({ min: -20, max: 100 }), fc.constantFrom(3, 7, 20, 33)).map(([n, d]) => rational(n, d)),
);
const late: fc.Arbitrary<Candidate> = fc.record({ days: fc.integer({ min: 1, max: 6 }), gain: gains });
const homeworks = fc.array(late, { maxLength: 7 });
const budgets = fc.integer({ min: 0, max: 12 });

const gainOf = (candidates: readonly Candidate[], accepted: readonly boolean[]): Rational =>
  sum(candidates.filter((_, index) => accepted[index]).map(({ gain }) => gain));
const daysOf = (candidates: readonly Candidate[], accepted: readonly boolean[]): number =>
  candidates.reduce((days, candidate, index) => days + (accepted[index] ? candidate.days : 0), 0);

/** All subsets within the budget; the highest gain, then fewer days, then the earlier homeworks. */
function bestOfAllSubsets(candidates: readonly Candidate[], budget: number): readonly boolean[] {
  const subsets = Array.from({ length: 2 ** candidates.length }, (_, bits) =>
    candidates.map((_, index) => Math.floor(bits / 2 ** index) % 2 === 1),
  );
  const within = subsets.filter((subset) => daysOf(candidates, subset) <= budget);
  const [best] = within.sort((a, b) => {
    const gain = compare(gainOf(candidates, b), gainOf(candidates, a));
    const days = daysOf(candidates, a) - daysOf(candidates, b);
    const first = a.findIndex((accepted, index) => accepted !== b[index]);
    return gain || days || (a[first] ? -1 : 1);
  });
  return best ?? [];
}

describe("best-for-student", () => {
  it("accepts the set that trying all subsets finds, ties and all", () => {
    fc.assert(
      fc.property(homeworks, budgets, (candidates, budget) => {
        expect(bestAcceptance(candidates, budget)).toEqual(bestOfAllSubsets(candidates, budget));
      }),
      { numRuns: 3000 },
    );
  });

  it("prefers fewer days where two sets bring the same, and then the earlier homework", () => {
    const of = (days: number, gain: number) => ({ days, gain: rational(gain) });
    expect(bestAcceptance([of(3, 5), of(2, 5)], 3)).toEqual([false, true]);
    expect(bestAcceptance([of(2, 5), of(2, 5)], 3)).toEqual([true, false]);
    expect(bestAcceptance([of(2, 3), of(1, 4), of(1, 7)], 3)).toEqual([false, true, true]);
    expect(bestAcceptance([of(1, 3), of(2, 7), of(3, 10)], 3)).toEqual([true, true, false]);
  });

  it("spends no day on a homework that brings nothing or takes something", () => {
    const of = (days: number, gain: number) => ({ days, gain: rational(gain) });
    expect(bestAcceptance([of(1, 0), of(1, -3)], 5)).toEqual([false, false]);
  });

  it("never brings less for one more slip day", () => {
    fc.assert(
      fc.property(homeworks, budgets, (candidates, budget) => {
        const at = (days: number) => gainOf(candidates, bestAcceptance(candidates, days));
        expect(compare(at(budget + 1), at(budget))).not.toBe(-1);
      }),
      { numRuns: 500 },
    );
  });

  it("never lowers a total of the example class for one more slip day", async () => {
    const totals: ReadonlyMap<string, string | undefined>[] = [];
    for (let budget = 0; budget <= 7; budget += 1) {
      const policy = `extends: cs182-sp22\nslip_days: { order: best-for-student, budget: ${budget} }\n`;
      const { rows } = await runOn(new Map([...exampleClass(), ["policy.yaml", policy]]), ["--quiet"]);
      totals.push(new Map(rows("grades.csv").map(({ sid = "", total }) => [sid, total])));
    }
    let rose = 0;
    totals.slice(1).forEach((ofMore, index) => {
      for (const [sid, total] of ofMore) {
        const before = totals[index]?.get(sid);
        const [more, less] = [parseDecimal(total ?? ""), parseDecimal(before ?? "")];
        if (more === undefined || less === undefined) continue;
        expect(compare(more, less), `${sid} with ${index + 1} days`).not.toBe(-1);
        if (total !== before) rose += 1;
      }
    });
    expect(rose).toBeGreaterThan(50);
  });
});
