import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { shortestText } from "../../src/exact/decimal.ts";
import { fractionText, rational } from "../../src/exact/rational.ts";
import { type CutMove, DISTANCES, sensitivity } from "../../src/reports/sensitivity.ts";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { exampleClass } from "../properties/example.ts";
import { csv, type Files, type Row, runOn } from "../properties/run.ts";
import { gradedTerm } from "../support/graded.ts";

const POINTS: Readonly<Record<string, string>> = {
  "A+": "4",
  A: "4",
  "A-": "3.7",
  "B+": "3.3",
  B: "3",
  "B-": "2.7",
  "C+": "2.3",
  C: "2",
  "C-": "1.7",
  "D+": "1.3",
  D: "1",
  "D-": "0.7",
  F: "0",
};

/** The GPA of a track by hand from grades.csv: every final grade that is a letter. */
function gpaOf(rows: readonly Row[], track: string): Fraction | undefined {
  const points = rows
    .filter((row) => row.track === track && row.status === "final")
    .flatMap(({ grade = "" }) => POINTS[grade] ?? []);
  if (points.length === 0) return undefined;
  return points.reduce((sum, own) => sum.add(own), new Fraction(0)).div(points.length);
}

/** The class computed again with one cut-off moved, in its own cutoffs.csv. */
async function moved(files: Files, cutoffs: readonly Row[], track: string, letter: string, move: CutMove) {
  const squeezed = move.direction === "lower" ? move.reaches : move.reaches && letter;
  const rows = cutoffs
    .filter((own) => !(own.track === track && own.letter === squeezed))
    .map((own) => {
      const isMoved = own.track === track && own.letter === letter;
      return [own.track ?? "", own.letter ?? "", isMoved ? shortestText(move.to) : (own.cutoff ?? "")];
    });
  return runOn(new Map([...files, ["cutoffs.csv", csv("track,letter,cutoff", rows)]]), ["--quiet"]);
}

describe("what moving a cut-off does", () => {
  it("is what computing the class again with the moved cut-off gives", async () => {
    const dice = diceOf(77);
    let [checked, arrived, movers] = [0, 0, 0];
    const seeds = Array.from({ length: 8 }, (_, index) => 5200 + index);
    for (const files of [exampleClass(), ...seeds.map(randomClass)]) {
      const { term, grades } = await gradedTerm(files);
      const before = await runOn(files, ["--quiet"]);
      const [grown, cutoffs] = [before.rows("grades.csv"), before.rows("cutoffs.csv")];
      const all = sensitivity(term.policy, grades, [...DISTANCES, rational(2), rational(3)]).flatMap(
        ({ track, cuts }) =>
          cuts.flatMap(({ letter, moves }) => moves.map((move) => ({ track, letter, move }))),
      );
      const [clipped, free] = [true, false].map((is) =>
        dice.shuffled(all.filter(({ move }) => (move.reaches !== undefined) === is)),
      );
      for (const { track, letter, move } of [...(clipped ?? []).slice(0, 3), ...(free ?? []).slice(0, 13)]) {
        const after = await moved(files, cutoffs, track, letter, move);
        const changed = after.rows("grades.csv").filter((row, index) => row.letter !== grown[index]?.letter);
        const what = `${track} ${letter} ${move.direction} ${shortestText(move.by)}`;
        expect(changed.map(({ sid }) => sid).sort(), what).toEqual(move.movers.map(({ sid }) => sid).sort());
        expect(
          changed.every((row) => row.letter === move.letter),
          what,
        ).toBe(true);
        const [old, now] = [gpaOf(grown, track), gpaOf(after.rows("grades.csv"), track)];
        expect(move.gpaChange === undefined, what).toBe(old === undefined);
        if (old !== undefined && now !== undefined && move.gpaChange !== undefined)
          expect(now.sub(old).equals(fractionText(move.gpaChange)), what).toBe(true);
        checked += 1;
        movers += changed.length;
        if (move.reaches !== undefined) arrived += 1;
      }
    }
    expect([checked > 100, arrived > 3, movers > 50]).toEqual([true, true, true]);
  });

  it("ends at the neighbouring cut-off, so that nobody skips a letter", async () => {
    // Totals are the scores: 90, 89.9, 89.4, 89. A at 90, A- at 89.4, B+ at 89.
    const files = byHand(["90", "89.9", "89.4", "89"], "182,A,90\n182,A-,89.4\n182,B+,89\n");
    const { term, grades } = await gradedTerm(files);
    const [track] = sensitivity(term.policy, grades);
    const told = track?.cuts.flatMap(({ letter, moves }) =>
      moves
        .filter(({ by }) => by.numerator === 1 && by.denominator === 1)
        .map(({ direction, to, reaches, letter: becomes, movers }) =>
          [
            letter,
            direction,
            shortestText(to),
            reaches ?? "-",
            becomes,
            movers.map(({ sid }) => sid).join("+"),
          ].join(" "),
        ),
    );
    expect(told).toEqual([
      "A lower 89.4 A- A 2+3",
      "A raise 91 - A- 1",
      "A- lower 89 B+ A- 4",
      "A- raise 90 A B+ 3+2",
      "B+ lower 88 - B+ ",
      "B+ raise 89.4 A- F 4",
    ]);
  });

  it("changes the GPA by the difference of the grade points over all letter grades", async () => {
    const files = byHand(["90", "89.9", "89.4", "89"], "182,A,90\n182,A-,89.4\n182,B+,89\n");
    const { term, grades } = await gradedTerm(files);
    const lowered = sensitivity(term.policy, grades)[0]?.cuts[0]?.moves[0];
    // One of four students from 3.7 to 4.0: 0.3 / 4.
    expect(lowered?.gpaChange && fractionText(lowered.gpaChange)).toBe("3/40");
    expect(lowered?.gpaChangeFitted && fractionText(lowered.gpaChangeFitted)).toBe("3/40");
  });

  it("names the nearest student on either side", async () => {
    const { term, grades } = await gradedTerm(byHand(["90.2", "89.9", "89.95"], "182,A,90\n"));
    const cut = sensitivity(term.policy, grades)[0]?.cuts[0];
    expect([cut?.above?.student.sid, cut?.above && shortestText(cut.above.distance)]).toEqual(["1", "0.2"]);
    expect([cut?.below?.student.sid, cut?.below && shortestText(cut.below.distance)]).toEqual(["3", "0.05"]);
  });
});

/** Students 1, 2, ... whose total is the same score on everything. */
function byHand(totals: readonly string[], cutoffs: string): Files {
  const sids = totals.map((_, index) => `${index + 1}`);
  return new Map([
    [
      "roster.csv",
      csv(
        "sid,name,track",
        sids.map((sid) => [sid, `Student ${sid}`, "182"]),
      ),
    ],
    [
      "scores.csv",
      csv(
        "sid,hw1,hw2,hw3,hw4,midterm1,midterm2",
        totals.map((total, index) => [sids[index] ?? "", ...new Array<string>(6).fill(total)]),
      ),
    ],
    ["cutoffs.csv", `track,letter,cutoff\n${cutoffs}`],
  ]);
}
