import { describe, expect, it } from "vitest";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files } from "../properties/run.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { diffIn, edited, jsonOf, smallClass, twoRuns } from "../support/two-runs.ts";

interface Why {
  readonly kind: string;
  readonly what: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** The example class under cut-offs that do not move, and a policy that says what differs. */
async function frozenExample(policy = ""): Promise<Files> {
  const first = await twoRuns(exampleClass(), exampleClass());
  return withPolicy(
    new Map([...exampleClass(), ["cutoffs.csv", textOf(first, "old-out/cutoffs.csv")]]),
    policy,
  );
}

function withPolicy(files: Files, policy: string): Files {
  return policy === "" ? files : new Map([...files, ["policy.yaml", `extends: cs182-sp22\n${policy}\n`]]);
}

/** The reasons of everybody who changed, each as `what old -> new`, by SID. */
async function whysOf(older: Files, newer: Files): Promise<Readonly<Record<string, readonly string[]>>> {
  const { students } = await jsonOf(await twoRuns(older, newer));
  return Object.fromEntries(
    (students as readonly { sid: string; why: readonly Why[] }[]).map(({ sid, why }) => [
      sid,
      why.map((own) => `${own.what} ${own.old} -> ${own.new}`),
    ]),
  );
}

describe("a policy that answers a question otherwise", () => {
  it("is named by that parameter alone at everybody whom it changed, with no cell beside it", async () => {
    const frozen = await frozenExample();
    const parameters = [
      ["slip_days: { order: best-for-student }", "slip_days.order due-date -> best-for-student"],
      ["slip_days: { grace: 10m }", "slip_days.grace 00:00:00 -> 00:10:00"],
      ["slip_days: { unit: elapsed-24h }", "slip_days.unit calendar-day -> elapsed-24h"],
      ["slip_days: { budget: 4 }", "slip_days.budget 5 -> 4"],
      ['missed: { midterm2: { "182": zero } }', "missed.midterm2.182 incomplete -> zero"],
      ['missed: { midterm1: { "182": incomplete } }', "missed.midterm1.182 midterm2 -> incomplete"],
      ["passing: { pnp: B- }", "passing.pnp C- -> B-"],
    ] as const;
    for (const [policy, why] of parameters) {
      const [there, back] = [
        await whysOf(frozen, withPolicy(frozen, policy)),
        await whysOf(withPolicy(frozen, policy), frozen),
      ];
      expect(Object.keys(there).length, policy).toBeGreaterThan(0);
      expect(new Set(Object.values(there).map((own) => own.join("; "))), policy).toEqual(new Set([why]));
      expect(Object.keys(back), policy).toEqual(Object.keys(there));
    }
  });

  it("is told apart from other parameters that differ and touch nobody", async () => {
    const frozen = await frozenExample();
    const both = "slip_days: { order: best-for-student }\ncomponents: { hw1: { points: 90 } }";
    const whys = Object.values(await whysOf(frozen, withPolicy(frozen, both)));
    expect(new Set(whys.flat())).toEqual(new Set(["slip_days.order due-date -> best-for-student"]));
  });

  it("is named where the record of the student does not hold it: all that could bear on the track", async () => {
    const without = edited(smallClass(), "scores.csv", ["1,80,80,", "1,80,,"]);
    const policy = [
      "components: { hw2: { absence: missed } }",
      'tracks: { "282A": { weights: { hw1: 10, project: 30 } } }',
    ].join("\n");
    expect(await whysOf(without, withPolicy(without, policy))).toEqual({
      1: ["components.hw2.absence missing -> missed"],
    });
  });

  it("is listed with the settings of the two runs, and shared reasons are counted", async () => {
    const frozen = await frozenExample();
    const graced = withPolicy(frozen, "slip_days: { grace: 10m }\ncomponents: { hw1: { points: 90 } }");
    const world = await twoRuns(frozen, graced);
    const found = await jsonOf(world);
    const grace = { old: "00:00:00", new: "00:10:00" };
    expect(found.runs.parameters).toEqual([
      { parameter: "components.hw1.points", old: "100", new: "90" },
      { parameter: "slip_days.grace", ...grace },
    ]);
    const { length: students } = found.students;
    expect(found.shared_causes).toEqual([{ kind: "parameter", what: "slip_days.grace", ...grace, students }]);
    const { out } = await diffIn(world);
    expect(out).toContain(
      "  settings   components.hw1.points 100 -> 90\n             slip_days.grace 00:00:00",
    );
    expect(out).toContain(`  shared     slip_days.grace 00:00:00 -> 00:10:00: ${students} students\n`);
  });

  it("of the curve is told by the cut-offs at each student, and by its setting once", async () => {
    const shares =
      'curve: { "182": { shares: { "A A-": 40, "B+ B B-": 45, "C+ C C-": 10, "D+ D D- F": 5 } } }';
    const found = await jsonOf(await twoRuns(exampleClass(), withPolicy(exampleClass(), shares)));
    expect(found.runs.parameters.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      "curve.182.shares",
    ]);
    const whys = found.students.flatMap(({ why }: { why: readonly Why[] }) => why);
    expect(new Set(whys.map(({ kind }: Why) => kind))).toEqual(new Set(["cut-off"]));
  });
});

