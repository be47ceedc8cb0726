import { type Derivation, derive, operation, type Step } from "../../derivation/derivation.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import type { Citation, Letter, TrackId } from "../parameters.ts";
import type { CurveMethod, Fit } from "./certificate.ts";
import type { FrozenOrigin } from "./origin.ts";

/** A cut-off in force: the letter is earned by totals at or above it, in percent points. */
export interface Cutoff {
  readonly letter: Letter;
  readonly cutoff: Derivation<Rational>;
}

/** How the cut-offs of a track were found. */
export interface CutoffSource {
  readonly method: "frozen" | "same-as" | CurveMethod;
  readonly by: Citation;
  /** The track whose cut-offs these are, where they were taken over. */
  readonly from: TrackId | undefined;
  /** Where they rest on the totals of the class; undefined for frozen, fixed and taken over. */
  readonly fit: Fit | undefined;
  /** How frozen ones were found, where their file says so. */
  readonly origin?: FrozenOrigin | undefined;
}

export interface TrackCutoffs {
  readonly track: TrackId;
  /** Highest first. */
  readonly cutoffs: readonly Cutoff[];
  /** The letter of who reaches no cut-off. */
  readonly lowest: Letter;
  readonly source: CutoffSource;
}

/** The letter of a total: the best one whose cut-off it reaches, exactly. */
export function letterOf({ cutoffs, lowest }: TrackCutoffs, total: Rational): Letter {
  return cutoffs.find(({ cutoff }) => compare(total, cutoff.value) >= 0)?.letter ?? lowest;
}

/** The letter as a derivation from the total, the cut-off that it reached and the next one, which it did not. */
export function earnedLetter(track: TrackCutoffs, total: Derivation<Rational>): Step<Letter> {
  const { cutoffs, lowest, source } = track;
  const reached = cutoffs.findIndex(({ cutoff }) => compare(total.value, cutoff.value) >= 0);
  const own = cutoffs[reached];
  const better = cutoffs[reached < 0 ? cutoffs.length - 1 : reached - 1];
  if (own === undefined)
    return better === undefined
      ? derive(
          source.by,
          "letter",
          operation("below every cut-off", () => lowest),
        )
      : derive(
          source.by,
          "letter",
          operation(`below the lowest cut-off: ${lowest}`, (value: Rational, missed: Rational) =>
            compare(value, missed) < 0 ? lowest : "",
          ),
          total,
          better.cutoff,
        );
  const rule = operation(
    `at or above the cut-off: ${own.letter}`,
    (value: Rational, cutoff: Rational, ...above: readonly Rational[]) =>
      compare(value, cutoff) >= 0 && above.every((next) => compare(value, next) < 0) ? own.letter : "",
  );
  return derive(
    source.by,
    "letter",
    rule,
    total,
    own.cutoff,
    ...(better === undefined ? [] : [better.cutoff]),
  );
}
