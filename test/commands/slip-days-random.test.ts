import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { csv, rowsOf, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

describe("grades slip-days on random classes", () => {
  it("prints compute's slip-days.csv, and text of 80 columns that says the same", async () => {
    for (let seed = 4001; seed <= 4012; seed += 1) {
      const files = randomClass(seed);
      const run = async (...args: string[]) => {
        const world = memoryWorld(files);
        expect(await main(["slip-days", "roster.csv", ...args], world), `seed ${seed}`).toBe(0);
        return world.out();
      };
      const { text } = await runOn(files, ["--quiet"]);
      expect(await run("--csv"), `seed ${seed}`).toBe(text("slip-days.csv"));
      const shown = await run("--only", "late");
      const late = rowsOf(text("slip-days.csv")).filter(({ days_late }) => days_late !== "0");
      expect(shown.match(/ (accepted-late|rejected-late|ungraded)$/gm)?.length ?? 0).toBe(late.length);
      for (const line of [...shown.split("\n"), ...(await run()).split("\n")])
        expect([...line].length, `seed ${seed}: ${line}`).toBeLessThanOrEqual(80);
    }
  });

  it("keeps 80 columns where homeworks have long ids and are due at odd seconds", async () => {
    const ids = ["backpropagation", "reinforcementlearning"];
    const policy = [
      "extends: cs182-sp22",
      "components:",
      ...ids.map((id, index) => {
        const rest = "points: 100, slip_days: true, absence: missing, combine: one";
        return `  ${id}: { title: ${id}, names: [${id}], due: "2022-03-0${index + 1} 23:59:59", ${rest} }`;
      }),
      "tracks:",
      `  "182": { weights: { hw1: 0, hw2: 0, hw3: 0, hw4: 0, ${ids.map((id) => `${id}: 30`).join(", ")}, midterm1: 20, midterm2: 20 } }`,
    ];
    const titles = [...ids, "hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];
    const header = titles.map((id) => `${id},${id} - Max Points,${id} - Submission Time`);
    const cells = titles.flatMap((id) => [
      "90",
      "100",
      ids.includes(id) ? "2022-03-07 23:59:59 -0800" : "2022-02-01 10:00:00 -0800",
    ]);
    const world = memoryWorld(
      new Map([
        ["policy.yaml", `${policy.join("\n")}\n`],
        ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
        ["scores.csv", csv(`SID,${header.join(",")}`, [["1", ...cells]])],
        ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
      ]),
    );
    expect([await main(["slip-days", "roster.csv"], world), world.err()]).toEqual([0, ""]);
    expect(world.out()).toContain("Mar  1 23:59:59");
    for (const line of world.out().split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});
