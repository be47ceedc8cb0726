import { shortestText } from "../../exact/decimal.ts";
import { fractionText, type Rational } from "../../exact/rational.ts";
import type { ClassReport, TrackReport } from "./class-report.ts";

/** What a script needs to move cut-offs exactly: all numbers are text, decimals or `numerator/denominator`. */
export interface ExplorerData {
  readonly policy: string;
  /** From best to worst with their grade points. */
  readonly letters: readonly { readonly letter: string; readonly points: string }[];
  readonly passing: { readonly pnp: string; readonly su: string };
  readonly tracks: readonly ExplorerTrack[];
}

export interface ExplorerTrack {
  readonly track: string;
  readonly method: string;
  /** The track whose cut-offs these are; null where they are its own. */
  readonly from: string | null;
  readonly provisional: boolean;
  /** Highest first. */
  readonly cutoffs: readonly { readonly letter: string; readonly cutoff: string }[];
  /** Of single letters in percent; null where the track has no guideline of its own. */
  readonly guideline: readonly { readonly letter: string; readonly share: string }[] | null;
  readonly window: { readonly lowest: string; readonly highest: string } | null;
  readonly students: readonly ExplorerStudent[];
}

/** SID, name, exact total (blank where a letter was given without one), the reported grade, and marks: `g` the letter is in the GPA, `f` it set the cut-offs, `d` the letter was given outright, `p` or `s` for P/NP or S/U. */
export type ExplorerStudent = readonly [
  sid: string,
  name: string,
  total: string,
  grade: string,
  marks: string,
];

export function explorerData({ policy, tracks }: ClassReport): ExplorerData {
  return {
    policy: policy.id,
    letters: policy.letters.map(({ letter, points }) => ({ letter, points: shortestText(points) })),
    passing: policy.passing,
    tracks: tracks.map(trackData),
  };
}

function trackData({ distribution, grades }: TrackReport): ExplorerTrack {
  const { track, cutoffs, letters, settings, provisional } = distribution;
  const { method, from } = cutoffs.source;
  const letterOf = (value: Rational | undefined, letter: string) =>
    value === undefined ? [] : [{ letter, share: fractionText(value) }];
  return {
    track,
    method,
    from: from ?? null,
    provisional: provisional > 0,
    cutoffs: cutoffs.cutoffs.map(({ letter, cutoff }) => ({ letter, cutoff: shortestText(cutoff.value) })),
    guideline:
      settings === undefined ? null : letters.flatMap(({ letter, guideline }) => letterOf(guideline, letter)),
    window:
      settings === undefined
        ? null
        : { lowest: shortestText(settings.gpa.lowest), highest: shortestText(settings.gpa.highest) },
    students: grades.flatMap((grade): readonly ExplorerStudent[] => {
      const { total, assessment, grade: reported, fitted, status } = grade;
      if (reported === undefined) return [];
      const { sid, name, basis } = assessment.student;
      const isLetter = basis === "letter" || basis === "unknown";
      const inGpa = isLetter && reported.value !== "RD" && reported.value !== "I";
      if (total === undefined && !inGpa) return [];
      const marks = [
        inGpa ? "g" : "",
        fitted ? "f" : "",
        status.kind === "given" ? "d" : "",
        basis === "pnp" ? "p" : basis === "su" ? "s" : "",
      ];
      return [
        [
          sid.value,
          name,
          total === undefined ? "" : fractionText(total.value),
          reported.value,
          marks.join(""),
        ],
      ];
    }),
  };
}
