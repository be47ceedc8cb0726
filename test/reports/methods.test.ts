import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files, type Row, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";
import type { PrintedCurve, PrintedMethod } from "../support/printed-curve.ts";

const LADDER = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"];
const POINTS = ["4", "4", "3.7", "3.3", "3", "2.7", "2.3", "2", "1.7", "1.3", "1", "0.7", "0"];

/** Final letter grades of a track: its GPA, and how many there are of each letter. */
function gradesOf(rows: readonly Row[], track: string) {
  const letters = rows
    .filter((row) => row.track === track && row.status === "final" && LADDER.includes(row.grade ?? ""))
    .map(({ grade = "" }) => grade);
  const sum = letters.reduce(
    (total, letter) => total.add(POINTS[LADDER.indexOf(letter)] ?? 0),
    new Fraction(0),
  );
  const counts = LADDER.map((letter) => letters.filter((own) => own === letter).length);
  return { gpa: letters.length === 0 ? undefined : sum.div(letters.length), counts };
}

async function computed(files: Files, tracks: PrintedCurve["tracks"], name: string): Promise<readonly Row[]> {
  const rows = Object.entries(tracks).flatMap(([track, { methods }]) =>
    (methods.find((own) => own.name === name)?.letters ?? []).flatMap(({ letter, cutoff }) =>
      cutoff === null ? [] : [[track, letter, cutoff]],
    ),
  );
  return (
    await runOn(new Map([...files, ["cutoffs.csv", csv("track,letter,cutoff", rows)]]), ["--quiet"])
  ).rows("grades.csv");
}

describe("the methods side by side", () => {
  it("give the letters, GPA and movers that compute gives with the cut-offs of each", async () => {
    let methods = 0;
    let fits = 0;
    for (const files of [exampleClass(), ...[5601, 5602, 5603, 5604].map(randomClass)]) {
      const world = memoryWorld(files);
      if ((await main(["curve", "roster.csv", "--json"], world)) !== 0) continue;
      const { tracks } = JSON.parse(world.out()) as PrintedCurve;
      const names = new Set(Object.values(tracks).flatMap((own) => own.methods.map(({ name }) => name)));
      const base = await computed(files, tracks, "proposal");
      for (const name of names) {
        const rows = await computed(files, tracks, name);
        for (const [track, own] of Object.entries(tracks)) {
          const method = own.methods.find((candidate) => candidate.name === name);
          if (method === undefined) throw new Error(`${track} has no ${name}`);
          check(method, rows, base, track);
          methods += 1;
          // Where the track itself is fitted, its solver sums the same grade points in another way.
          if (track !== "182" || method.fit === null) continue;
          expect([name, method.gpa_fitted?.exact]).toEqual([name, method.fit.gpa]);
          fits += 1;
        }
      }
    }
    expect(methods).toBeGreaterThan(20);
    expect(fits).toBeGreaterThan(6);
  });
});

function check(method: PrintedMethod, rows: readonly Row[], base: readonly Row[], track: string): void {
  const { gpa, counts } = gradesOf(rows, track);
  expect(method.gpa === null).toBe(gpa === undefined);
  if (gpa !== undefined && method.gpa !== null) expect(gpa.equals(method.gpa.exact)).toBe(true);
  for (const { letter, count } of method.letters) expect(count, letter).toBe(counts[LADDER.indexOf(letter)]);
  const moves = rows.flatMap((row, index) => {
    const from = base[index]?.letter ?? "";
    const { sid, letter: to = "" } = row;
    return row.track === track && from !== to
      ? [{ sid, from, to, up: LADDER.indexOf(to) < LADDER.indexOf(from) }]
      : [];
  });
  const told = (up: boolean) =>
    moves.filter((own) => own.up === up).map(({ sid, from, to }) => `${sid} ${from} ${to}`);
  expect(method.rise.map(({ sid, from, to }) => `${sid} ${from} ${to}`).sort()).toEqual(told(true).sort());
  expect(method.fall.map(({ sid, from, to }) => `${sid} ${from} ${to}`).sort()).toEqual(told(false).sort());
}
