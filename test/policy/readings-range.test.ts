import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { csv } from "../properties/run.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";

const EXAMS = { "182": ["midterm1", "midterm2"], "282A": ["midterm1", "project"] } as const;
const UNDECIDED = 'missed: { midterm1: { "182": undecided }, midterm2: { "182": undecided } }';
const SUBMITTED = "2022-02-20 10:00:00 -0800";

type State = "scored" | "excused" | "missed" | "ungraded";

function cellsOf(state: State): readonly string[] {
  const score = { scored: "80", excused: "EX", missed: "", ungraded: "" }[state];
  return [score, "100", state === "missed" || state === "excused" ? "" : SUBMITTED];
}

/** A student for every way in which the homeworks can be excused and both exams of a track be open. */
function everyWay(): readonly (readonly State[])[] {
  const lists: readonly (readonly State[])[] = [
    ...Array.from({ length: 4 }, () => ["scored", "excused"] as const),
    ...Array.from({ length: 2 }, () => ["scored", "excused", "missed", "ungraded"] as const),
  ];
  return lists.reduce<readonly (readonly State[])[]>(
    (combined, list) => combined.flatMap((before) => list.map((state) => [...before, state])),
    [[]],
  );
}

interface Recorded {
  readonly sid: string;
  readonly status: string;
  readonly readings?: readonly unknown[];
  readonly ranges?: readonly { readonly combinations: number; readonly incomplete: boolean }[];
}

async function recorded(track: keyof typeof EXAMS): Promise<readonly Recorded[]> {
  const titles = ["hw1", "hw2", "hw3", "hw4", ...EXAMS[track]];
  const header = titles.flatMap((title) => [title, `${title} - Max Points`, `${title} - Submission Time`]);
  const rows = everyWay().map((states, index) => [String(index + 1), ...states.flatMap(cellsOf)]);
  const world = memoryWorld([
    [
      "roster.csv",
      csv(
        "sid,name,track",
        rows.map(([sid = ""]) => [sid, `S${sid}`, track]),
      ),
    ],
    ["scores.csv", csv(["SID", ...header].join(), rows)],
    ["cutoffs.csv", csv("track,letter,cutoff", [["182", "A", "90"]])],
    ["policy.yaml", `extends: cs182-sp22\n${UNDECIDED}\n`],
  ]);
  expect(await main(["compute", "roster.csv", "--quiet"], world), world.err()).toBe(3);
  const [, ...lines] = textOf(world, "grades-out/audit.jsonl").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}

describe("an undecided grade of four homeworks and two exams", () => {
  for (const track of ["182", "282A"] as const)
    it(`always shows what its readings give, in ${track}`, async () => {
      const undecided = (await recorded(track)).filter(({ status }) => status === "undecided");
      const unshown = undecided.filter(({ readings, ranges }) => !readings?.length && !ranges?.length);
      expect(undecided.length).toBeGreaterThan(200);
      expect(unshown).toEqual([]);
      const most = undecided.map(({ ranges }) => ranges?.[0]?.combinations ?? 0);
      expect(Math.max(...most)).toBe(162);
    });
});
