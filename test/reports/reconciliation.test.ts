import { describe, expect, it } from "vitest";
import { attempt } from "../../src/commands/attempt.ts";
import { type Reconciliation, reconcile } from "../../src/reports/reconciliation.ts";
import { csv, type Files } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const ROSTER = [
  ["3034000017", '"Okafor, Adaeze"', "adaeze@example.edu", "182", "Student"],
  ["3034000025", '"Lindqvist, Per"', "per@example.edu", "182", "Student"],
  ["3034000033", '"Moreau, Inès"', "ines@example.edu", "282A", "Student"],
  ["3034000041", '"Tanaka, Ren"', "ren@example.edu", "182", "Student"],
  ["3034000058", '"Abara, Ife"', "ife@example.edu", "182", "Waitlist Student"],
  ["3034000066", '"Novak, Jan"', "jan@example.edu", "182", "Dropped"],
] as const;
const SCORES = [
  ["3034000017", "Adaeze Okafor", "", "91", "90", "89", "88", "87", "86", "", "5"],
  ["3034000099", "Per Lindqvist", "PER@example.edu", "80", "", "79", "78", "77", "76", "", "4"],
  ["3034000033", "Ines Moreau", "", "70", "71", "72", "73", "74", "", "75", "3"],
  ["3034000014", "Ren T.", "ren.t@example.org", "60", "60", "60", "60", "60", "60", "", "2"],
  ["9999999999", "A Guest", "", "50", "50", "50", "50", "50", "50", "", "1"],
  ["", "No Name", "", "", "", "", "", "", "", "", ""],
  ["3034000058", "Ife Abara", "", "1", "2", "3", "4", "5", "6", "", ""],
  ["3034000066", "Jan Novak", "", "1", "2", "3", "4", "5", "6", "", ""],
] as const;
const HEADER = "sid,name,email,hw1,hw2,hw3,hw4,midterm1,midterm2,project,Quiz 1";

function term(scores: readonly (readonly string[])[] = SCORES): Files {
  return new Map([
    ["roster.csv", csv("sid,name,email,track,role", ROSTER)],
    ["scores.csv", csv(HEADER, scores)],
  ]);
}

async function reconciled(files: Files): Promise<Reconciliation> {
  const { term: loaded } = await attempt(memoryWorld(files), "roster.csv", { discover: true });
  if (loaded === undefined) throw new Error("the term cannot be read");
  return reconcile(loaded.policy, loaded.gradebook);
}

const tanaka = { sid: "3034000041", name: "Tanaka, Ren" };

