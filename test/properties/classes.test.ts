import { describe, expect, it } from "vitest";
import { parseDecimal, shortestText } from "../../src/exact/decimal.ts";
import { add, compare, fromFractionText, rational } from "../../src/exact/rational.ts";
import { main } from "../../src/main.ts";
import { smallTerm } from "../io/term.ts";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { editScores, isScoreFile, reordered } from "./edit.ts";
import { type Files, type Row, type Run, runOn } from "./run.ts";

const TABLES = ["grades.csv", "slip-days.csv", "cutoffs.csv"];
const LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"];
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe("the order of the rows", () => {
  it("of roster and score files changes no byte of the tables and of what is printed", async () => {
    for (const seed of seeds(4001, 8)) {
      const files = randomClass(seed);
      const [once, again] = [await runOn(files), await runOn(reordered(files, diceOf(seed)))];
      expect(again.exit).toBe(once.exit);
      for (const name of TABLES) expect(again.text(name), `seed ${seed}: ${name}`).toBe(once.text(name));
      expect(again.world.out(), `seed ${seed}`).toBe(once.world.out());
      expect(again.text("audit.jsonl")).not.toBe(once.text("audit.jsonl"));
    }
  });
});

describe("equal totals", () => {
  it("share a letter within a track, and a higher total never has a worse one", async () => {
    let shared = 0;
    for (const seed of seeds(4101, 12)) {
      const run = await runOn(randomClass(seed), ["--quiet"]);
      const byTrack = new Map<string, { readonly total: string; readonly rank: number }[]>();
      for (const { track, total, letter, notes } of auditOf(run)) {
        if (total === null || letter === null || notes.some((note) => note.startsWith("grade given")))
          continue;
        const own = byTrack.get(track) ?? [];
        byTrack.set(track, [...own, { total, rank: LETTERS.indexOf(letter) }]);
      }
      for (const [track, students] of byTrack) {
        const sorted = students.toSorted((a, b) =>
          compare(fromFractionText(b.total), fromFractionText(a.total)),
        );
        sorted.forEach(({ total, rank }, index) => {
          const better = sorted[index - 1];
          if (better === undefined) return;
          expect(rank, `seed ${seed}, ${track}: ${total}`).toBeGreaterThanOrEqual(better.rank);
          if (better.total !== total) return;
          shared += 1;
          expect(rank, `seed ${seed}, ${track}: ${total}`).toBe(better.rank);
        });
      }
    }
    expect(shared).toBeGreaterThan(30);
  });
});

describe("under frozen cut-offs", () => {
  it("a raised score never lowers a total, a letter or a grade", async () => {
    const changes = { rose: 0, same: 0 };
    for (const seed of seeds(4201, 10)) {
      const files = await frozen(randomClass(seed));
      const dice = diceOf(seed);
      const raised = new Map(
        [...files].map(([name, text]) => [name, isScoreFile(name) ? editScores(text, raiseOne) : text]),
      );
      const [before, after] = [await runOn(files, ["--quiet"]), await runOn(raised, ["--quiet"])];
      const earlier = new Map(before.rows("grades.csv").map((row) => [row.sid, row]));
      for (const row of after.rows("grades.csv")) {
        const old = earlier.get(row.sid) ?? {};
        const place = `seed ${seed}: ${row.sid}`;
        expect(row.status, place).toBe(old.status);
        for (const column of ["grade", "letter", "grade_if_zero"])
          expect(rankOf(row[column]), `${place} ${column}`).toBeLessThanOrEqual(rankOf(old[column]));
        const [total, less] = [parseDecimal(row.total ?? ""), parseDecimal(old.total ?? "")];
        if (total === undefined || less === undefined) continue;
        const order = compare(total, less);
        expect(order, place).not.toBe(-1);
        changes[order === 1 ? "rose" : "same"] += 1;
      }

      /** Half a point to twelve points more on one score that is there. */
      function raiseOne(scores: readonly string[]): readonly string[] {
        const there = scores.flatMap((text, index) => (parseDecimal(text) === undefined ? [] : [index]));
        if (there.length === 0) return scores;
        const chosen = dice.pick(there);
        const more = rational(dice.int(1, 24), 2);
        return scores.map((text, index) =>
          index === chosen ? shortestText(add(parseDecimal(text) ?? rational(0), more)) : text,
        );
      }
    }
    expect(changes.rose).toBeGreaterThan(300);
  });

  it("that a run has written itself, everybody has the same letter and grade again", async () => {
    for (const seed of seeds(4301, 12)) {
      const files = randomClass(seed);
      const fitted = await runOn(files, ["--quiet"]);
      const again = await runOn(await frozen(files), ["--quiet"]);
      const shown = ({ sid, total, letter, grade, status, grade_if_zero }: Row) =>
        [sid, total, letter, grade, status, grade_if_zero].join(" ");
      expect(again.rows("grades.csv").map(shown), `seed ${seed}`).toEqual(
        fitted.rows("grades.csv").map(shown),
      );
      expect(again.text("cutoffs.csv")).toBe(fitted.text("cutoffs.csv"));
    }
  });

  it("that hold no row, since nobody reached any letter, are refused rather than failing a class in silence", async () => {
    const ladder = LETTERS.slice(1, -1).map((letter, index) => `${letter}: ${200 - index}`);
    const policy = `extends: cs182-sp22\ncurve: { "182": { minimum: { ${ladder.join(", ")} } } }\n`;
    const files = new Map([...smallTerm(), ["policy.yaml", policy]]);
    const [fitted, again] = [await runOn(files), await runOn(await frozen(files))];
    expect(fitted.rows("grades.csv").map(({ letter }) => letter)).toEqual(["F", "F", "F"]);
    expect(again.exit).toBe(1);
    expect(again.world.err()).toContain("error[cutoffs-missing]");
  });

  it("named with --cutoffs it is the same as found beside the roster", async () => {
    const files = await frozen(randomClass(4321));
    const { "cutoffs.csv": cutoffs = "", ...others } = Object.fromEntries(files);
    const named = new Map(Object.entries({ ...others, "kept/frozen.csv": cutoffs }));
    const [found, given] = [await runOn(files), await runOn(named, ["--cutoffs", "kept/frozen.csv"])];
    for (const name of TABLES) expect(given.text(name)).toBe(found.text(name));
  });
});

