import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { csv, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const TITLES = "hw1,hw2,hw3,hw4,midterm1,midterm2";
const scored = (points: number) => TITLES.split(",").map(() => String(points));

/** Runs a roster of plain 182 rows and a score table with e-mail addresses. */
async function joined(
  roster: readonly (readonly [sid: string, email: string])[],
  scores: readonly (readonly [sid: string, email: string, points: number])[],
) {
  const files = new Map([
    [
      "roster.csv",
      csv(
        "sid,name,email,track",
        roster.map(([sid, email]) => [sid, `N${sid.trim()}`, email, "182"]),
      ),
    ],
    [
      "scores.csv",
      csv(
        `sid,email,${TITLES}`,
        scores.map(([sid, email, points]) => [sid, email, ...scored(points)]),
      ),
    ],
  ]);
  const { exit, world, rows } = await runOn(files);
  const codes = [...world.err().matchAll(/(?:error|warning)\[([a-z-]+)\]/g)].map(([, code]) => code);
  const totals = () => rows("grades.csv").map(({ sid, total, status }) => `${sid} ${total || status}`);
  return { exit, codes, err: world.err(), totals };
}

describe("a score row", () => {
  it("is joined by its SID, whatever its case and the blanks around it", async () => {
    const { codes, totals } = await joined(
      [
        ["X1", "a@x"],
        ["2", "b@x"],
      ],
      [
        [" x1 ", "", 80],
        ["2", "", 90],
      ],
    );
    expect([codes, totals()]).toEqual([[], ["2 90.0000", "X1 80.0000"]]);
  });

  it("with a SID that nobody has is tried by its e-mail address, with a warning", async () => {
    const { exit, codes, totals } = await joined(
      [
        ["1", "Ada@X.edu"],
        ["2", "b@x"],
      ],
      [
        ["999", "ada@x.EDU", 80],
        ["2", "b@x", 90],
      ],
    );
    expect([exit, codes, totals()]).toEqual([0, ["joined-by-email"], ["1 80.0000", "2 90.0000"]]);
  });

  it("with a SID and an e-mail address of two students is an error", async () => {
    const { exit, codes } = await joined(
      [
        ["1", "a@x"],
        ["2", "b@x"],
      ],
      [
        ["1", "b@x", 80],
        ["2", "b@x", 90],
      ],
    );
    expect([exit, codes]).toEqual([1, ["sid-email-conflict"]]);
  });

  it("that names no one by an address which two students share is nobody's", async () => {
    const { codes, totals } = await joined(
      [
        ["1", "a@x"],
        ["2", "a@x"],
      ],
      [
        ["", "a@x", 80],
        ["2", "a@x", 90],
      ],
    );
    expect(codes).toContain("not-on-roster");
    expect(codes).not.toContain("joined-by-email");
    expect(totals()).toEqual(["1 undecided", "2 90.0000"]);
  });

  it("of nobody is left out with a warning, as often as it stands there", async () => {
    const { exit, codes } = await joined(
      [["1", "a@x"]],
      [
        ["1", "", 80],
        ["77", "", 10],
        ["77", "", 20],
        ["", "", 30],
        ["", "", 40],
      ],
    );
    expect([exit, codes]).toEqual([0, Array(4).fill("not-on-roster")]);
  });

  it("that joins to a student who has one already is an error with both lines", async () => {
    const { exit, codes, err } = await joined(
      [["1", "a@x"]],
      [
        ["1", "", 80],
        ["999", "a@x", 70],
      ],
    );
    expect(exit).toBe(1);
    expect(codes).toContain("scores-duplicate-student");
    expect(err).toMatch(/scores\.csv:3:1: .*scores-duplicate-student.*\b2\b/);
  });
});

describe("a row of bCourses with a UID in the place of the SID", () => {
  const roster = (second: string) =>
    csv("Name,Student ID,UID,Role,Email address,Sections", [
      ["Ada Berg", "1", "40000", "Student", "a@x", "COMPSCI 182 LEC 001"],
      ["Ben Cole", "2", second, "Student", "b@x", "COMPSCI 182 LEC 001"],
    ]);
  const scores = csv(
    "Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (1),HW 2 (2),HW 3 (3),HW 4 (4),MT 1 (5),MT 2 (6)",
    [
      ["Points Possible", "", "", "", "", "100", "100", "100", "100", "100", "100"],
      ['"Berg, Ada"', "8", "UID:40000", "40000", "S", "80", "80", "80", "80", "80", "80"],
      ['"Cole, Ben"', "9", "2", "40001", "S", "90", "90", "90", "90", "90", "90"],
    ],
  );
  const run = async (second: string) => {
    const { exit, world, rows } = await runOn(
      new Map([
        ["roster.csv", roster(second)],
        ["scores.csv", scores],
      ]),
    );
    return { exit, err: world.err(), totals: rows("grades.csv").map(({ sid, total }) => `${sid} ${total}`) };
  };

  it("is joined by the roster's UID", async () => {
    expect(await run("40001")).toMatchObject({ exit: 0, totals: ["1 80.0000", "2 90.0000"] });
  });

  it("is nobody's when two students of the roster have that UID", async () => {
    const { exit, err, totals } = await run("40000");
    expect([exit, totals]).toEqual([3, ["1 ", "2 90.0000"]]);
    expect(err).toContain("not-on-roster");
  });
});

describe("a roster", () => {
  it("with one SID twice is an error with both lines, also when they differ in case", async () => {
    const { exit, codes, err } = await joined(
      [
        ["x1", "a@x"],
        ["X1", "b@x"],
      ],
      [["x1", "", 80]],
    );
    expect([exit, codes]).toEqual([1, ["roster-duplicate-sid"]]);
    expect(err).toMatch(/roster\.csv:3:1: .*\b2\b/);
  });

  it("leaves waitlisted and dropped students and staff out and counts them wherever it counts", async () => {
    const files = new Map([
      [
        "roster.csv",
        csv("sid,name,track,role", [
          ["1", "A", "182", "Student"],
          ["2", "B", "182", "Waitlist Student"],
          ["3", "C", "182", "Dropped"],
          ["4", "D", "182", "withdrawn"],
          ["5", "E", "182", ""],
          ["6", "F", "182", "TA"],
        ]),
      ],
      [
        "scores.csv",
        csv(
          `sid,${TITLES}`,
          ["1", "2", "3", "4", "5"].map((sid) => [sid, ...scored(80)]),
        ),
      ],
    ]);
    const { world, rows, text } = await runOn(files);
    expect(rows("grades.csv").map(({ sid }) => sid)).toEqual(["1", "5"]);
    for (const told of [world.out(), text("report.html")])
      expect(told).toContain("1 waitlisted, 2 dropped and 1 of staff left out.");
    for (const command of ["compute", "check"]) {
      const json = memoryWorld(files);
      await main([command, "roster.csv", "--json", "--quiet"], json);
      expect(JSON.parse(json.out())).toMatchObject({ waitlisted: 1, dropped: 2, staff: 1 });
    }
  });

  it.each([
    ["COMPSCI 182", "182"],
    ["COMPSCI C182", "182"],
    ["compsci 282a", "282A"],
    ["COMPSCI 282A LEC 001", "282A"],
  ])("with the course %s puts the student into track %s", async (course, track) => {
    const all = csv(
      `sid,${TITLES},project`,
      ["1", "2"].map((sid) => [sid, ...scored(80), "80"]),
    );
    const files = new Map([
      [
        "roster.csv",
        csv("sid,name,course", [
          ["1", "A", course],
          ["2", "B", "COMPSCI 182"],
        ]),
      ],
      ["scores.csv", all],
    ]);
    const { rows } = await runOn(files, ["--quiet"]);
    expect(rows("grades.csv")[0]?.track).toBe(track);
  });

  it("that says no track needs --track", async () => {
    const files = new Map([
      ["roster.csv", csv("sid,name", [["1", "A"]])],
      ["scores.csv", csv(`sid,${TITLES}`, [["1", ...scored(80)]])],
    ]);
    const without = await runOn(files);
    expect([without.exit, /error\[track-undetermined\]/.test(without.world.err())]).toEqual([1, true]);
    expect((await runOn(files, ["--track", "182"])).exit).toBe(0);
  });

  it("with a --track that the policy does not have is wrong usage", async () => {
    const files = new Map([
      ["roster.csv", csv("sid,name", [["1", "A"]])],
      ["scores.csv", csv(`sid,${TITLES}`, [["1", ...scored(80)]])],
    ]);
    const { exit, world } = await runOn(files, ["--track", "183"]);
    expect(exit).toBe(2);
    expect(world.err()).toContain("error[option-unknown-name]");
  });
});
