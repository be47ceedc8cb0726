import { describe, expect, it } from "vitest";
import { decimalText } from "../../../src/exact/decimal.ts";
import { fromFractionText, isPositive, type Rational, subtract } from "../../../src/exact/rational.ts";
import { randomClass } from "../../oracle/random-class.ts";
import { exampleClass } from "../../properties/example.ts";
import { csv, type Files, type Row, rowsOf, runOn } from "../../properties/run.ts";

/** The slip days of a student before anything is charged, read from the files themselves. */
function budgetOf(files: Files, sid: string): number {
  const policy = files.get("policy.yaml") ?? "";
  const base = Number(/\bbudget: (\d+)/.exec(policy)?.[1] ?? "5");
  const own = rowsOf(files.get("adjustments.csv") ?? "").filter(
    (row) => row.sid?.trim().toLowerCase() === sid.toLowerCase() && row.action?.toLowerCase() === "slip-days",
  );
  return Math.max(
    0,
    own.reduce((days, { value }) => days + Number(value), base),
  );
}

async function ledgersOf(files: Files): Promise<readonly (readonly [Row, readonly Row[]])[]> {
  const { rows } = await runOn(files, ["--quiet"]);
  const entries = rows("slip-days.csv");
  return rows("grades.csv").map((grade) => [grade, entries.filter(({ sid }) => sid === grade.sid)]);
}

const number = (text: string | undefined) => Number(text ?? "x");

describe("the slip-day ledger of every student of random classes", () => {
  it("adds up: what is used is the sum of what was charged, and what is left never falls below zero", async () => {
    let charged = 0;
    for (let seed = 2001; seed <= 2012; seed += 1) {
      const files = randomClass(seed);
      for (const [grade, entries] of await ledgersOf(files)) {
        let left = budgetOf(files, grade.sid ?? "");
        for (const entry of entries) {
          left -= number(entry.days_charged);
          expect(number(entry.days_left), `seed ${seed}: ${grade.sid} ${entry.assignment}`).toBe(left);
          expect(left).toBeGreaterThanOrEqual(0);
        }
        const used = entries.reduce((days, entry) => days + number(entry.days_charged), 0);
        expect(grade.slip_days_used).toBe(String(used));
        charged += used;
      }
    }
    expect(charged).toBeGreaterThan(100);
  });

  it("charges a late homework all of its days or none, and names the outcome accordingly", async () => {
    const outcomes = new Set<string>();
    for (let seed = 2013; seed <= 2022; seed += 1)
      for (const [, entries] of await ledgersOf(randomClass(seed)))
        for (const { outcome = "", days_late, days_charged, submitted, lateness } of entries) {
          outcomes.add(outcome);
          expect(["0", days_late]).toContain(days_charged);
          if (outcome === "on-time") expect([days_late, days_charged]).toEqual(["0", "0"]);
          if (outcome === "accepted-late") expect(number(days_charged)).toBeGreaterThan(0);
          if (outcome === "rejected-late") expect([number(days_late) > 0, days_charged]).toEqual([true, "0"]);
          if (outcome === "missing")
            expect([submitted, lateness, days_late, days_charged]).toEqual(["", "", "0", "0"]);
        }
    expect([...outcomes].sort()).toEqual([
      "accepted-late",
      "missing",
      "on-time",
      "rejected-late",
      "ungraded",
    ]);
  });
});

describe("the ledger of the example class", () => {
  it("shows what each student would gain under the other order, exactly as that order then gives", async () => {
    const due = await runOn(exampleClass(), ["--quiet"]);
    const policy = "extends: cs182-sp22\nslip_days: { order: best-for-student }\n";
    const best = await runOn(new Map([...exampleClass(), ["policy.yaml", policy]]), ["--quiet"]);
    const under = exactTotals(best.text("audit.jsonl"));
    const gains = new Map(
      due.rows("slip-days.csv").map(({ sid, gain_if_best }) => [sid ?? "", gain_if_best]),
    );
    let students = 0;
    for (const [sid, total] of exactTotals(due.text("audit.jsonl"))) {
      const other = under.get(sid);
      if (other === undefined) continue;
      const gain = subtract(other, total);
      const shown = isPositive(gain) ? decimalText(gain, 4, "toward-minus-infinity") : "";
      expect(gains.get(sid), sid).toBe(shown);
      if (shown !== "") students += 1;
    }
    expect(students).toBeGreaterThan(2);
  });
});

/** The totals of the audit record; none for a student who has none. */
function exactTotals(audit: string): ReadonlyMap<string, Rational> {
  const lines = audit
    .trim()
    .split("\n")
    .map((line): { readonly sid?: string; readonly total?: string | null } => JSON.parse(line));
  return new Map(
    lines.flatMap(({ sid, total }) => (sid && total ? [[sid, fromFractionText(total)] as const] : [])),
  );
}

describe("homeworks are charged by the policy's due date", () => {
  it("which an extension does not change, though it lies beyond the next homework's", async () => {
    const late: Readonly<Record<string, string>> = {
      hw1: "2022-03-26 12:00:00 -0700",
      hw2: "2022-03-17 12:00:00 -0700",
    };
    const titles = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];
    const header = titles.map((title) => `${title},${title} - Max Points,${title} - Submission Time`);
    const cells = titles.flatMap((title) => ["90", "100", late[title] ?? ""]);
    const files = new Map([
      ["roster.csv", csv("sid,name,track", [["1", "Ada", "182"]])],
      ["scores.csv", csv(`SID,${header.join(",")}`, [["1", ...cells]])],
      ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
      ["extensions.csv", csv("sid,assignment,days,reason", [["1", "hw1", "30", "illness"]])],
    ]);
    const { rows } = await runOn(files, ["--quiet"]);
    const shown = rows("slip-days.csv").map((row) =>
      [
        row.assignment,
        row.due?.slice(0, 10),
        row.days_late,
        row.days_charged,
        row.days_left,
        row.outcome,
      ].join(" "),
    );
    // Homework 1 is due on 23 March by its extension, homework 2 on 14 March; homework 1 still comes first.
    expect(shown).toEqual([
      "hw1 2022-03-23 3 3 2 accepted-late",
      "hw2 2022-03-14 3 0 2 rejected-late",
      "hw3 2022-04-11 0 0 2 on-time",
      "hw4 2022-05-02 0 0 2 on-time",
    ]);
  });
});
