import { parseDecimal } from "../../exact/decimal.ts";
import { compare, fromFractionText, type Rational } from "../../exact/rational.ts";
import type { Letter, LetterGrade, TrackId } from "../../policy/parameters.ts";
import type { ExplorerData, ExplorerStudent, ExplorerTrack } from "../../reports/class/explorer-data.ts";

/** The cut-off of a letter, in percent points. */
export interface Cut {
  readonly letter: Letter;
  readonly value: Rational;
}

/** The cut-offs of a track, the best letter first, each strictly above the next. */
export type Cuts = readonly Cut[];

export interface RollStudent {
  readonly sid: string;
  readonly name: string;
  /** In percent points, exact. */
  readonly total: Rational;
  /** The letter is in the GPA. */
  readonly graded: boolean;
  /** The proposal was fitted on it. */
  readonly fitted: boolean;
  /** What a letter other than a grade becomes: `P/NP` or `S/U`. */
  readonly basis: "letter" | "P/NP" | "S/U";
}

/** A track with its students in order of their totals, so that a cut-off is looked up and not counted. */
export interface TrackRoll {
  readonly track: TrackId;
  readonly follows: TrackId | undefined;
  readonly proposal: Cuts;
  /** The highest total first; equal totals by SID. */
  readonly students: readonly RollStudent[];
  /** Letter-graded students among the first n, for n = 0..students. */
  readonly graded: readonly number[];
  /** Of these, the ones that the proposal was fitted on. */
  readonly fitted: readonly number[];
  readonly given: ReadonlyMap<Letter, number>;
  readonly shares: ReadonlyMap<Letter, Rational>;
  readonly window: { readonly lowest: Rational; readonly highest: Rational } | undefined;
}

/** Everything that stays as it is while cut-offs move. */
export interface Roll {
  /** From best to worst; the last one needs no cut-off. */
  readonly letters: readonly LetterGrade[];
  readonly tracks: readonly TrackRoll[];
}

/** Reads what the page holds. */
export function rollOf({ letters, tracks }: ExplorerData): Roll {
  return {
    letters: letters.map(({ letter, points }) => ({ letter, points: exactOf(points) })),
    tracks: tracks.map((track, index) => trackOf(track, tracks.slice(0, index))),
  };
}

function trackOf(data: ExplorerTrack, earlier: readonly ExplorerTrack[]): TrackRoll {
  const students = data.students
    .flatMap(movable)
    .sort((a, b) => compare(b.total, a.total) || (a.sid < b.sid ? -1 : 1));
  const { track, from, cutoffs, guideline, window } = data;
  const same = earlier.find((other) => JSON.stringify(other.cutoffs) === JSON.stringify(cutoffs));
  return {
    track,
    follows: from ?? same?.track,
    proposal: cutoffs.map(({ letter, cutoff }) => ({ letter, value: exactOf(cutoff) })),
    students,
    graded: countsBefore(students, ({ graded }) => graded),
    fitted: countsBefore(students, ({ fitted }) => fitted),
    given: givenLetters(data.students),
    shares: new Map(guideline?.map(({ letter, share }) => [letter, exactOf(share)])),
    window:
      window === null ? undefined : { lowest: exactOf(window.lowest), highest: exactOf(window.highest) },
  };
}

/** A student whose letter comes from the total; one that was given outright stays. */
function movable([sid, name, total, , marks]: ExplorerStudent): readonly RollStudent[] {
  if (total === "" || marks.includes("d")) return [];
  const basis = marks.includes("p") ? "P/NP" : marks.includes("s") ? "S/U" : "letter";
  return [
    { sid, name, total: exactOf(total), graded: marks.includes("g"), fitted: marks.includes("f"), basis },
  ];
}

function givenLetters(students: ExplorerTrack["students"]): ReadonlyMap<Letter, number> {
  const given = new Map<Letter, number>();
  for (const [, , , letter, marks] of students)
    if (marks.includes("d") && marks.includes("g")) given.set(letter, (given.get(letter) ?? 0) + 1);
  return given;
}

function countsBefore(
  students: readonly RollStudent[],
  holds: (student: RollStudent) => boolean,
): readonly number[] {
  const counts = [0];
  students.forEach((student, index) => {
    counts.push((counts[index] ?? 0) + (holds(student) ? 1 : 0));
  });
  return counts;
}

/** An exact number of the page: a decimal or a fraction. */
function exactOf(text: string): Rational {
  return parseDecimal(text) ?? fromFractionText(text);
}

/** How many students have a total at or above a cut-off: a binary search. */
export function atOrAbove({ students }: Pick<TrackRoll, "students">, cutoff: Rational): number {
  let [from, to] = [0, students.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const student = students[middle];
    if (student !== undefined && compare(student.total, cutoff) >= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A cut-off as typed: a plain decimal, blanks around it ignored. */
export function typedCutoff(text: string): Rational | undefined {
  return parseDecimal(text.trim());
}
