import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysLate } from "../../../src/policy/slip-days/days-late.ts";
import { addCalendarDays, DAY, HOUR, MINUTE, SECOND, zone } from "../../../src/time/zone.ts";

const pacific = zone("America/Los_Angeles");
const due = Date.parse("2022-02-21T23:59:00-08:00");

describe("days late", () => {
  it.each([
    ["a millisecond early", -1, 0, 0],
    ["at the due time", 0, 0, 0],
    ["a millisecond late", 1, 0, 1],
    ["one day late to the second", DAY, 0, 1],
    ["one day and a second late", DAY + SECOND, 0, 2],
    ["ten minutes late with ten minutes of grace", 10 * MINUTE, 10 * MINUTE, 0],
    ["a second over the grace", 10 * MINUTE + SECOND, 10 * MINUTE, 1],
    ["a day late with all the grace", DAY + 10 * MINUTE, 10 * MINUTE, 1],
    ["a day late and a second over the grace", DAY + 10 * MINUTE + SECOND, 10 * MINUTE, 2],
    ["five days late to the second", 5 * DAY, 0, 5],
  ])("of a homework that is %s: %i ms with %i ms of grace make %i", (_, late, grace, expected) => {
    expect(daysLate(due + late, due, grace, "calendar-day", pacific)).toBe(expected);
    expect(daysLate(due + late, due, grace, "elapsed-24h", pacific)).toBe(expected);
  });

  it("by the clock of 24 hours count 49 hours as two days when an hour is granted", () => {
    expect(daysLate(due + 49 * HOUR, due, 60 * MINUTE, "elapsed-24h", pacific)).toBe(2);
    expect(daysLate(due + 49 * HOUR, due, 0, "elapsed-24h", pacific)).toBe(3);
  });

  it("end at the same wall-clock time, so the spring change neither gives nor takes an hour", () => {
    const friday = Date.parse("2022-03-11T23:59:00-08:00");
    const at = (text: string) => daysLate(Date.parse(text), friday, 0, "calendar-day", pacific);
    expect(at("2022-03-13T23:59:00-07:00")).toBe(2);
    expect(at("2022-03-13T23:59:01-07:00")).toBe(3);
    const elapsed = daysLate(Date.parse("2022-03-14T00:30:00-07:00"), friday, 0, "elapsed-24h", pacific);
    expect(elapsed).toBe(2);
    expect(at("2022-03-14T00:30:00-07:00")).toBe(3);
  });

  it("end at the same wall-clock time across the autumn change", () => {
    const friday = Date.parse("2022-11-04T23:59:00-07:00");
    const at = (text: string) => daysLate(Date.parse(text), friday, 0, "calendar-day", pacific);
    expect(at("2022-11-06T23:59:00-08:00")).toBe(2);
    expect(daysLate(Date.parse("2022-11-06T23:59:00-08:00"), friday, 0, "elapsed-24h", pacific)).toBe(3);
    expect(at("2022-11-06T23:59:01-08:00")).toBe(3);
  });

  it("are the smallest n >= 0 whose n-th day, with the grace, covers the submission", () => {
    const dues = fc.integer({ min: Date.UTC(2022, 1, 1), max: Date.UTC(2022, 11, 1) });
    const lates = fc.oneof(
      fc.integer({ min: -DAY, max: 12 * DAY }),
      fc.tuple(fc.nat(9), fc.integer({ min: -1, max: 1 })).map(([days, off]) => days * DAY + off),
      fc.tuple(fc.nat(9), fc.constantFrom(-HOUR, HOUR)).map(([days, off]) => days * DAY + off),
    );
    const graces = fc.constantFrom(0, 30 * SECOND, 5 * MINUTE, HOUR);
    const units = fc.constantFrom("calendar-day" as const, "elapsed-24h" as const);
    fc.assert(
      fc.property(dues, lates, graces, units, (start, late, grace, unit) => {
        const end = (n: number) =>
          unit === "elapsed-24h" ? start + n * DAY : addCalendarDays(pacific, start, n);
        let expected = 0;
        while (start + late > end(expected) + grace) expected += 1;
        expect(daysLate(start + late, start, grace, unit, pacific)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
