import { beforeAll, describe, expect, it } from "vitest";
import { diceOf } from "../oracle/random-dice.ts";
import { csv, type Files, type Row, runOn } from "./run.ts";

/** Points in ten-millionths, so that every score here is an integer and every total can be made exactly. */
const UNIT = 10_000_000n;
const units = (text: string): bigint => {
  const [whole = "0", places = ""] = text.split(".");
  return BigInt(whole + places.padEnd(7, "0"));
};
const decimal = (amount: bigint): string =>
  `${amount / UNIT}.${String(amount % UNIT).padStart(7, "0")}`.replace(/0+$/, "").replace(/\.$/, "");

const CUTOFFS = [
  ["A", "92.5"],
  ["A-", "90"],
  ["B+", "87.1"],
  ["B", "83.3"],
  ["B-", "80"],
  ["C+", "76.6"],
  ["C", "73.3"],
  ["C-", "70"],
  ["D", "60"],
] as const;

const MAXIMA = { hw1: "33.5", hw2: "33.5", hw3: "7", hw4: "7", midterm1: "3", midterm2: "3", project: "67" };
type Component = keyof typeof MAXIMA;
const COMPONENTS = Object.keys(MAXIMA) as readonly Component[];

interface Student {
  readonly sid: string;
  readonly track: "182" | "282A";
  readonly letter: string;
  readonly worse: string;
  readonly cutoff: string;
  readonly scores: Readonly<Partial<Record<Component, bigint>>>;
}

/** Two thousand students, each by another route to a total that is exactly some cut-off. */
function students(): readonly Student[] {
  const dice = diceOf(182);
  const found: Student[] = [];
  while (found.length < 2000) {
    const at = dice.int(0, CUTOFFS.length - 1);
    const [letter = "", cutoff = ""] = CUTOFFS[at] ?? [];
    const track = dice.chance(0.3) ? "282A" : "182";
    const missesMidterm = track === "182" && dice.chance(0.25);
    const scores = routeTo(cutoff, track, missesMidterm);
    const worse = CUTOFFS[at + 1]?.[0] ?? "F";
    const sid = `3034${String(100_000 + found.length)}`;
    const isPossible = COMPONENTS.every((id) => {
      const score = scores[id] ?? 1n;
      return score > 0n && score <= units(MAXIMA[id]);
    });
    if (isPossible) found.push({ sid, track, letter, worse, cutoff, scores });
  }
  return found;

  /** Two homeworks of one maximum share a part of it; what is left of the cut-off falls to the exams. */
  function routeTo(cutoff: string, track: string, missesMidterm: boolean): Student["scores"] {
    const percent = (of: string, hundredths: bigint) => (units(of) * hundredths) / 100n;
    const pairs = [BigInt(dice.int(120, 200)), BigInt(dice.int(120, 200))] as const;
    const [hw1, hw3] = [percent("33.5", BigInt(dice.int(50, 100))), percent("7", BigInt(dice.int(50, 100)))];
    const homework = { hw1, hw2: percent("33.5", pairs[0]) - hw1, hw3, hw4: percent("7", pairs[1]) - hw3 };
    // In ten-millionths of a percent point: the cut-off less 15 for each whole homework of the two pairs.
    const rest = units(cutoff) - (15n * UNIT * (pairs[0] + pairs[1])) / 100n;
    if (missesMidterm) return { ...homework, midterm2: (rest * 3n) / 40n };
    if (track === "282A") {
      const first = BigInt(dice.int(50, 100));
      const left = rest - (15n * UNIT * first) / 100n;
      return { ...homework, midterm1: percent("3", first), project: (left * 67n) / 25n };
    }
    const both = (rest * 3n) / 20n;
    const midterm1 = percent("3", BigInt(dice.int(40, 100)));
    return { ...homework, midterm1, midterm2: both - midterm1 };
  }
}

function termOf(all: readonly Student[]): Files {
  const header = COMPONENTS.flatMap((id) => [id, `${id} - Max Points`]).join(",");
  const rows = all.map(({ sid, scores }) => [
    sid,
    ...COMPONENTS.flatMap((id) => {
      const score = scores[id];
      return [score === undefined ? "" : decimal(score), MAXIMA[id]];
    }),
  ]);
  const frozen = ["182", "282A"].flatMap((track) =>
    CUTOFFS.map(([letter, cutoff]) => [track, letter, cutoff]),
  );
  return new Map([
    [
      "roster.csv",
      csv(
        "sid,name,track",
        all.map(({ sid, track }) => [sid, `Student ${sid}`, track]),
      ),
    ],
    ["scores.csv", csv(`SID,${header}`, rows)],
    ["cutoffs.csv", csv("track,letter,cutoff", frozen)],
  ]);
}

/** What floating-point numbers make of the same scores and weights. */
function totalInDoubles({ track, scores }: Student): number {
  const exams = track === "282A" ? { midterm1: 15, project: 25 } : { midterm1: 20, midterm2: 20 };
  const moved = scores.midterm1 === undefined ? { midterm2: 40 } : exams;
  const weights: Readonly<Partial<Record<Component, number>>> = {
    hw1: 15,
    hw2: 15,
    hw3: 15,
    hw4: 15,
    ...moved,
  };
  return COMPONENTS.reduce((total, id) => {
    const score = scores[id];
    const weight = weights[id];
    if (score === undefined || weight === undefined) return total;
    return total + (weight * Number(decimal(score))) / Number(MAXIMA[id]);
  }, 0);
}

describe("2,000 students whose exact total is a cut-off", () => {
  const all = students();
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    const { exit, rows: read } = await runOn(termOf(all), ["--quiet"]);
    expect(exit).toBe(0);
    rows = read("grades.csv");
  });

  it("all get the upper letter", () => {
    expect(rows.map(({ sid, letter }) => `${sid} ${letter}`)).toEqual(
      all.map(({ sid, letter }) => `${sid} ${letter}`),
    );
  });

  it("are printed with exactly that total", () => {
    const shown = ({ cutoff }: Student) => `${cutoff.includes(".") ? cutoff : `${cutoff}.`}`.padEnd(7, "0");
    expect(rows.map(({ total }) => total)).toEqual(all.map(shown));
  });

  it("came by at least 1,900 different routes, over every cut-off and both tracks", () => {
    const routes = new Set(all.map(({ scores }) => Object.values(scores).join()));
    expect(routes.size).toBeGreaterThan(1900);
    expect(new Set(all.map(({ letter }) => letter)).size).toBe(CUTOFFS.length);
    expect(new Set(all.map(({ track }) => track)).size).toBe(2);
  });

  it("would in part have got the lower letter from floating-point numbers", () => {
    const tooLow = all.filter((student) => totalInDoubles(student) < Number(student.cutoff));
    expect(tooLow.length).toBeGreaterThan(100);
  });

  it("all get the lower letter for a ten-millionth of a point less, and their total is printed below the cut-off", async () => {
    const below = all.map((student) => {
      const { hw4 = 0n } = student.scores;
      return { ...student, scores: { ...student.scores, hw4: hw4 - 1n } };
    });
    const run = await runOn(termOf(below), ["--quiet"]);
    run.rows("grades.csv").forEach(({ sid, letter, total }, index) => {
      const student = below[index];
      expect([sid, letter]).toEqual([student?.sid, student?.worse]);
      expect(Number(total)).toBeLessThan(Number(student?.cutoff));
    });
  });
});
