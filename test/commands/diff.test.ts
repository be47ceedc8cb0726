import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { editScores, isScoreFile, reordered } from "../properties/edit.ts";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files } from "../properties/run.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { CUTOFFS, diffIn, edited, jsonOf, smallClass, twoRuns } from "../support/two-runs.ts";

describe("a student's regrade of one point", () => {
  it("names that cell as the cause, and nobody else's letter moves under frozen cut-offs", async () => {
    const first = await twoRuns(exampleClass(), exampleClass());
    const frozen = new Map([...exampleClass(), ["cutoffs.csv", textOf(first, "old-out/cutoffs.csv")]]);
    const regraded = edited(frozen, "scores.csv", [/,81\.0,100\.0,/, ",82.0,100.0,"]);
    const found = await jsonOf(await twoRuns(frozen, regraded));
    expect(found.students).toHaveLength(1);
    const [{ changes, why }] = found.students;
    expect(Object.keys(changes)).toEqual(["total"]);
    expect(why).toEqual([
      {
        kind: "cell",
        what: expect.stringMatching(/^hw\d score$/),
        old: "81",
        new: "82",
        old_place: expect.stringMatching(/^scores\.csv:\d+:\d+$/),
        new_place: expect.stringMatching(/^scores\.csv:\d+:\d+$/),
      },
    ]);
    expect(found.runs).toMatchObject({ cutoffs: [], methods: [] });
    expect(found.runs.inputs).toEqual([{ role: "scores", name: "scores.csv", change: "changed" }]);
  });

  it("lifts a letter exactly at the cut-off, and only that student's", async () => {
    const regraded = edited(smallClass(), "scores.csv", ["80,79\n", "80,80\n"]);
    const world = await twoRuns(smallClass(), regraded);
    const { out } = await diffIn(world);
    expect(out).toContain("1 of 3 students changed");
    expect(out).toContain("letters    C -> B 1");
    expect(out).toContain("why        midterm2 score 79 -> 80 (scores.csv:2:7)");
  });

  it("that leaves a result as it was is listed apart", async () => {
    const undecided = 'extends: cs182-sp22\nmissed: { midterm1: { "182": undecided } }\n';
    const absent = (score: string): Files =>
      edited(smallClass({ "policy.yaml": undecided }), "scores.csv", [
        "2,90,90,90,90,90,90",
        `2,${score},90,90,90,,90`,
      ]);
    const found = await jsonOf(await twoRuns(absent("90"), absent("95")));
    expect(found.students).toEqual([]);
    expect(found.same_result).toMatchObject([
      { sid: "2", why: [{ what: "hw1 score", old: "90", new: "95" }] },
    ]);
  });
});

