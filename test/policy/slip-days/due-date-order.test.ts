import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDateAcceptance } from "../../../src/policy/slip-days/due-date-order.ts";

describe("the order of the due dates", () => {
  it("accepts what the days left cover, and a rejected homework charges nothing", () => {
    expect(dueDateAcceptance([1, 1, 1, 2], 5)).toEqual([true, true, true, true]);
    expect(dueDateAcceptance([5, 1, 0, 0], 5)).toEqual([true, false, true, true]);
    expect(dueDateAcceptance([4, 3, 1, 1], 5)).toEqual([true, false, true, false]);
    expect(dueDateAcceptance([6, 5], 5)).toEqual([false, true]);
    expect(dueDateAcceptance([0, 1], 0)).toEqual([true, false]);
  });

  it("decides each homework by what was accepted before it, and never overdraws", () => {
    const days = fc.array(fc.nat(7), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.nat(10), (daysLate, budget) => {
        const accepted = dueDateAcceptance(daysLate, budget);
        daysLate.forEach((own, index) => {
          const spent = daysLate.slice(0, index).reduce((sum, n, at) => sum + (accepted[at] ? n : 0), 0);
          expect(spent).toBeLessThanOrEqual(budget);
          expect(accepted[index]).toBe(own <= budget - spent);
        });
      }),
    );
  });
});
