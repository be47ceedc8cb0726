import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { csv } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const TITLES = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];
const LATE = "2022-02-25 10:00:00 -0800";

/** Homework 1 of Ada is excused, though she handed it in late; Ben's is blank. */
async function slipDays(args: readonly string[]): Promise<string> {
  const header = TITLES.flatMap((title) => [title, `${title} - Max Points`, `${title} - Submission Time`]);
  const row = (sid: string, ...first: readonly string[]) => [
    sid,
    ...first,
    ...TITLES.slice(1).flatMap(() => ["80", "100", "2022-02-20 10:00:00 -0800"]),
  ];
  const world = memoryWorld([
    [
      "roster.csv",
      csv("sid,name,track", [
        ["1", "Ada", "182"],
        ["2", "Ben", "182"],
      ]),
    ],
    ["scores.csv", csv(["SID", ...header].join(), [row("1", "EX", "100", LATE), row("2", "", "100", "")])],
    ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
    ["declared.csv", csv("sid,assignment,days", [["1", "hw1", "4"]])],
  ]);
  expect(await main(["slip-days", "roster.csv", ...args], world), world.err()).toBe(0);
  return world.out();
}

describe("excused homework", () => {
  it("is not missing, which would be a zero, and takes no days however late", async () => {
    const rows = (await slipDays(["--csv"])).split("\n").filter((line) => line.includes(",hw1,"));
    expect(rows.map((line) => line.split(",").slice(-5))).toEqual([
      ["0", "0", "5", "ungraded", ""],
      ["0", "0", "5", "missing", ""],
    ]);
    const { students, summary } = JSON.parse(await slipDays(["--json", "--assignment", "hw1"]));
    const excuses = students.map(
      ({ homeworks }: { homeworks: { excuse: unknown }[] }) => homeworks[0]?.excuse,
    );
    expect(excuses).toEqual(["excused", null]);
    expect(summary.homeworks[0].outcomes).toMatchObject({ missing: 1, ungraded: 1 });
  });

  it("is told as such in the ledger, the summary and the check of what was declared", async () => {
    const ledger = await slipDays(["--student", "1"]);
    expect(ledger).toContain("ungraded\n         excused by the export, takes no slip days (i.excused)\n");
    const summary = await slipDays([]);
    expect(summary).toMatch(/^ {2}i\.excused \(1\)/m);
    expect(summary).not.toContain("i.ungraded");
    const declared = await slipDays(["--declared", "declared.csv"]);
    expect(declared).toContain("1   Ada: hw1 declared 4, charged 0: excused, to be decided (i.excused)");
  });
});