describe("the reasons", () => {
  const whyOf = async (older: Files, newer: Files, sid: string, args: readonly string[] = []) => {
    const { students } = await jsonOf(await twoRuns(older, newer, args));
    const found = (students as { sid: string; why: { what: string; old: string; new: string }[] }[]).find(
      (student) => student.sid === sid,
    );
    return found?.why.map(({ what, old, new: now }) => [what, old, now]);
  };

  it("name a decision that is added, changed or taken back", async () => {
    const decided = (rows: readonly (readonly string[])[]) =>
      smallClass({ "adjustments.csv": csv("sid,assignment,action,value,reason", rows) });
    const [none, set, less] = [
      decided([]),
      decided([["1", "midterm1", "set", "95", "Recounted"]]),
      decided([["1", "midterm1", "set", "85", "Recounted"]]),
    ];
    expect(await whyOf(none, set, "1")).toEqual([["set midterm1", null, "95, Recounted"]]);
    expect(await whyOf(set, less, "1")).toEqual([["set midterm1", "95", "85"]]);
    expect(await whyOf(less, none, "1")).toEqual([["set midterm1", "85, Recounted", null]]);
    const given = decided([["1", "", "grade", "A", "Decided"]]);
    expect(await whyOf(none, given, "1")).toEqual([["grade", null, "A, Decided"]]);
    const absent = decided([["1", "midterm1", "absent", "", "Ill"]]);
    expect(await whyOf(none, absent, "1")).toEqual([["absent midterm1", null, "Ill"]]);
  });

  it("name a score that was blank and one that is gone", async () => {
    const without = edited(smallClass(), "scores.csv", ["1,80,", "1,,"]);
    expect(await whyOf(without, smallClass(), "1")).toEqual([["hw1 score", "", "80"]]);
    expect(await whyOf(smallClass(), without, "1")).toEqual([["hw1 score", "80", ""]]);
    const noRow = edited(smallClass(), "scores.csv", [/^1,.*\n/m, ""]);
    const why = await whyOf(noRow, smallClass(), "1");
    expect(why?.[0]).toEqual(["hw1 score", "no row", "80"]);
    expect(why).toHaveLength(6);
  });

  it("name a parameter of the policy, with its place in the file", async () => {
    const weights = (hw1: number, hw2: number) =>
      smallClass({
        "policy.yaml": `extends: cs182-sp22\ntracks:\n  "182": { weights: { hw1: ${hw1}, hw2: ${hw2} } }\n`,
        "scores.csv": csv("sid,hw1,hw2,hw3,hw4,midterm1,midterm2", [
          ["1", "100", "80", "80", "80", "80", "79"],
          ["2", "90", "90", "90", "90", "90", "90"],
        ]),
        "roster.csv": csv("sid,name,track", [
          ["1", "Ada", "182"],
          ["2", "Ben", "182"],
        ]),
      });
    const world = await twoRuns(weights(15, 15), weights(20, 10));
    const found = await jsonOf(world);
    expect(found.students).toHaveLength(1);
    expect(found.students[0].why).toMatchObject([
      {
        kind: "parameter",
        what: "tracks.182.weights.hw1",
        old: "15",
        new: "20",
        new_place: expect.stringMatching(/^policy\.yaml:3:/),
      },
      { kind: "parameter", what: "tracks.182.weights.hw2", old: "15", new: "10" },
    ]);
    expect(found.runs.policy.same).toBe(false);
    expect((await diffIn(world)).out).toContain("policy     cs182-sp22, with other settings");
  });

  it("name the track and the cut-off that moved past a total, and no other", async () => {
    const lower = edited(smallClass(), "cutoffs.csv", ["182,B,80", "182,B,79.5"], ["182,C,70", "182,C,71"]);
    expect(await whyOf(smallClass(), lower, "1")).toEqual([["cut-off of B", "80", "79.5"]]);
    const found = await jsonOf(await twoRuns(smallClass(), lower));
    expect(found.students).toHaveLength(1);
    expect(found.runs.cutoffs).toContainEqual({ track: "182", letter: "C", old: "70", new: "71" });
  });

  it("name lateness that uses up slip days, also for the homework that they then do not cover", async () => {
    const late = (first: string): Files => {
      const titles = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];
      const header = titles.map(
        (title) => `${title},${title} - Max Points,${title} - Submission Time,${title} - Lateness (H:M:S)`,
      );
      const cells = ["hw1", "hw2"].map(
        (_, index) => `80,100,2022-03-0${index + 1} 10:00:00 -0800,${index === 0 ? first : "72:00:00"}`,
      );
      const rest = titles.slice(2).map(() => "80,100,2022-03-05 10:00:00 -0800,00:00:00");
      return new Map([
        ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
        ["scores.csv", csv(`SID,${header.join(",")}`, [["1", ...cells, ...rest]])],
        ["cutoffs.csv", CUTOFFS],
      ]);
    };
    const world = await twoRuns(late("24:00:00"), late("72:00:00"));
    const found = await jsonOf(world);
    expect(found.students[0].changes.total).toEqual({ old: "80.0000", new: "68.0000" });
    expect(found.students[0].why.map(({ what }: { what: string }) => what)).toEqual(["hw1 lateness"]);
  });

  it("are there for every student of random classes whose scores are edited under frozen cut-offs", async () => {
    let changed = 0;
    for (let seed = 6301; seed <= 6315; seed += 1) {
      const dice = diceOf(seed);
      const files = randomClass(seed);
      const newer = new Map(
        [...files].map(([name, text]) => [
          name,
          isScoreFile(name)
            ? editScores(text, (scores) =>
                scores.map((score) => (dice.chance(0.1) && /^\d\./.test(score) ? `1${score}` : score)),
              )
            : text,
        ]),
      );
      const found = await jsonOf(await twoRuns(files, newer));
      for (const student of found.students)
        expect(student.why, `seed ${seed}: ${student.sid}`).not.toEqual([]);
      changed += found.students.length;
    }
    expect(changed).toBeGreaterThan(20);
  });
});

