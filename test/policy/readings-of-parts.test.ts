import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { csv } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const TITLES = [
  "Homework 1 - Code",
  "Homework 1 - Write-up",
  ...["Homework 2", "Homework 3", "Homework 4", "Midterm 1", "Midterm 2"],
];
const SUBMITTED = "2022-02-23 10:00:00 -0800";

/** A student whose homework 1 has two parts, each a score or blank, both handed in two days late. */
async function explained(scores: readonly string[], maxima: readonly string[]) {
  const header = TITLES.flatMap((title) =>
    ["", " - Max Points", " - Submission Time"].map((own) => title + own),
  );
  const cells = TITLES.flatMap((_, index) => [scores[index] ?? "80", maxima[index] ?? "100", SUBMITTED]);
  const world = memoryWorld([
    ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
    ["scores.csv", csv(["SID", ...header].join(), [["1", ...cells]])],
    ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
    ["policy.yaml", "extends: cs182-sp22\ncomponents: { hw1: { combine: sum } }\n"],
  ]);
  expect(await main(["explain", "roster.csv", "--student", "1", "--json"], world), world.err()).toBe(0);
  return JSON.parse(world.out());
}

interface Reading {
  readonly assume: string;
  readonly total: { readonly exact: string };
}

describe("a homework whose parts add up, one of them without a score", () => {
  for (const [what, maxima, highest] of [
    ["the export's maxima", ["60", "40"], "40"],
    ["the policy's points for each column", ["", ""], "100"],
  ] as const)
    it(`keeps the points of the scored part under every reading, with ${what}`, async () => {
      const { readings } = await explained(["45.5", ""], maxima);
      const typed = [await explained(["45.5", "0"], maxima), await explained(["45.5", highest], maxima)];
      expect(readings.map(({ assume }: Reading) => assume)).toEqual([
        "zero for the rest",
        "full marks for the rest",
      ]);
      expect(readings.map(({ total }: Reading) => total)).toEqual(typed.map(({ total }) => total));
    });

  it("is open as a whole while no part is scored", async () => {
    const { readings } = await explained(["", ""], ["60", "40"]);
    const typed = [await explained(["0", "0"], ["60", "40"]), await explained(["60", "40"], ["60", "40"])];
    expect(readings.map(({ assume }: Reading) => assume)).toEqual(["zero", "full marks"]);
    expect(readings.map(({ total }: Reading) => total)).toEqual(typed.map(({ total }) => total));
  });
});
