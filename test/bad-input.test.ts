import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { csv } from "./properties/run.ts";
import { memoryWorld, textOf } from "./support/memory-world.ts";

/** The README's table of bad inputs: what is wrong, what is said to happen, the codes and the exit code. */
interface Claim {
  readonly input: string;
  readonly says: string;
  readonly codes: readonly string[];
  readonly exit: number;
}

const README = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const claims: readonly Claim[] = [
  ...README.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([013]) \|$/gm),
].map(([, input = "", says = "", codes = "", exit = ""]) => ({
  input,
  says,
  codes: [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => code),
  exit: Number(exit),
}));

const TITLES = ["Homework 1", "Homework 2", "Homework 3", "Homework 4", "Midterm 1", "Midterm 2"];
const PEOPLE = [
  ["3034000017", "Adaeze Okafor", "adaeze@example.edu"],
  ["3034000025", "Per Lindqvist", "per@example.edu"],
  ["3034000033", "Ines Moreau", "ines@example.edu"],
] as const;
const POINTS = ["91.0", "80.0", "70.0"];
const TIME = "2022-02-20 20:00:00 -0800";

const ROSTER = csv(
  "sid,name,email,track",
  PEOPLE.map(([sid, name, email]) => [sid, name, email, "182"]),
);
const HEADER = `Name,SID,Email,${TITLES.map((title) =>
  [title, `${title} - Max Points`, `${title} - Submission Time`, `${title} - Lateness (H:M:S)`].join(","),
).join(",")}`;
const cellsOf = (points: string) => TITLES.flatMap(() => [points, "100.0", TIME, "00:00:00"]);
const ROWS = PEOPLE.map(([sid, name, email], at) => [name, sid, email, ...cellsOf(POINTS[at] ?? "")]);
const CUTOFFS = csv("track,letter,cutoff", [
  ["182", "A", "90"],
  ["182", "B", "80"],
  ["182", "C", "70"],
]);

/** The first student's row with some cells changed; column 1 is the name, 4 the score of homework 1. */
function changed(cells: Readonly<Record<number, string>>): readonly (readonly string[])[] {
  const [first = [], ...others] = ROWS;
  return [first.map((cell, at) => cells[at + 1] ?? cell), ...others];
}

interface Files {
  readonly roster?: string;
  readonly scores?: string;
}

/** The smallest class that has what a row of the table is about. */
const INPUTS: Readonly<Record<string, readonly Files[]>> = {
  "a byte order mark at the start": [{ roster: `\ufeff${ROSTER}`, scores: `\ufeff${csv(HEADER, ROWS)}` }],
  "a student twice in the scores": [{ scores: csv(HEADER, [...ROWS, ROWS[0] ?? []]) }],
  "a student twice on the roster": [{ roster: `${ROSTER}${ROSTER.split("\n")[1]}\n` }],
  "a score of `-50`": [{ scores: csv(HEADER, changed({ 4: "-50" })) }],
  "a score of `9999`": [{ scores: csv(HEADER, changed({ 4: "9999" })) }],
  "a score of `NaN`": [{ scores: csv(HEADER, changed({ 4: "NaN" })) }],
  "a score of `9,5`": [{ scores: csv(HEADER, changed({ 4: '"9,5"' })) }],
  "a score of `EX`": [{ scores: csv(HEADER, changed({ 4: "EX" })) }],
  "a blank lateness": [
    { scores: csv(HEADER, changed({ 7: "" })) },
    { scores: csv(HEADER, changed({ 6: "2022-02-22 08:00:00 -0800", 7: "" })) },
  ],
  "a roster student without scores": [{ scores: csv(HEADER, ROWS.slice(1)) }],
  "scores of nobody on the roster": [
    { scores: csv(HEADER, [...ROWS, ["A Guest", "9999999999", "guest@example.org", ...cellsOf("50.0")]]) },
  ],
  "a maximum that differs between rows": [{ scores: csv(HEADER, changed({ 5: "95.0" })) }],
  "an exam column renamed": [{ scores: csv(HEADER.replaceAll("Midterm 2", "Mid Term Two"), ROWS) }],
  "a score file with its header alone": [{ scores: csv(HEADER, []) }],
  "a roster with its header alone": [{ roster: csv("sid,name,email,track", []) }],
  "a row cut short": [{ scores: csv(HEADER, [...ROWS.slice(0, 2), (ROWS[2] ?? []).slice(0, 12)]) }],
};

async function run({ roster = ROSTER, scores = csv(HEADER, ROWS) }: Files) {
  const world = memoryWorld([
    ["roster.csv", roster],
    ["scores.csv", scores],
    ["cutoffs.csv", CUTOFFS],
  ]);
  const exit = await main(["compute", "roster.csv"], world);
  const codes = [...world.err().matchAll(/^(?:\S+: )?(?:error|warning)\[([a-z-]+)\]/gm)].map(
    ([, code]) => code,
  );
  const written = [...world.files.keys()].some((name) => name.includes("grades-out"));
  const first = () => textOf(world, "grades-out/grades.csv").split("\n")[1];
  return { exit, codes: [...new Set(codes)], err: world.err(), written, first };
}

describe("the README's table of bad inputs", () => {
  it("has a row for every input that is tried here, and for nothing else", () => {
    expect(claims.map(({ input }) => input)).toEqual(Object.keys(INPUTS));
    for (const { says } of claims) expect(says.length).toBeGreaterThan(15);
  });

  it("is about inputs that are wrong in one way: without it the class computes without a word", async () => {
    expect(await run({})).toMatchObject({ exit: 0, codes: [], written: true });
  });

  it.each(claims.map((claim) => [claim.input, claim] as const))(
    "says what happens to %s",
    async (input, claim) => {
      for (const files of INPUTS[input] ?? []) {
        const { exit, codes, err, written } = await run(files);
        expect([codes, exit]).toEqual([claim.codes, claim.exit]);
        expect(written).toBe(exit !== 1);
        if (claim.codes.length > 0) expect(err).toMatch(/^ {2}hint: \S/m);
      }
    },
  );

  it("leaves a byte order mark without any trace in the grades", async () => {
    const [plain, marked] = [await run({}), await run(INPUTS["a byte order mark at the start"]?.[0] ?? {})];
    expect(marked.first()).toBe(plain.first());
  });

  it("counts a blank lateness by the time of submission: on time, or late by the policy's due time", async () => {
    const [onTime, late] = INPUTS["a blank lateness"] ?? [];
    const [a, b] = [await run(onTime ?? {}), await run(late ?? {})];
    expect(a.first()).toMatch(/,0,91\.0000,A,A,final,,$/);
    expect(b.first()).toMatch(/,1,91\.0000,A,A,final,,Homework 1 1 day late \(hw\.slip-days\)$/);
  });

  it("counts -50 and 9999 as they are", async () => {
    const of = async (input: string) => (await run(INPUTS[input]?.[0] ?? {})).first();
    // 15 x -50 / 100 + 85 x 91 / 100 = -7.5 + 77.35, and 15 x 9999 / 100 + 77.35 = 1499.85 + 77.35.
    expect(await of("a score of `-50`")).toContain(",69.8500,");
    expect(await of("a score of `9999`")).toContain(",1577.2000,");
  });

  it("keeps a student without scores undecided rather than failing", async () => {
    const { first } = await run(INPUTS["a roster student without scores"]?.[0] ?? {});
    expect(first()).toMatch(/,,,,undecided,,in no score file \(i\.no-scores\)$/);
  });
});
