import { describe, expect, it } from "vitest";
import { csv, runOn } from "../properties/run.ts";

const OTHERS = ["hw2", "hw3", "hw4", "midterm1", "midterm2"];
const LATE = "Submission Time";

/** One student; homework 1 comes in columns of its own, the rest is out of 100 and 80. */
async function withHomework1(header: string, cells: readonly string[], policy?: string) {
  const files = new Map([
    ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
    [
      "scores.csv",
      csv(`SID,${header},${OTHERS.map((id) => `${id},${id} - Max Points`).join(",")}`, [
        ["1", ...cells, ...OTHERS.flatMap(() => ["80", "100"])],
      ]),
    ],
    ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
    ...(policy === undefined ? [] : [["policy.yaml", `extends: cs182-sp22\n${policy}\n`] as const]),
  ]);
  const { exit, world, rows } = await runOn(files);
  const codes = [...world.err().matchAll(/(?:error|warning)\[([a-z-]+)\]/g)].map(([, code]) => code);
  return { exit, codes, err: world.err(), hw1: () => rows("grades.csv")[0]?.hw1, rows };
}

const ONE = `HW 1,HW 1 - Max Points,HW 1 - ${LATE},HW 1 - Lateness (H:M:S)`;

describe("a score cell", () => {
  it.each(["1e1", "9O", "12,5", "NaN", "+9", "9/10", "90%"])(
    "that says %s is an error at the cell",
    async (text) => {
      const { exit, err } = await withHomework1(ONE, [`"${text}"`, "10", "", ""]);
      expect(exit).toBe(1);
      expect(err).toContain("scores.csv:2:2: error[score-not-a-number]");
    },
  );

  it("over the maximum or below zero counts, with a warning", async () => {
    const over = await withHomework1(ONE, ["11", "10", "", ""]);
    expect([over.codes, over.hw1()]).toEqual([["score-over-maximum"], "110.0000"]);
    const below = await withHomework1(ONE, ["-1", "3", "", ""]);
    expect([below.codes, below.hw1()]).toEqual([["score-negative"], "-33.3334"]);
  });

  it("that is blank is missing without a submission, and undecided with one", async () => {
    const missing = await withHomework1(ONE, ["", "10", "", "00:00:00"]);
    expect([missing.exit, missing.hw1()]).toEqual([0, "0.0000"]);
    const waiting = await withHomework1(ONE, ["", "10", "2022-02-21 12:00:00 -0800", "00:00:00"]);
    expect([waiting.exit, waiting.hw1()]).toEqual([3, ""]);
    const lateOnly = await withHomework1(ONE, ["", "10", "", "01:00:00"]);
    expect([lateOnly.exit, lateOnly.hw1()]).toEqual([3, ""]);
  });
});

describe("a maximum", () => {
  it("is the export's own, whatever the policy says", async () => {
    expect((await withHomework1(ONE, ["9", "12", "", ""])).hw1()).toBe("75.0000");
    expect((await withHomework1("hw1", ["9"])).err).toContain("component-without-column");
  });

  it("is the policy's where the table is plain", async () => {
    const scores = csv(`sid,hw1,${OTHERS.join(",")}`, [["1", "9", ...OTHERS.map(() => "80")]]);
    const files = new Map([
      ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
      ["scores.csv", scores],
      ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
    ]);
    expect((await runOn(files)).rows("grades.csv")[0]?.hw1).toBe("9.0000");
    const policy = "extends: cs182-sp22\ncomponents: { hw1: { points: 12 } }\n";
    expect((await runOn(new Map([...files, ["policy.yaml", policy]]))).rows("grades.csv")[0]?.hw1).toBe(
      "75.0000",
    );
  });

  it("that is zero, negative or no number is an error", async () => {
    for (const text of ["0", "-10", "ten"]) {
      const { exit, codes } = await withHomework1(ONE, ["9", text, "", ""]);
      expect([text, exit, codes]).toEqual([text, 1, ["maximum-not-a-number"]]);
    }
  });
});

describe("several columns of one component", () => {
  const part = (name: string) =>
    `HW 1: ${name},HW 1: ${name} - Max Points,HW 1: ${name} - ${LATE},HW 1: ${name} - Lateness (H:M:S)`;
  const TWO = `${part("A")},${part("B")}`;
  const SUM = "components: { hw1: { combine: sum } }";

  it("are variants: the one that is scored counts, over its own maximum", async () => {
    const { hw1 } = await withHomework1(TWO, ["", "10", "", "", "9", "12", "", ""]);
    expect(hw1()).toBe("75.0000");
  });

  it("are an error where two of them are scored", async () => {
    const { exit, codes } = await withHomework1(TWO, ["8", "10", "", "", "9", "12", "", ""]);
    expect([exit, codes]).toEqual([1, ["component-scored-twice"]]);
  });

  it("add up where the policy says so, and a part that was not handed in adds nothing", async () => {
    expect((await withHomework1(TWO, ["8", "10", "", "", "9", "12", "", ""], SUM)).hw1()).toBe("77.2727");
    expect((await withHomework1(TWO, ["8", "10", "", "", "", "12", "", ""], SUM)).hw1()).toBe("36.3636");
    expect((await withHomework1(TWO, ["", "10", "", "", "", "12", "", ""], SUM)).hw1()).toBe("0.0000");
  });

  it("wait for the part that is handed in and not scored", async () => {
    const cells = ["8", "10", "", "", "", "12", "2022-02-21 12:00:00 -0800", ""];
    expect((await withHomework1(TWO, cells, SUM)).exit).toBe(3);
  });

  it("are late once, by the larger lateness", async () => {
    const at = (day: string, late: string) => [`2022-02-${day} 23:59:00 -0800`, late];
    const cells = ["8", "10", ...at("22", "24:00:00"), "9", "12", ...at("24", "72:00:00")];
    const { rows } = await withHomework1(TWO, cells, SUM);
    expect(rows("slip-days.csv")[0]).toMatchObject({
      days_late: "3",
      days_charged: "3",
      lateness: "72:00:00",
    });
  });
});