describe("a roster that changed", () => {
  const roster = (basis: string, track: string) =>
    smallClass({
      "roster.csv": csv("sid,name,track,basis", [
        ["1", "Ada", track, basis],
        ["2", "Ben", "182", "Letter"],
      ]),
    });

  it("names the grading basis, from letter to P/NP and back", async () => {
    const [letter, pass] = [roster("Letter", "182"), roster("P/NP", "182")];
    expect(await whysOf(letter, pass)).toEqual({ 1: ["grading basis Letter -> P/NP"] });
    expect(await whysOf(pass, letter)).toEqual({ 1: ["grading basis P/NP -> Letter"] });
  });

  it("names the track, and no cell that only one of the two tracks looks at", async () => {
    const scores = csv("sid,hw1,hw2,hw3,hw4,midterm1,midterm2,project", [
      ["1", "80", "80", "80", "80", "80", "79", ""],
      ["2", "90", "90", "90", "90", "90", "90", ""],
    ]);
    const [older, newer] = ["182", "282A"].map(
      (track) => new Map([...roster("Letter", track), ["scores.csv", scores]]),
    );
    expect(await whysOf(older ?? new Map(), newer ?? new Map())).toEqual({ 1: ["track 182 -> 282A"] });
  });

  it("tells who is in one only, and that the others were compared", async () => {
    const fewer = edited(smallClass(), "roster.csv", ["3,Cai,182\n", ""]);
    const { out } = await diffIn(await twoRuns(smallClass(), fewer));
    expect(out).toContain("Nobody changed, of 2 students in both.\n\nOnly in old-out (1)\n  3  Cai (182)\n");
  });
});

describe("a decision", () => {
  it("on slip days is told with its sign", async () => {
    const given = (rows: readonly (readonly string[])[]) =>
      new Map([...exampleClass(), ["adjustments.csv", csv("sid,assignment,action,value,reason", rows)]]);
    const row = ["3034100016", "", "slip-days", "+2", "Ill"];
    const { out } = await diffIn(await twoRuns(given([]), given([row])));
    expect(out).toContain("Etcheverry, Paloma: slip-days added: +2, Ill (adjustments.csv:2:3)");
  });
});

describe("a folder cut short", () => {
  it("after a whole line of its record is noticed by the student who is not in it", async () => {
    const world = await twoRuns(smallClass(), smallClass());
    const lines = textOf(world, "new-out/audit.jsonl").split(/(?<=\n)/);
    const cut = memoryWorld([...world.files, ["new-out/audit.jsonl", lines.slice(0, -1).join("")]]);
    const { exit, err } = await diffIn(cut);
    expect(exit).toBe(1);
    expect(err).toContain("new-out/audit.jsonl: error[record-unreadable]");
    expect(err).toContain("3 of grades.csv is not in it");
  });
});
