import { compare, type Rational, rational } from "../../exact/rational.ts";
import { gradePointAverage } from "../../policy/curve/gpa.ts";
import type { Component, Letter, Policy, TrackId } from "../../policy/parameters.ts";
import type { Grade, Grades } from "../../policy/policy.ts";
import { componentStatistics } from "../class/components.ts";
import { distributions, isLetterGrade } from "../distribution.ts";
import { joined } from "./groups.ts";

/** Fewer students than this are never printed apart, unless somebody asks for another number. */
export const THRESHOLD = 10;

/** What may be posted: aggregates of one population a track, each of `threshold` students or more. */
export interface PublicReport {
  readonly title: string;
  readonly threshold: number;
  readonly tracks: readonly PublicTrack[];
}

/** A track's letter grades that its totals alone decide; nothing else is counted, so nothing can be subtracted. */
export type PublicTrack = {
  readonly track: TrackId;
  readonly provisional: boolean;
} & ({ readonly kind: "too small" } | PublicFigures);

export interface PublicFigures {
  readonly kind: "shown";
  readonly students: number;
  /** The best first; they add up to the students. */
  readonly letters: readonly PublicGroup[];
  /** Undefined where all letters are joined: it alone would tell of them. */
  readonly gpa: Rational | undefined;
  /** The highest first; the borders between letters are borders here too. */
  readonly bins: readonly PublicBin[];
  readonly components: readonly PublicComponent[];
}

/** Whole letters, several where one alone is too small. */
export interface PublicGroup {
  readonly letters: readonly Letter[];
  /** The lowest total that earns the group; undefined for the lowest. */
  readonly cutoff: Rational | undefined;
  readonly students: number;
}

/** Totals from `from` (undefined: from the lowest) up to `to` (undefined: to the highest), itself not included. */
export interface PublicBin {
  readonly from: Rational | undefined;
  readonly to: Rational | undefined;
  readonly students: number;
}

/** Each is undefined where too few students stand on one side of it. */
export interface PublicComponent {
  readonly component: Component;
  readonly mean: Rational | undefined;
  readonly lower: Rational | undefined;
  readonly median: Rational | undefined;
  readonly upper: Rational | undefined;
}

/** Width of a bin before neighbours are joined, in percent points. */
const BIN = 5;

export function publicReport(policy: Policy, grades: Grades, threshold: number): PublicReport {
  return {
    title: policy.title,
    threshold,
    tracks: distributions(policy, grades).map(({ track, provisional, cutoffs }) => {
      const own = grades.grades.filter((grade) => isCounted(policy, track, grade));
      const base = { track, provisional: provisional > 0 };
      if (own.length < threshold) return { ...base, kind: "too small" };
      const cuts = cutoffs.cutoffs.map(({ letter, cutoff }) => ({ letter, value: cutoff.value }));
      return { ...base, ...figures(policy, track, own, cuts, threshold) };
    }),
  };
}

/** A final letter grade that comes from the total: a given letter would not fit between the cut-offs. */
function isCounted(policy: Policy, track: TrackId, grade: Grade): boolean {
  const { assessment, status, total } = grade;
  if (assessment.student.track !== track || status.kind !== "final" || total === undefined) return false;
  return isLetterGrade(
    grade,
    policy.letters.map(({ letter }) => letter),
  );
}

interface Cut {
  readonly letter: Letter;
  readonly value: Rational;
}

function figures(
  policy: Policy,
  track: TrackId,
  grades: readonly Grade[],
  cuts: readonly Cut[],
  threshold: number,
): PublicFigures {
  const totals = grades.flatMap(({ total }) => total?.value ?? []).toSorted((a, b) => compare(b, a));
  const { letters, bins } = grouped(wholeLetters(policy, totals, cuts), totals, threshold);
  const graded = grades.flatMap(({ letter }) => letter?.value ?? []);
  return {
    kind: "shown",
    students: totals.length,
    letters,
    gpa: letters.length > 1 ? gradePointAverage(graded, policy.letters) : undefined,
    bins,
    components: componentStatistics(policy, track, grades).map(({ component, n, statistics: found }) => ({
      component,
      mean: n >= threshold ? found?.mean : undefined,
      lower: n >= 4 * threshold ? found?.lower : undefined,
      median: n >= 2 * threshold ? found?.median : undefined,
      upper: n >= 4 * threshold ? found?.upper : undefined,
    })),
  };
}

