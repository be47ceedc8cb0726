import { describe, expect, it } from "vitest";
import { smallTerm } from "../io/term.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { type Files, runOn } from "../properties/run.ts";

interface Summary {
  readonly exit: number;
  readonly errors: readonly { readonly code: string; readonly file: string; readonly line: number }[];
  readonly warnings: readonly { readonly code: string }[];
  readonly written?: readonly string[];
  readonly undecided: readonly { readonly sid: string }[];
  readonly incomplete: readonly { readonly sid: string }[];
  readonly tracks: Readonly<Record<string, Track>>;
}

interface Track {
  readonly students: number;
  readonly final: number;
  readonly incomplete: number;
  readonly undecided: number;
  readonly letter_graded: number;
  readonly letters: readonly {
    readonly letter: string;
    readonly count: number;
    readonly cutoff: string | null;
  }[];
  readonly others: Readonly<Record<string, number>>;
}

async function summaryOf(files: Files, ...args: readonly string[]) {
  const run = await runOn(files, ["--json", ...args]);
  return { ...run, json: JSON.parse(run.world.out()) as Summary };
}

describe("the machine summary of --json", () => {
  it("is one object on standard output that agrees with grades.csv on every count", async () => {
    for (const files of [exampleClass(), ...[5101, 5102, 5103, 5104].map(randomClass)]) {
      const { json, rows, exit } = await summaryOf(files);
      expect(json.exit).toBe(exit);
      const grades = rows("grades.csv");
      expect(Object.values(json.tracks).reduce((sum, { students }) => sum + students, 0)).toBe(grades.length);
      for (const [track, own] of Object.entries(json.tracks)) {
        const students = grades.filter((row) => row.track === track);
        const status = (word: string) => students.filter((row) => row.status === word).length;
        expect([own.students, own.final, own.incomplete, own.undecided]).toEqual([
          students.length,
          status("final"),
          status("incomplete"),
          status("undecided"),
        ]);
        const grade = (word: string) => students.filter((row) => row.grade === word).length;
        for (const { letter, count } of own.letters)
          expect(`${letter} ${count}`).toBe(`${letter} ${grade(letter)}`);
        expect(own.letters.reduce((sum, { count }) => sum + count, 0)).toBe(own.letter_graded);
        for (const [word, count] of Object.entries(own.others))
          expect(`${word} ${count}`).toBe(`${word} ${grade(word)}`);
        const blank = grade("");
        const shown = Object.values(own.others).reduce((sum, count) => sum + count, own.letter_graded);
        expect(shown + blank).toBe(students.length);
      }
      const sids = (word: string) => grades.filter((row) => row.status === word).map(({ sid }) => sid);
      expect(json.undecided.map(({ sid }) => sid)).toEqual(sids("undecided"));
      expect(json.incomplete.map(({ sid }) => sid)).toEqual(sids("incomplete"));
    }
  });

  it("holds the cut-offs that cutoffs.csv holds", async () => {
    const { json, rows } = await summaryOf(exampleClass());
    for (const [track, { letters }] of Object.entries(json.tracks)) {
      const shown = letters.flatMap(({ letter, cutoff }) => (cutoff === null ? [] : [`${letter} ${cutoff}`]));
      const written = rows("cutoffs.csv").filter((row) => row.track === track);
      expect(shown).toEqual(written.map(({ letter, cutoff }) => `${letter} ${cutoff}`));
    }
  });

  it("stands alone on standard output, with and without --quiet", async () => {
    const [loud, quiet] = [await summaryOf(exampleClass()), await summaryOf(exampleClass(), "--quiet")];
    expect(quiet.world.out()).toBe(loud.world.out());
    expect(quiet.world.err()).toBe("");
    expect(loud.json.warnings.length).toBeGreaterThan(0);
    expect(loud.json.errors).toEqual([]);
  });

  it("names every error with its place when nothing was written", async () => {
    const scores = (smallTerm().get("scores.csv") ?? "").replace("74", "7a").replace("83", "8b");
    const { json, exit } = await summaryOf(new Map([...smallTerm(), ["scores.csv", scores]]));
    expect([exit, json.exit, json.written]).toEqual([1, 1, undefined]);
    expect(json.errors.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["score-not-a-number", "scores.csv", 2],
      ["score-not-a-number", "scores.csv", 3],
    ]);
  });
});
