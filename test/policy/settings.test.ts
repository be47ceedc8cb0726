import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { rowsOf } from "../properties/run.ts";
import { type MemoryWorld, memoryWorld, textOf } from "../support/memory-world.ts";
import { inputsOf, scenarios } from "../support/scenario-files.ts";

/** For each setting: a term under it, and which components it touches of whom; the term's other students it does not. */
const CASES = [
  ["i.slip-order/best-for-student", "slip_days.order", "best-for-student", { "3034000001": ["hw1", "hw2"] }],
  ["i.slip-order/best-ungraded", "slip_days.order", "best-for-student", { "3034000001": ["hw2"] }],
  ["i.slip-unit/spring-clock-change-elapsed", "slip_days.unit", "elapsed-24h", { "3034000002": ["hw1"] }],
  [
    "term.no-slack/grace-by-policy",
    "slip_days.grace",
    "00:05:00",
    { "3034000001": ["hw2"], "3034000003": ["hw2"] },
  ],
  ["i.missed-midterm1-282A/project", "missed.midterm1.282A", "project", { "3034000001": ["midterm1"] }],
  ["i.missed-midterm1-282A/zero", "missed.midterm1.282A", "zero", { "3034000001": ["midterm1"] }],
  ["i.missed-project/incomplete", "missed.project.282A", "incomplete", { "3034000001": ["project"] }],
] as const;

/** Settings that everybody's letter in a track rests on. */
const OF_LETTERS = [
  ["i.curve-282A/fixed-by-policy", "curve.282A", "fixed", "282A"],
  ["i.curve-282A/guideline-of-its-own", "curve.282A", "guideline", "282A"],
  ["i.curve-inner/a-plus-by-policy", "curve.182.shares", "by the policy file", "182"],
] as const;

interface Named {
  readonly setting: string;
  readonly value: string;
  readonly assignments?: readonly string[];
  readonly students?: number;
}

function worldOf(name: string): MemoryWorld {
  const scenario = scenarios().find((own) => `${own.rule}/${own.name}` === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return memoryWorld(inputsOf(scenario));
}

async function printed(name: string, ...argv: string[]): Promise<string> {
  const world = worldOf(name);
  await main([argv[0] ?? "", "roster.csv", ...argv.slice(1)], world);
  return world.out();
}

/** What each student of a term is told of the setting, output by output. */
async function told(name: string, setting: string) {
  const world = worldOf(name);
  await main(["compute", "roster.csv"], world);
  const rows = rowsOf(textOf(world, "grades-out/grades.csv"));
  const records = textOf(world, "grades-out/audit.jsonl").trimEnd().split("\n").slice(1);
  const of = (found: readonly Named[] = []) => found.filter((own) => own.setting === setting);
  const students = rows.map(async ({ sid = "", notes = "", track, letter }, index) => {
    const data = JSON.parse(await printed(name, "explain", "--student", sid, "--json"));
    return {
      sid,
      track,
      letter,
      notes,
      text: await printed(name, "explain", "--student", sid),
      data: of(data.settings),
      record: of(JSON.parse(records[index] ?? "").settings),
    };
  });
  const summary = JSON.parse(await printed(name, "compute", "--json"));
  return { out: world.out(), summary: of(summary.settings), students: await Promise.all(students) };
}

describe("a setting other than the default", () => {
  it.each(CASES)(
    "of %s, %s %s, is named in every output of whom it touched, and of nobody else",
    async (...own) => {
      const [name, setting, value, touched] = own;
      const { out, summary, students } = await told(name, setting);
      const ids = new Map<string, readonly string[]>(Object.entries(touched));
      expect(summary).toMatchObject([{ value, students: ids.size }]);
      expect(out.replaceAll(/\s+/g, " ")).toContain(`${setting} ${value} (`);
      for (const { sid, notes, text, data, record } of students) {
        const components = ids.get(sid);
        const words = `${setting} ${value}: ${components?.join(", ")}`;
        expect(text.replaceAll(/\s+/g, " ").includes(words), sid).toBe(components !== undefined);
        const inNotes = setting.startsWith("missed.") ? /\(i\.missed-/ : new RegExp(`${setting} ${value}: `);
        expect(inNotes.test(notes), sid).toBe(components !== undefined);
        expect(data).toMatchObject(components === undefined ? [] : [{ value, components }]);
        expect(record).toMatchObject(components === undefined ? [] : [{ value, assignments: components }]);
      }
      if (!setting.startsWith("slip_days.")) return;
      const ledger = JSON.parse(await printed(name, "slip-days", "--json"));
      for (const { sid, settings } of ledger.students)
        expect(settings.map(({ assignments }: Named) => assignments)).toEqual(
          [ids.get(sid) ?? []].filter((l) => l.length > 0),
        );
      const [sid = ""] = ids.keys();
      expect(await printed(name, "slip-days", "--student", sid)).toContain(
        `${setting} ${value}: ${ids.get(sid)?.join(", ")} (`,
      );
    },
  );

  it.each(OF_LETTERS)(
    "of %s, %s %s, is named for every letter of its track, and in the notes of those with another letter",
    async (name, setting, value, track) => {
      const { out, summary, students } = await told(name, setting);
      const usual = rowsOf(await printed(name, "compute", "--policy", "cs182-sp22", "--out", "-"));
      const usualLetters = new Map(usual.map(({ sid, letter }) => [sid, letter]));
      const others = students.filter(({ sid, letter }) => letter !== usualLetters.get(sid));
      expect(others.length).toBeGreaterThan(0);
      const own = students.filter((student) => student.track === track);
      expect(own.length).toBeGreaterThan(0);
      expect(summary).toMatchObject([{ value, students: own.length }]);
      expect(out.replaceAll(/\s+/g, " ")).toContain(`${setting} ${value} (`);
      for (const { sid, letter, text, notes, data, record } of own) {
        const isOther = letter !== usualLetters.get(sid);
        expect([sid, notes.includes(`${setting} ${value} (i.curve-`)]).toEqual([sid, isOther]);
        expect(text).toContain(`${setting} ${value} (policy.yaml:`);
        expect([data.length, record.length]).toEqual([1, 1]);
      }
      for (const { notes, data } of students.filter((student) => student.track !== track))
        expect([notes.includes(setting), data.length]).toEqual([false, 0]);
    },
  );

  it("is none where a policy file merely writes the defaults down", async () => {
    const world = worldOf("term.no-slack/no-grace");
    const text = [
      "extends: cs182-sp22",
      "slip_days: { order: due-date, unit: calendar-day, grace: 0s }",
      'missed: { midterm1: { "182": midterm2, "282A": undecided }, project: undecided }',
      'curve: { "182": { shares: { A A-: 45, B+ B B-: 40, C+ C C-: 10, D+ D D- F: 5 } } }',
      "",
    ].join("\n");
    world.files.set("/term/policy.yaml", new TextEncoder().encode(text));
    await main(["compute", "roster.csv", "--json"], world);
    expect(JSON.parse(world.out()).settings).toEqual([]);
  });
});