/** A, B, C, ... without plus and minus: the first character of a letter. */
function wholeLetters(
  policy: Policy,
  totals: readonly Rational[],
  cuts: readonly Cut[],
): readonly PublicGroup[] {
  const whole = [...new Set(policy.letters.map(({ letter }) => letter.slice(0, 1)))];
  // A whole letter reaches down to the lowest cut-off of its kind; one without any cut-off holds nobody, but the last.
  const groups = whole.flatMap((letter, index) => {
    const own = cuts.findLast((cut) => cut.letter.startsWith(letter));
    const isLast = index === whole.length - 1;
    return own === undefined && !isLast ? [] : [{ letter, cutoff: isLast ? undefined : own?.value }];
  });
  return groups.map(({ letter, cutoff }, index) => ({
    letters: [letter],
    cutoff,
    students: countBetween(totals, cutoff, groups[index - 1]?.cutoff),
  }));
}

/**
 * Letters, and bins inside them, joined as the bar rises to the threshold student by student: no border of a bin lies
 * beside one of a letter, and a page with a higher threshold shows nothing apart that one with a lower joins.
 */
function grouped(whole: readonly PublicGroup[], totals: readonly Rational[], threshold: number) {
  let letters = whole;
  let bins = cells(whole, totals);
  for (let bar = 1; bar <= threshold; bar += 1) {
    letters = joined(letters, joinLetters, bar);
    bins = letters.flatMap(({ cutoff }, index) => {
      const above = letters[index - 1]?.cutoff;
      return joined(
        bins.filter((bin) => isInside(bin, cutoff, above)),
        joinBins,
        bar,
      );
    });
  }
  return { letters, bins };
}

const joinLetters = (better: PublicGroup, worse: PublicGroup): PublicGroup => ({
  letters: [...better.letters, ...worse.letters],
  cutoff: worse.cutoff,
  students: better.students + worse.students,
});

const joinBins = (upper: PublicBin, lower: PublicBin): PublicBin => ({
  from: lower.from,
  to: upper.to,
  students: upper.students + lower.students,
});

/** The totals cut at every whole letter and at the multiples of five. */
function cells(whole: readonly PublicGroup[], totals: readonly Rational[]): readonly PublicBin[] {
  const cuts = whole.flatMap(({ cutoff }) => cutoff ?? []);
  const apart = MULTIPLES.filter((edge) => cuts.every((cut) => compare(cut, edge) !== 0));
  const inner = [...cuts, ...apart].sort((a, b) => compare(b, a));
  const edges = [undefined, ...inner, undefined];
  return edges.slice(1).map((from, at) => {
    const to = edges[at];
    return { from, to, students: countBetween(totals, from, to) };
  });
}

function isInside(
  { from, to }: PublicBin,
  cutoff: Rational | undefined,
  above: Rational | undefined,
): boolean {
  const isBelow = above === undefined || (to !== undefined && compare(to, above) <= 0);
  return isBelow && (cutoff === undefined || (from !== undefined && compare(from, cutoff) >= 0));
}

/** From 115 down to 0, whoever has which total. */
const MULTIPLES = Array.from({ length: 24 }, (_, index) => rational((23 - index) * BIN));

function countBetween(
  totals: readonly Rational[],
  from: Rational | undefined,
  to: Rational | undefined,
): number {
  return totals.filter(
    (total) =>
      (from === undefined || compare(total, from) >= 0) && (to === undefined || compare(total, to) < 0),
  ).length;
}
