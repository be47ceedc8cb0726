import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { csv } from "../../properties/run.ts";
import { memoryWorld } from "../../support/memory-world.ts";

interface Near {
  readonly day: number;
  readonly milliseconds_after: number;
}

/** Homework 1, due at 2022-02-21 23:59:00 -0800. */
async function near(submitted: string, lateness = "", extension = "", policy = ""): Promise<Near | null> {
  const titles = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];
  const columns = titles.map(
    (title) => `${title},${title} - Max Points,${title} - Submission Time,${title} - Lateness (H:M:S)`,
  );
  const cells = titles.flatMap((title) =>
    title === "hw1" ? ["90", "100", submitted, lateness] : ["90", "100", "", ""],
  );
  const world = memoryWorld(
    new Map([
      ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
      ["scores.csv", csv(`SID,${columns.join(",")}`, [["1", ...cells]])],
      ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
      ["extensions.csv", `sid,assignment,days,reason\n${extension}`],
      ["policy.yaml", `extends: cs182-sp22\n${policy}\n`],
    ]),
  );
  expect([await main(["slip-days", "roster.csv", "--json"], world), world.err()]).toEqual([0, ""]);
  return JSON.parse(world.out()).students[0].homeworks[0].near_deadline;
}

const at = (day: number, seconds: number): Near => ({ day, milliseconds_after: seconds * 1000 });

describe("a hand-in is near a deadline", () => {
  it("within ten minutes of the due time, before or after", async () => {
    expect(await near("2022-02-21 23:49:00 -0800")).toEqual(at(0, -600));
    expect(await near("2022-02-21 23:48:59 -0800")).toBeNull();
    expect(await near("2022-02-22 00:09:00 -0800")).toEqual(at(0, 600));
    expect(await near("2022-02-22 00:09:01 -0800")).toBeNull();
  });

  it("within ten minutes of the end of the day that it needed, or of the day before", async () => {
    expect(await near("2022-02-23 23:58:30 -0800")).toEqual(at(2, -30));
    expect(await near("2022-02-23 23:59:30 -0800")).toEqual(at(2, 30));
    expect(await near("2022-02-23 12:00:00 -0800")).toBeNull();
  });

  it("with the extension and the grace in the boundary", async () => {
    const twoDays = "1,hw1,2,illness\n";
    expect(await near("2022-02-24 00:00:00 -0800", "", twoDays)).toEqual(at(0, 60));
    expect(await near("2022-02-22 00:00:00 -0800", "", twoDays)).toBeNull();
    const grace = "slip_days: { grace: 30m }";
    expect(await near("2022-02-22 00:28:00 -0800", "", "", grace)).toEqual(at(0, -60));
    expect(await near("2022-02-21 23:59:00 -0800", "", "", grace)).toBeNull();
  });

  it("by the lateness alone where the export shows no time", async () => {
    expect(await near("", "24:00:01")).toEqual(at(1, 1));
    expect(await near("", "72:05:00", "1,hw1,2,illness\n")).toEqual(at(1, 300));
    expect(await near("", "12:00:00")).toBeNull();
  });

  it("never where nothing was handed in", async () => {
    expect(await near("")).toBeNull();
  });
});

describe("the boundary of a later day", () => {
  const dueBeforeTheChange = "components: { hw1: { due: 2022-03-12 23:59 } }";
  const submitted = "2022-03-13 23:58:00 -0700";

  it("is the same wall-clock time across a clock change", async () => {
    expect(await near(submitted, "", "", dueBeforeTheChange)).toEqual(at(1, -60));
  });

  it("is 24 hours on where slip days are elapsed days", async () => {
    const elapsed = `${dueBeforeTheChange}\nslip_days: { unit: elapsed-24h }`;
    expect(await near(submitted, "", "", elapsed)).toBeNull();
    expect(await near("2022-03-14 00:58:00 -0700", "", "", elapsed)).toEqual(at(1, -60));
  });
});