describe("the same grades", () => {
  it("are called so, whatever the order of the rows", async () => {
    for (let seed = 6401; seed <= 6410; seed += 1) {
      const files = randomClass(seed);
      const world = await twoRuns(files, reordered(files, diceOf(seed)));
      const found = await jsonOf(world);
      expect({ ...found.changed }, `seed ${seed}`).toMatchObject({ students: 0 });
      expect(found.same_result, `seed ${seed}`).toEqual([]);
      expect((await diffIn(world, ["--exit-code"])).exit).toBe(0);
    }
  });

  it("are the same after a spreadsheet dropped their zeros and sorted them", async () => {
    const world = await twoRuns(smallClass(), smallClass());
    const [header = "", ...rows] = textOf(world, "new-out/grades.csv").split(/(?<=\n)/);
    const saved = [header, ...rows.reverse()].join("").replaceAll(".0000", "");
    world.writeFile("saved.csv", saved);
    expect((await diffIn(world, [], ["old-out/grades.csv", "saved.csv"])).out).toContain(
      "Nobody changed, of 3 students.",
    );
  });
});

describe("what is printed", () => {
  const edits = edited(
    edited(exampleClass(), "scores.csv", [/,94\.0,100\.0,/, ",100.0,100.0,"]),
    "adjustments.csv",
    [/^3034100051,.*\n/m, ""],
    ["3034100053,midterm2,deduct,12,", "3034100053,midterm2,deduct,10,"],
    ["3034100058,,grade,C,", "3034100058,,grade,B,"],
  );
  const smaller = edited(edits, "roster.csv", [/^.*3034100057.*\n/m, ""]);
  const settled = edited(smaller, "adjustments.csv", [/^3034100057,.*\n/m, ""]);

  it("fits 80 columns and shows the runs, the counts, each student and who is in one only", async () => {
    const world = await twoRuns(exampleClass(), settled);
    const { out, exit, err } = await diffIn(world);
    expect(err).toBe("");
    expect(exit).toBe(0);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    await expect(out).toMatchFileSnapshot("expected/diff.txt");
    expect((await diffIn(world, ["--exit-code"])).exit).toBe(1);
    expect((await diffIn(world, ["--exit-code", "--quiet"])).out).toBe("");
    const back = await jsonOf(world, ["new-out", "old-out"]);
    expect(back.only_new).toEqual((await jsonOf(world)).only_old);
  });

  it("tells the components that differ where only two grades.csv are named", async () => {
    const world = await twoRuns(smallClass(), edited(smallClass(), "scores.csv", ["80,79\n", "80,80\n"]));
    const { out } = await diffIn(world, [], ["old-out/grades.csv", "new-out"]);
    expect(out).toContain("why        midterm2 79.0000 -> 80.0000");
    expect(out).toContain("Name both output folders to see why each changed.");
    const found = await jsonOf(world, ["old-out/grades.csv", "new-out/grades.csv"]);
    expect(found.students[0].why).toMatchObject([{ kind: "component", what: "midterm2" }]);
    expect(found.runs).toBeUndefined();
  });

  it("counts nobody where the files are wrong, and ends with 1", async () => {
    const world = await twoRuns(smallClass(), smallClass());
    const { exit, out, err } = await diffIn(world, ["--json"], ["old-out/grades.csv", "old-out/cutoffs.csv"]);
    expect(exit).toBe(1);
    expect(err).toContain("error[grades-unknown]");
    expect(Object.keys(JSON.parse(out))).toEqual(["exit", "errors", "warnings"]);
    expect((await diffIn(world, [], ["nowhere.csv", "old-out"])).err).toContain(
      "nowhere.csv: error[file-missing]",
    );
    const other = memoryWorld([
      ...world.files,
      ["old-out/grades.csv", textOf(world, "old-out/grades.csv").replace("Ada", "Eva")],
    ]);
    expect((await diffIn(other)).err).toContain("old-out/grades.csv: error[output-not-as-written]");
    expect(await main(["diff", "old-out"], memoryWorld([]))).toBe(2);
  });

  it("says of an empty folder that compute did not write it", async () => {
    const world = await twoRuns(smallClass(), smallClass());
    const readFile = (path: string) => {
      if (path === "empty") throw Object.assign(new Error(path), { code: "EISDIR" });
      return world.readFile(path);
    };
    expect(await main(["diff", "empty", "new-out"], { ...world, readFile })).toBe(1);
    expect(world.err()).toContain("empty: error[record-missing]: there is no audit.jsonl: this is no folder");
  });
});
