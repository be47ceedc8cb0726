import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { fractionText, rational } from "../../src/exact/rational.ts";
import { nearCutoffs } from "../../src/reports/near-cutoffs.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files, runOn } from "../properties/run.ts";
import { gradedTerm } from "../support/graded.ts";

interface RecordedStudent {
  readonly kind: string;
  readonly sid: string;
  readonly track: string;
  readonly status: string;
  readonly total: string | null;
  readonly decisions: readonly { readonly action: string }[];
}

/** `track letter side sid distance`, the nearest first, from the record and cutoffs.csv that compute wrote. */
async function bruteScan(files: Files, distance: Fraction): Promise<readonly string[]> {
  const { text, rows } = await runOn(files, ["--quiet"]);
  const students = text("audit.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as RecordedStudent)
    .filter(({ kind, status, total, decisions }) => {
      const given = decisions?.some(({ action }) => action === "grade");
      return kind === "student" && status === "final" && total !== null && !given;
    });
  return rows("cutoffs.csv").flatMap(({ track, letter, cutoff = "" }) => {
    const away = students
      .filter((student) => student.track === track)
      .map(({ sid, total }) => ({ sid, away: new Fraction(total ?? "").sub(cutoff) }))
      .filter(({ away }) => away.abs().compare(distance) <= 0)
      .sort((a, b) => a.away.abs().compare(b.away.abs()));
    const listed = (side: string, below: boolean) =>
      away
        .filter((own) => own.away.compare(0) < 0 === below)
        .map((own) => `${track} ${letter} ${side} ${own.sid} ${own.away.abs().n}/${own.away.abs().d}`);
    return [...listed("below", true), ...listed("above", false)];
  });
}

async function reported(files: Files, numerator: number, denominator: number): Promise<readonly string[]> {
  const { term, grades } = await gradedTerm(files);
  return nearCutoffs(term.policy, grades, rational(numerator, denominator)).flatMap(({ track, cutoffs }) =>
    cutoffs.flatMap(({ letter, below, above }) => [
      ...below.map(
        ({ student, distance }) => `${track} ${letter} below ${student.sid} ${fractionText(distance)}`,
      ),
      ...above.map(
        ({ student, distance }) => `${track} ${letter} above ${student.sid} ${fractionText(distance)}`,
      ),
    ]),
  );
}

describe("students near a cut-off", () => {
  it("are those that a scan of the record finds, on the example class and on random ones", async () => {
    let found = 0;
    for (const [numerator, denominator] of [
      [1, 2],
      [3, 20],
      [2, 1],
    ] as const) {
      const distance = new Fraction(numerator, denominator);
      const seeds = Array.from({ length: 6 }, (_, index) => 5100 + index);
      for (const files of [exampleClass(), ...seeds.map(randomClass)]) {
        const own = await reported(files, numerator, denominator);
        // In any order here: students at equal distances have none of their own.
        expect(own.toSorted()).toEqual((await bruteScan(files, distance)).toSorted());
        found += own.length;
      }
    }
    expect(found).toBeGreaterThan(500);
  });

  it("are listed nearest first, and one exactly at the distance counts on either side", async () => {
    // Totals equal every component's percentage: 90.5, 90, 89.75, 89.5, 89.49.
    const scores = ["90.5", "90", "89.75", "89.5", "89.49", "90.51"];
    const files = new Map([
      [
        "roster.csv",
        csv(
          "sid,name,track",
          scores.map((_, index) => [`${index + 1}`, `Student ${index + 1}`, "182"]),
        ),
      ],
      [
        "scores.csv",
        csv(
          "sid,hw1,hw2,hw3,hw4,midterm1,midterm2",
          scores.map((s, index) => [`${index + 1}`, s, s, s, s, s, s]),
        ),
      ],
      ["cutoffs.csv", "track,letter,cutoff\n182,A,90\n"],
    ]);
    expect(await reported(files, 1, 2)).toEqual([
      "182 A below 3 1/4",
      "182 A below 4 1/2",
      "182 A above 2 0/1",
      "182 A above 1 1/2",
    ]);
  });

  it("below it need raw points that reach it exactly, each component alone", async () => {
    const { term, grades } = await gradedTerm(exampleClass());
    const below = nearCutoffs(term.policy, grades).flatMap(({ cutoffs }) =>
      cutoffs.flatMap((own) => own.below.map((student) => ({ cutoff: own.cutoff, ...student }))),
    );
    expect(below.length).toBeGreaterThan(10);
    for (const { student, cutoff, components } of below) {
      expect(components.length).toBe(6);
      for (const { component, points } of components) {
        const { weights, maximums } = student.assessment;
        const [weight, maximum] = [weights.get(component.id), maximums.get(component.id)].map((own) =>
          fractionText(own?.value ?? rational(0)),
        );
        const lifted = new Fraction(fractionText(points))
          .mul(weight ?? 0)
          .div(maximum ?? 1)
          .add(fractionText(student.total));
        expect(lifted.equals(fractionText(cutoff)), `${student.sid} ${component.id}`).toBe(true);
      }
    }
  });
});