describe("the same inputs", () => {
  it("give the same bytes in every file and on the terminal, run after run", async () => {
    for (const seed of seeds(4401, 4)) {
      const files = randomClass(seed);
      const [once, again] = [await runOn(files), await runOn(files)];
      for (const name of [...TABLES, "audit.jsonl"]) expect(again.text(name)).toBe(once.text(name));
      expect([again.world.out(), again.world.err()]).toEqual([once.world.out(), once.world.err()]);
    }
  });

  it("give the same bytes from another current folder, the audit record included", async () => {
    for (const seed of seeds(4411, 4)) {
      const files = randomClass(seed);
      const here = await runOn(files, ["--quiet"]);
      const moved = new Map([...files].map(([name, text]) => [`courses/sp22/${name}`, text]));
      const world = memoryWorld(moved);
      await main(
        ["compute", "courses/sp22/roster.csv", "--quiet", "--out", "courses/sp22/grades-out"],
        world,
      );
      for (const name of [...TABLES, "audit.jsonl"])
        expect(textOf(world, `courses/sp22/grades-out/${name}`), `seed ${seed}: ${name}`).toBe(
          here.text(name),
        );
    }
  });

  it("give the same bytes over the files of an earlier run of other inputs", async () => {
    const fresh = await runOn(randomClass(4421), ["--quiet"]);
    const other = await runOn(randomClass(4422), ["--quiet"]);
    const left = TABLES.concat("audit.jsonl").map(
      (name) => [`grades-out/${name}`, other.text(name)] as const,
    );
    const over = await runOn(new Map([...randomClass(4421), ...left]), ["--quiet"]);
    for (const name of [...TABLES, "audit.jsonl"]) expect(over.text(name)).toBe(fresh.text(name));
  });
});

interface AuditStudent {
  readonly kind: string;
  readonly track: string;
  readonly total: string | null;
  readonly letter: string | null;
  readonly notes: readonly string[];
}

function auditOf(run: Run): readonly AuditStudent[] {
  const lines = run.text("audit.jsonl").trim().split("\n");
  return lines.slice(1).map((line) => JSON.parse(line) as AuditStudent);
}

/** The class with the cut-offs that its own run writes. */
async function frozen(files: Files): Promise<Files> {
  const { text } = await runOn(files, ["--quiet"]);
  return new Map([...files, ["cutoffs.csv", text("cutoffs.csv")]]);
}

/** A smaller number is a better grade; blank, I and RD are kept apart. */
function rankOf(grade: string | undefined): number {
  if (grade === "P" || grade === "S") return 100;
  if (grade === "NP" || grade === "U") return 101;
  const rank = LETTERS.indexOf(grade ?? "");
  return rank < 0 ? 1000 + (grade ?? "").length : rank;
}
