import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { stability, WORK } from "../../src/reports/stability.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files, runOn } from "../properties/run.ts";
import { gradedTerm } from "../support/graded.ts";
import { memoryWorld } from "../support/memory-world.ts";
import type { PrintedCurve } from "../support/printed-curve.ts";

const COMPONENTS = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];

/** The curve is not fitted on P/NP, and its letters still move with it. */
const isFitted = (index: number) => index % 2 === 0;

/** A class of 182 by its scores: one row of six a student, every other with the basis P/NP. */
function classOf(scores: readonly (readonly number[])[]): Files {
  return new Map([
    [
      "roster.csv",
      csv(
        "sid,name,track,basis",
        scores.map((_, index) => [
          `${index + 1}`,
          `Student ${index + 1}`,
          "182",
          isFitted(index) ? "Letter" : "P/NP",
        ]),
      ),
    ],
    [
      "scores.csv",
      csv(
        `sid,${COMPONENTS.join(",")}`,
        scores.map((own, index) => [`${index + 1}`, ...own.map(String)]),
      ),
    ],
  ]);
}

async function lettersOf(files: Files): Promise<readonly (string | undefined)[]> {
  return (await runOn(files, ["--quiet"]))
    .rows("grades.csv")
    .toSorted((a, b) => Number(a.sid) - Number(b.sid))
    .map(({ letter }) => letter);
}

describe("a point more or less on one student", () => {
  it("changes the letters of others that computing the edited files anew changes", async () => {
    const dice = diceOf(91);
    const scores = Array.from({ length: 28 }, () => COMPONENTS.map(() => dice.int(60, 100)));
    const before = await lettersOf(classOf(scores));
    let [changes, affecting, most] = [0, 0, 0];
    for (const [student, own] of scores.entries())
      for (const [column, score] of own.entries())
        for (const points of [1, -1]) {
          if (!isFitted(student) || score + points > 100) continue;
          const edited = scores.map((row, index) =>
            index === student ? row.with(column, score + points) : row,
          );
          const after = await lettersOf(classOf(edited));
          const others = after.filter(
            (letter, index) => index !== student && letter !== before[index],
          ).length;
          changes += 1;
          if (others > 0) affecting += 1;
          most = Math.max(most, others);
        }
    const world = memoryWorld(classOf(scores));
    expect(await main(["curve", "roster.csv", "--json"], world)).toBe(0);
    const found = (JSON.parse(world.out()) as PrintedCurve).tracks["182"]?.stability;
    expect([found?.changes, found?.changes_affecting_others]).toEqual([changes, affecting]);
    expect(found?.worst?.others.length ?? 0).toBe(most);
    expect(affecting).toBeGreaterThan(0);
    const { worst } = found ?? {};
    if (!worst) return;
    const column = COMPONENTS.indexOf(worst.component);
    const edited = scores.map((row, index) =>
      index === Number(worst.sid) - 1 ? row.with(column, (row[column] ?? 0) + worst.points) : row,
    );
    const after = await lettersOf(classOf(edited));
    const moved = after.flatMap((letter, index) =>
      letter !== before[index] && index !== Number(worst.sid) - 1 ? [`${index + 1}`] : [],
    );
    expect(worst.others.map(({ sid }) => sid).sort()).toEqual(moved.sort());
  });

  it("is tried on every n-th student of a large class, the same ones each time", async () => {
    const { term, grades } = await gradedTerm(exampleClass());
    const few = stability(term.policy, grades, "182", WORK.quick / 20);
    const again = stability(term.policy, grades, "182", WORK.quick / 20);
    expect(few).toEqual(again);
    expect(few?.fitted).toBe(216);
    expect(few?.tried).toBeLessThan(10);
    expect(few?.follow).toEqual(["182", "282A"]);
  });

  it("changes nobody where the cut-offs do not rest on the class", async () => {
    const files = new Map([
      ...classOf([[90, 90, 90, 90, 90, 90]]),
      ["policy.yaml", 'extends: cs182-sp22\ncurve: { "182": { method: fixed, cutoffs: { A: 90 } } }\n'],
    ]);
    const { term, grades } = await gradedTerm(files);
    expect(stability(term.policy, grades, "182", WORK.quick)).toBeUndefined();
  });
});
