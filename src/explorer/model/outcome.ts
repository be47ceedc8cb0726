import { given } from "../../derivation/derivation.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import { letterOf, type TrackCutoffs } from "../../policy/curve/cutoffs.ts";
import { averageOfCounts } from "../../policy/curve/gpa.ts";
import type { Letter, TrackId } from "../../policy/parameters.ts";
import { atOrAbove, type Cuts, type Roll, type RollStudent, type TrackRoll } from "./roll.ts";

/** Students `from` up to `to`, itself not included, in order of their totals: they share a letter. */
interface Band {
  readonly letter: Letter;
  readonly from: number;
  readonly to: number;
}

export interface LetterOutcome {
  readonly letter: Letter;
  readonly cutoff: Rational | undefined;
  /** Final letter grades, also those given by decision. */
  readonly all: number;
  readonly fitted: number;
}

/** A student whose letter is another than under the proposal. */
export interface Mover {
  readonly student: RollStudent;
  readonly from: Letter;
  readonly to: Letter;
  readonly rises: boolean;
}

/** What a track's cut-offs give. */
export interface TrackOutcome {
  /** Every letter, best to worst. */
  readonly letters: readonly LetterOutcome[];
  readonly graded: number;
  readonly fitted: number;
  readonly gpa: Rational | undefined;
  readonly gpaFitted: Rational | undefined;
  /** Where the GPA of the fitted students, or else of all, stands; undefined without a window or a GPA. */
  readonly side: "below" | "inside" | "above" | undefined;
  /** The highest total first. */
  readonly movers: readonly Mover[];
}

/** The letters under some cut-offs, beside the proposal; looks up each cut-off and counts nobody one by one. */
export function outcomeOf(roll: Roll, track: TrackRoll, cuts: Cuts): TrackOutcome {
  const bands = bandsOf(roll, track, cuts);
  const count = (letter: Letter, among: readonly number[]) =>
    bands
      .filter((band) => band.letter === letter)
      .reduce((sum, { from, to }) => sum + (among[to] ?? 0) - (among[from] ?? 0), 0);
  const letters = roll.letters.map(({ letter }) => ({
    letter,
    cutoff: cuts.find((cut) => cut.letter === letter)?.value,
    all: count(letter, track.graded) + (track.given.get(letter) ?? 0),
    fitted: count(letter, track.fitted),
  }));
  const average = (of: "all" | "fitted") =>
    averageOfCounts(new Map(letters.map((own) => [own.letter, own[of]])), roll.letters);
  const [gpa, gpaFitted] = [average("all"), average("fitted")];
  return {
    letters,
    graded: letters.reduce((sum, { all }) => sum + all, 0),
    fitted: letters.reduce((sum, { fitted }) => sum + fitted, 0),
    gpa,
    gpaFitted,
    side: sideOf(gpaFitted ?? gpa, track),
    movers: moversOf(roll, track, bandsOf(roll, track, track.proposal), bands),
  };
}

/** Where each letter begins and ends; the letter itself is given by the program's own rule. */
function bandsOf(roll: Roll, track: TrackRoll, cuts: Cuts): readonly Band[] {
  const { students } = track;
  const inForce = cutoffsInForce(roll, track.track, cuts);
  const ends = [...cuts.map(({ value }) => atOrAbove(track, value)), students.length];
  return ends.flatMap((to, index) => {
    const from = ends[index - 1] ?? 0;
    const first = students[from];
    return first === undefined || from >= to ? [] : [{ letter: letterOf(inForce, first.total), from, to }];
  });
}

/** The cut-offs as the program holds them. */
export function cutoffsInForce({ letters }: Roll, track: TrackId, cuts: Cuts): TrackCutoffs {
  return {
    track,
    cutoffs: cuts.map(({ letter, value }) => ({
      letter,
      cutoff: given("decision.cutoffs", `cut-off of ${letter}`, value),
    })),
    lowest: letters.at(-1)?.letter ?? "",
    source: { method: "frozen", by: "decision.cutoffs", from: undefined, fit: undefined },
  };
}

function moversOf(
  { letters }: Roll,
  { students }: TrackRoll,
  before: readonly Band[],
  after: readonly Band[],
): readonly Mover[] {
  const rank = new Map(letters.map(({ letter }, index) => [letter, index]));
  return before.flatMap((old) =>
    after
      .filter((band) => band.letter !== old.letter && band.from < old.to && old.from < band.to)
      .flatMap((band) => {
        const rises = (rank.get(band.letter) ?? 0) < (rank.get(old.letter) ?? 0);
        return students
          .slice(Math.max(old.from, band.from), Math.min(old.to, band.to))
          .map((student) => ({ student, from: old.letter, to: band.letter, rises }));
      }),
  );
}

function sideOf(gpa: Rational | undefined, { window }: TrackRoll): TrackOutcome["side"] {
  if (gpa === undefined || window === undefined) return undefined;
  if (compare(gpa, window.lowest) < 0) return "below";
  return compare(gpa, window.highest) > 0 ? "above" : "inside";
}
