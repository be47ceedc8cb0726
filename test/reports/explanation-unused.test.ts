import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { csv } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const ADJUSTMENTS = "sid,assignment,action,value,reason";

/** What `explain` says under "Read, but not counted", line breaks mended. */
async function notCounted(adjustments: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const files = {
    "roster.csv": csv("sid,name,track", [["1", "Ada", "182"]]),
    "scores.csv": csv("sid,hw1,hw2,hw3,hw4,midterm1,midterm2,project", [
      ["1", "91", "92", "93", "94", "80", "81", ""],
    ]),
    "adjustments.csv": csv(
      ADJUSTMENTS,
      adjustments.map((row) => [row]),
    ),
    "cutoffs.csv": csv("track,letter,cutoff", [["182", "A", "90"]]),
    ...more,
  };
  const world = memoryWorld(Object.entries(files));
  expect(await main(["explain", "roster.csv", "--student", "1"], world)).toBe(0);
  const section = /Read, but not counted\n([\s\S]*?)\n(?:\n|$)/.exec(world.out())?.[1] ?? "";
  return section.replaceAll(/\s+/g, " ").trim();
}

describe("explain, for a score that was read and does not count", () => {
  it("says nothing where every score counts", async () => {
    expect(await notCounted([])).toBe("");
  });

  it.each([
    [
      "1,hw2,zero,,copied",
      "Homework 2 92 (scores.csv:2:3) does not count: zero by decision decision.adjustment",
    ],
    [
      "1,midterm1,absent,,ill",
      "Midterm 1 80 (scores.csv:2:6) does not count: absent by decision decision.adjustment",
    ],
    [
      "1,hw1,move-weight,hw2,joined late",
      "Homework 1 91 (scores.csv:2:2) does not count: its weight is moved by decision decision.adjustment",
    ],
  ])("names its cell and the decision: %s", async (row, expected) => {
    expect(await notCounted([row])).toBe(expected);
  });

  it("names a score of another track's component", async () => {
    const scores = csv("sid,hw1,hw2,hw3,hw4,midterm1,midterm2,project", [
      ["1", "91", "92", "93", "94", "80", "81", "70"],
    ]);
    expect(await notCounted([], { "scores.csv": scores })).toBe(
      "Final project 70 (scores.csv:2:8) does not count: 182 has no Final project",
    );
  });

  it("names the part of a sum whose other part has no score yet", async () => {
    const title = (part: string) =>
      [`HW 1: ${part}`, `HW 1: ${part} - Max Points`, `HW 1: ${part} - Submission Time`].join(",");
    const parts = csv(`SID,${title("code")},${title("text")}`, [
      ["1", "", "60.0", "2022-02-21 20:00:00 -0800", "32.5", "40.0", "2022-02-21 20:00:00 -0800"],
    ]);
    const rest = csv("sid,hw2,hw3,hw4,midterm1,midterm2", [["1", "92", "93", "94", "80", "81"]]);
    const policy = "extends: cs182-sp22\ncomponents: { hw1: { combine: sum } }\n";
    const files = { "scores.csv": parts, "scores-rest.csv": rest, "policy.yaml": policy };
    expect(await notCounted([], files)).toBe(
      "Homework 1 32.5 (scores.csv:2:5) does not count: the work is not graded yet i.ungraded",
    );
  });
});