describe("the reconciliation of roster and score files", () => {
  it("names the students without any score row", async () => {
    const { withoutScores } = await reconciled(term());
    expect(withoutScores).toEqual([{ ...tanaka, track: "182" }]);
  });

  it("names the score rows of nobody, with the place of each and the SID that was meant", async () => {
    const { offRoster } = await reconciled(term());
    expect(offRoster).toEqual([
      {
        cell: { file: "scores.csv", line: 5, column: 1 },
        sid: "3034000014",
        name: "Ren T.",
        email: "ren.t@example.org",
        // 3034000017 is nearer, but has scores already.
        nearest: { ...tanaka, edits: 2, hasScores: false },
      },
      {
        cell: { file: "scores.csv", line: 6, column: 1 },
        sid: "9999999999",
        name: "A Guest",
        email: "",
        nearest: undefined,
      },
      {
        cell: { file: "scores.csv", line: 7, column: 1 },
        sid: "",
        name: "No Name",
        email: "",
        nearest: undefined,
      },
    ]);
  });

  it("names the nearest student with scores where nobody is without", async () => {
    const again = ["3034000041", "Ren Tanaka", "", ...SCORES[0].slice(3)];
    const { offRoster, withoutScores } = await reconciled(term([...SCORES, again]));
    expect(withoutScores).toEqual([]);
    expect(offRoster[0]?.nearest).toMatchObject({ sid: "3034000017", edits: 1, hasScores: true });
  });

  it("seeks no nearest SID when hundreds of rows are of nobody: that is another class's file", async () => {
    const guests = Array.from({ length: 200 }, (_, index) => [
      `30340000${10 + (index % 7)}9`,
      ...SCORES[4].slice(1),
    ]);
    const { offRoster } = await reconciled(term([...SCORES, ...guests]));
    expect(offRoster.length).toBe(203);
    expect(offRoster.filter(({ nearest }) => nearest !== undefined)).toEqual([]);
  });

  it("names whom a row was joined to by e-mail, and the rows of people who get no grade", async () => {
    const { byEmail, leftOut } = await reconciled(term());
    expect(byEmail.map(({ cell, sid, student }) => [cell.line, sid, student])).toEqual([
      [3, "3034000099", { sid: "3034000025", name: "Lindqvist, Per" }],
    ]);
    expect(leftOut.map(({ cell, sid, role }) => [cell.line, sid, role])).toEqual([
      [8, "3034000058", "waitlisted"],
      [9, "3034000066", "dropped"],
    ]);
  });

  it("keeps the two students of a conflict between SID and e-mail, which is an error", async () => {
    const { conflicts, withoutScores } = await reconciled(
      term([["3034000017", "Adaeze", "ren@example.edu", "91", "90", "89", "88", "87", "86", "", ""]]),
    );
    expect(conflicts).toEqual([
      {
        cell: { file: "scores.csv", line: 2, column: 1 },
        sid: "3034000017",
        name: "Adaeze",
        email: "ren@example.edu",
        bySid: { sid: "3034000017", name: "Okafor, Adaeze" },
        byAddress: tanaka,
      },
    ]);
    expect(withoutScores.map(({ sid }) => sid)).toEqual(
      ROSTER.slice(0, 4)
        .map(([sid]) => sid)
        .sort(),
    );
  });

  it("says for each component its columns, and per track how many are scored, ungraded and missing", async () => {
    const { components, ignored } = await reconciled(term());
    expect(ignored.map(({ title }) => title)).toEqual(["Quiz 1"]);
    const byId = new Map(components.map((own) => [own.id, own]));
    expect(byId.get("hw2")?.columns).toEqual([{ file: "scores.csv", title: "hw2", component: "hw2" }]);
    expect(byId.get("hw2")?.tracks).toEqual([
      { track: "182", students: 3, scored: 1, ungraded: 0, missing: 2, excused: 0, sparse: false },
      { track: "282A", students: 1, scored: 1, ungraded: 0, missing: 0, excused: 0, sparse: false },
    ]);
    expect(byId.get("midterm2")?.tracks.map(({ track }) => track)).toEqual(["182"]);
    expect(byId.get("project")?.tracks.map(({ track }) => track)).toEqual(["282A"]);
  });

  it("marks a component that under a fifth of ten students or more have", async () => {
    const sids = Array.from({ length: 10 }, (_, index) => `30341000${10 + index}`);
    const files = (scored: number): Files =>
      new Map([
        [
          "roster.csv",
          csv(
            "sid,track",
            sids.map((sid) => [sid, "182"]),
          ),
        ],
        [
          "scores.csv",
          csv(
            "sid,hw1,hw2,hw3,hw4,midterm1,midterm2",
            sids.map((sid, index) => [sid, "9", "9", "9", "9", "9", index < scored ? "9" : ""]),
          ),
        ],
      ]);
    for (const [scored, sparse] of [
      [1, true],
      [2, false],
    ] as const) {
      const { components } = await reconciled(files(scored));
      const found = components.flatMap(({ id, tracks }) => tracks.map((use) => [id, use] as const));
      expect(found.filter(([, use]) => use.sparse).map(([id]) => id)).toEqual(sparse ? ["midterm2"] : []);
      expect(found.at(-1)?.[1]).toMatchObject({ scored, missing: 10 - scored });
    }
  });
});
