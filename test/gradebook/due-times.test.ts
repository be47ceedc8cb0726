import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { memoryWorld } from "../support/memory-world.ts";

const HEADER = "SID,HW 1,HW 1 - Max Points,HW 1 - Submission Time,HW 1 - Lateness (H:M:S)";
const AFTER_TWO_DAYS = "2022-02-23 10:00:00 -0800";

/** The codes of the warnings about homework 1, which was due on 2022-02-21 at 23:59, handed in by one student. */
async function warned(submitted: string, lateness: string, extension?: string) {
  const world = memoryWorld([
    ["roster.csv", "sid,name,track\n1,Ada,182\n"],
    ["scores-1.csv", `${HEADER}\n1,90,100,${submitted},${lateness}\n`],
    ["scores-2.csv", "sid,hw2,hw3,hw4,midterm1,midterm2\n1,90,90,90,90,90\n"],
    ["cutoffs.csv", "track,letter,cutoff\n182,A,90\n"],
    ["extensions.csv", `sid,assignment,days,reason,in_gradescope\n${extension ?? ""}`],
  ]);
  expect(await main(["compute", "roster.csv"], world)).toBe(0);
  return [...world.err().matchAll(/warning\[([a-z-]+)\]/g)].map(([, code]) => code);
}

describe("work that came after the policy's due time", () => {
  it("and is in time by the export is named: Gradescope gave longer than the policy", async () => {
    expect(await warned(AFTER_TWO_DAYS, "00:00:00")).toEqual(["due-time-longer"]);
    expect(await warned(AFTER_TWO_DAYS, "00:00:00", "1,hw1,2,Ill,no\n")).toEqual(["due-time-longer"]);
  });

  it("is as expected where extensions.csv says that Gradescope has the extension", async () => {
    expect(await warned(AFTER_TWO_DAYS, "00:00:00", "1,hw1,2,Ill,yes\n")).toEqual([]);
    expect(await warned(AFTER_TWO_DAYS, "00:00:00", "1,hw1,1,Ill,yes\n")).toEqual(["due-time-longer"]);
  });

  it("is no news where the export calls it late by as much, or says nothing of lateness", async () => {
    expect(await warned(AFTER_TWO_DAYS, "34:01:00")).toEqual([]);
    expect(await warned(AFTER_TWO_DAYS, "")).toEqual([]);
  });

  it("and was handed in by the due time is no news either", async () => {
    expect(await warned("2022-02-21 23:59:00 -0800", "00:00:00")).toEqual([]);
  });
});
