import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { exampleClass } from "../properties/example.ts";
import { memoryWorld } from "../support/memory-world.ts";

async function declared(rows: readonly string[], ...args: string[]) {
  const claims = ["sid,assignment,days", ...rows, ""].join("\n");
  const world = memoryWorld(new Map([...exampleClass(), ["claims.csv", claims]]));
  const exit = await main(["slip-days", "roster.csv", "--declared", "claims.csv", "--quiet", ...args], world);
  return { exit, out: world.out(), err: world.err() };
}

const CLAIMS = [
  "3034100002,Homework 1,1",
  "3034100003,hw1,1",
  "3034100003,hw3,1",
  "3034100006,hw3,5",
  "3034100009,hw3,2",
  "3034100021,HW 2,3",
  "3034100001,hw1,0",
];

describe("grades slip-days --declared", () => {
  it("lists where students' claims differ from what was charged, and why", async () => {
    const data = JSON.parse((await declared(CLAIMS, "--json")).out).declared;
    expect(data).toMatchObject({ claims: 7, agreeing: 3 });
    const shown = data.differing.map((own: Record<string, unknown>) =>
      [own.sid, own.assignment, own.declared, own.charged, own.by].join(" "),
    );
    expect(shown).toEqual([
      "3034100003 hw3 1 2 i.slip-unit",
      "3034100006 hw3 5 0 hw.no-other-late",
      "3034100009 hw3 2 0 hw.no-drops",
      "3034100021 hw2 3 0 i.extension",
    ]);
  });

  it("lists what was charged and never declared", async () => {
    const data = JSON.parse((await declared(CLAIMS, "--json", "--student", "3034100006")).out).declared;
    expect(data.undeclared).toEqual([
      expect.objectContaining({ sid: "3034100006", assignment: "hw4", declared: null, charged: 1 }),
    ]);
  });

  it("prints the differences and, for one student, the ledger", async () => {
    const world = memoryWorld(
      new Map([...exampleClass(), ["claims.csv", `sid,assignment,days\n${CLAIMS.join("\n")}\n`]]),
    );
    const args = ["slip-days", "roster.csv", "--declared", "claims.csv", "--student", "3034100003"];
    expect(await main(args, world)).toBe(0);
    const golden = join(import.meta.dirname, "expected/slip-days-declared.txt");
    await expect(world.out()).toMatchFileSnapshot(golden);
  });

  it.each([
    ["9999999999,hw1,1", "student-unknown"],
    ["3034100002,hw9,1", "assignment-unknown"],
    ["3034100002,midterm1,1", "declared-no-slip-days"],
    ["3034100002,hw1,half", "declared-days"],
    ["3034100002,hw1,-1", "declared-days"],
    ["3034100002,hw1,", "declared-days"],
  ])("refuses the row %s", async (row, code) => {
    const { exit, out, err } = await declared([row]);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toMatch(new RegExp(`^claims\\.csv:2:\\d: error\\[${code}\\]: `));
    expect(err).toContain(`  2 | ${row}`);
  });

  it("refuses two claims for one homework, another table, and a file that is not there", async () => {
    expect((await declared(["3034100002,hw1,1", "3034100002,Homework 1,2"])).err).toContain(
      "claims.csv:3:2: error[declared-repeated]: ",
    );
    const world = memoryWorld(exampleClass());
    expect(await main(["slip-days", "roster.csv", "--declared", "roster.csv"], world)).toBe(1);
    expect(world.err()).toContain("this is no table of slip-day claims");
    const none = memoryWorld(exampleClass());
    expect(await main(["slip-days", "roster.csv", "--declared", "none.csv"], none)).toBe(1);
    expect(none.err()).toContain("none.csv: error[file-missing]");
  });

  it("leaves out a student on the waiting list, with a warning", async () => {
    const world = memoryWorld(
      new Map([...exampleClass(), ["claims.csv", "sid,assignment,days\n3034100091,hw1,1\n"]]),
    );
    expect(await main(["slip-days", "roster.csv", "--declared", "claims.csv"], world)).toBe(0);
    expect(world.err()).toContain("warning[student-left-out]");
    expect(world.out()).toContain("0 of 0 claims agree");
  });
});
