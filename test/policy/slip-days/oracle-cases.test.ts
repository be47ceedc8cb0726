import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { daysLate } from "../../../src/policy/slip-days/days-late.ts";
import { dueDateAcceptance } from "../../../src/policy/slip-days/due-date-order.ts";
import { DAY, HOUR, MINUTE, SECOND, zone } from "../../../src/time/zone.ts";
import { csv, rowsOf } from "../../properties/run.ts";
import { memoryWorld } from "../../support/memory-world.ts";

const pacific = zone("America/Los_Angeles");

describe("days late as edulinq/autograder-server counts them (its TestComputeLateDays, due at 0)", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [DAY - 1, 1],
    [DAY, 1],
    [DAY + 1, 2],
    // A second, where the other program's test has a millisecond.
    [DAY + SECOND, 2],
  ])("%i ms late make %i", (late, days) => {
    for (const unit of ["calendar-day", "elapsed-24h"] as const)
      expect(daysLate(late, 0, 0, unit, pacific)).toBe(days);
  });
});

describe("and with ten minutes of grace (its TestComputeLateDaysWithGraceTime)", () => {
  it.each([
    [0, 0],
    [5 * MINUTE, 0],
    [10 * MINUTE, 0],
    [10 * MINUTE + 1, 1],
    [DAY + 10 * MINUTE, 1],
    [DAY + 10 * MINUTE + 1, 2],
    // A second, where the other program's test has a millisecond.
    [10 * MINUTE + SECOND, 1],
    [DAY + 10 * MINUTE + SECOND, 2],
  ])("%i ms late make %i", (late, days) => {
    for (const unit of ["calendar-day", "elapsed-24h"] as const)
      expect(daysLate(late, 0, 10 * MINUTE, unit, pacific)).toBe(days);
  });
});

describe("the first hour of every day free, as the manual of matthigger/gradescope_mean has it (the figure is ours)", () => {
  it("makes 49 hours two days, to the second", () => {
    for (const unit of ["calendar-day", "elapsed-24h"] as const) {
      expect(daysLate(49 * HOUR, 0, HOUR, unit, pacific)).toBe(2);
      expect(daysLate(49 * HOUR + SECOND, 0, HOUR, unit, pacific)).toBe(3);
    }
  });
});

/**
 * Days late of the eight works of Submitty's LateDaysTester, extensions taken off. The fifth was handed in a day late
 * where that work allows none; here no work has a limit of its own, so it stands as one in time. The sixth came in
 * the year 2222.
 */
const SUBMITTY = [0, 0, 1, 1, 0, 77431, 0, 1];

describe("five days over eight works, one of them over the budget (Submitty's LateDaysTester)", () => {
  it("charges nothing for it, and the later one still fits: three used, two left", () => {
    const accepted = dueDateAcceptance(SUBMITTY, 5);
    expect(accepted).toEqual([true, true, true, true, true, false, true, true]);
    const used = SUBMITTY.reduce((days, own, index) => days + (accepted[index] ? own : 0), 0);
    expect([used, 5 - used]).toEqual([3, 2]);
  });
});

/** Days late of eight homeworks, of our own making; the fourth needs four where two are left. */
const LATE = [1, 0, 2, 4, 0, 1, 0, 1];

describe("five days over eight homeworks, all of them spent around the one that is over", () => {
  it("leaves room for later ones", () => {
    expect(dueDateAcceptance(LATE, 5)).toEqual([true, true, true, false, true, true, true, true]);
  });

  it("also from the files on", async () => {
    const ids = LATE.map((_, index) => `hw${index + 1}`);
    const dueDay = (index: number) => `2022-02-${String(1 + 3 * index).padStart(2, "0")}`;
    const policy = [
      "extends: cs182-sp22",
      "components:",
      ...ids.map((id, index) => {
        const rest = "points: 100, slip_days: true, absence: missing, combine: one";
        return `  ${id}: { title: ${id}, names: [${id}], due: ${dueDay(index)} 23:59, ${rest} }`;
      }),
      "tracks:",
      `  "182": { weights: { ${ids.map((id) => `${id}: 7.5`).join(", ")}, midterm1: 20, midterm2: 20 } }`,
      "",
    ];
    const exams = ["midterm1", "midterm2"];
    const header = [
      ...ids.map((id) => `${id},${id} - Max Points,${id} - Submission Time`),
      ...exams.map((id) => `${id},${id} - Max Points,${id} - Submission Time`),
    ];
    const cells = LATE.flatMap((days, index) => {
      const due = Date.parse(`${dueDay(index)}T23:59:00-08:00`);
      return ["90", "100", new Date(due + days * DAY).toISOString()];
    });
    const world = memoryWorld(
      new Map([
        ["policy.yaml", policy.join("\n")],
        ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
        ["scores.csv", csv(`SID,${header.join(",")}`, [["1", ...cells, "80", "100", "", "80", "100", ""]])],
        ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
      ]),
    );
    expect([await main(["slip-days", "roster.csv", "--csv"], world), world.err()]).toEqual([0, ""]);
    const rows = rowsOf(world.out());
    expect(rows.map(({ days_late }) => Number(days_late))).toEqual(LATE);
    expect(rows.map(({ days_charged }) => Number(days_charged))).toEqual([1, 0, 2, 0, 0, 1, 0, 1]);
    expect(rows.map(({ days_left }) => Number(days_left))).toEqual([4, 4, 2, 2, 2, 1, 1, 0]);
    expect(rows[3]?.outcome).toBe("rejected-late");
  });
});
