import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { type Dice, diceOf } from "../oracle/random-dice.ts";
import { csv, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

interface Reading {
  readonly total: { readonly shown: string } | null;
  readonly grade: string;
  readonly slip_days_for?: readonly string[];
}

interface Range {
  readonly answer: { readonly component: string; readonly assume: string } | null;
  readonly combinations: number;
  readonly incomplete: boolean;
  readonly lowest: Reading | null;
  readonly highest: Reading | null;
}

interface Case {
  readonly track: string;
  readonly order: string;
  readonly work: readonly Work[];
}

/** A score as typed, or blank; `late` in days, undefined for nothing handed in. */
interface Work {
  readonly id: string;
  readonly score: string;
  readonly late: number | undefined;
}

const DUE: Readonly<Record<string, string>> = {
  hw1: "2022-02-21T23:59:00-08:00",
  hw2: "2022-03-14T23:59:00-07:00",
  hw3: "2022-04-11T23:59:00-07:00",
  hw4: "2022-05-02T23:59:00-07:00",
};
const CUTOFFS = csv(
  "track,letter,cutoff",
  ["A 90", "B 80", "C 70", "D 60"].map((pair) => ["182", ...pair.split(" ")]),
);

/** One student with several late, ungraded and missing works. */
function randomCase(dice: Dice): Case {
  const track = dice.pick(["182", "282A"]);
  const exams = track === "182" ? ["midterm1", "midterm2"] : ["midterm1", "project"];
  const score = () => (dice.chance(0.45) ? "" : String(dice.int(0, 100)));
  const missed = track === "282A" && dice.chance(0.5);
  return {
    track,
    order: dice.pick(["due-date", "best-for-student"]),
    work: [
      ...Object.keys(DUE).map((id) => ({ id, score: score(), late: dice.pick([0, 0, 1, 2, 3, 4, 6]) })),
      ...exams.map((id) =>
        missed && id === "midterm1" ? { id, score: "", late: undefined } : { id, score: score(), late: 0 },
      ),
    ],
  };
}

/** The files of the case; `missed` is what the policy says of a missed midterm 1. */
function filesOf({ track, order, work }: Case, missed = "undecided"): ReadonlyMap<string, string> {
  const handIn = ({ id, score, late }: Work): readonly string[] => {
    if (late === undefined) return [score, "100", "", ""];
    const due = Date.parse(DUE[id] ?? "2022-05-06T12:00:00-07:00");
    return [score, "100", new Date(due + late * 86_400_000 - 60_000).toISOString(), ""];
  };
  const header = work.map(
    ({ id }) => `${id},${id} - Max Points,${id} - Submission Time,${id} - Lateness (H:M:S)`,
  );
  const other = track === "182" ? "project" : "midterm2";
  return new Map([
    ["roster.csv", csv("sid,name,track", [["1", "Ada", track]])],
    ["scores.csv", csv(`sid,${header.join(",")},${other}`, [["1", ...work.flatMap(handIn), ""]])],
    ["cutoffs.csv", CUTOFFS],
    [
      "policy.yaml",
      `extends: cs182-sp22\nslip_days: { order: ${order} }\nmissed: { midterm1: { "282A": ${missed} } }\n`,
    ],
  ]);
}

async function explained(own: Case): Promise<{
  readonly status: string;
  readonly readings: readonly (Reading & { readonly assume: string })[];
  readonly ranges: readonly Range[];
}> {
  const world = memoryWorld(filesOf(own));
  await main(["explain", "roster.csv", "--student", "1", "--json"], world);
  return JSON.parse(world.out());
}

interface Typed {
  /** Component by component: `zero`, `full marks`, or what the policy says of the missed exam. */
  readonly answers: ReadonlyMap<string, string>;
  readonly total: string;
  readonly grade: string;
  readonly accepted: readonly string[];
}

/** Every combination of answers, each typed into the files and computed. */
async function typedIn(own: Case): Promise<readonly Typed[]> {
  const questions = own.work
    .filter(({ score }) => score === "")
    .map(({ id, late }) => ({
      id,
      answers: late === undefined ? ["project", "incomplete", "zero"] : ["zero", "full marks"],
    }));
  const all = questions.reduce<readonly (readonly (readonly [string, string])[])[]>(
    (before, { id, answers }) =>
      before.flatMap((some) => answers.map((answer) => [...some, [id, answer] as const])),
    [[]],
  );
  return Promise.all(
    all.map(async (pairs) => {
      const answers = new Map(pairs);
      const typed = own.work.map((work) => {
        const answer = work.late === undefined ? undefined : answers.get(work.id);
        return answer === undefined ? work : { ...work, score: answer === "zero" ? "0" : "100" };
      });
      const missed = own.work.find(({ late }) => late === undefined);
      const run = await runOn(filesOf({ ...own, work: typed }, missed && answers.get(missed.id)));
      const [row] = run.rows("grades.csv");
      const accepted = run
        .rows("slip-days.csv")
        .filter(({ days_charged }) => days_charged !== "0")
        .map(({ assignment = "" }) => assignment);
      return { answers, total: row?.total ?? "", grade: row?.grade ?? "", accepted };
    }),
  );
}

const seeds = Array.from({ length: 70 }, (_, seed) => seed + 1);

describe("what each reading of open questions would give", () => {
  it("is what the run gives in which the answers were typed into the files", async () => {
    const seen = { each: 0, ranges: 0, slipDays: 0 };
    for (const seed of seeds) {
      const own = randomCase(diceOf(seed));
      const { status, readings, ranges } = await explained(own);
      if (status !== "undecided") continue;
      const typed = await typedIn(own);
      const shown = readings.map(({ total, grade }) => `${total?.shown ?? ""} ${grade}`);
      if (ranges.length === 0) {
        const places = new Set(typed.map(({ total, grade }) => `${total} ${grade}`));
        expect([seed, new Set(shown)]).toEqual([seed, places]);
        seen.each += 1;
        if (readings.some(({ slip_days_for }) => slip_days_for !== undefined)) {
          const accepted = readings.map(({ slip_days_for = [] }) => slip_days_for.join());
          expect([seed, new Set(accepted)]).toEqual([
            seed,
            new Set(typed.map(({ accepted }) => accepted.join())),
          ]);
          seen.slipDays += 1;
        }
        continue;
      }
      seen.ranges += 1;
      for (const range of ranges) expect([seed, range]).toEqual([seed, boundsOf(range, typed)]);
    }
    expect(seen.each).toBeGreaterThan(15);
    expect(seen.ranges).toBeGreaterThan(10);
    expect(seen.slipDays).toBeGreaterThan(5);
  }, 120_000);
});

/** Of a total with its four decimals. */
function tenThousandths({ total }: Typed): number {
  return Number(total.replace(".", ""));
}

/** The range with its ends replaced by the lowest and the highest of the runs that share its answer. */
function boundsOf(range: Range, typed: readonly Typed[]): unknown {
  const { answer } = range;
  const own = typed.filter(({ answers }) => !answer || answers.get(answer.component) === answer.assume);
  const totals = own
    .filter(({ total }) => total !== "")
    .sort((a, b) => tenThousandths(a) - tenThousandths(b));
  const end = (at: 0 | -1) => {
    const found = totals.at(at);
    return found === undefined
      ? null
      : expect.objectContaining({
          total: expect.objectContaining({ shown: found.total }),
          grade: found.grade,
        });
  };
  return {
    ...range,
    incomplete: own.some(({ grade }) => grade === "I"),
    lowest: end(0),
    highest: end(-1),
  };
}
