import type { Rational } from "../../exact/rational.ts";
import type { Letter } from "../parameters.ts";

/** A way to find cut-offs for a class; `frozen` and `same-as` only take over what was found before. */
export type CurveMethod = "fixed" | "shift" | "shares" | "guideline";

/** What a method found on a class, with what it proves of it; GPA and cost as exact fractions. */
export type Fit = GuidelineFit | SharesFit | ShiftFit;

interface Fitted {
  /** Letter-graded undergraduates whose totals it was fitted on. */
  readonly students: number;
  readonly distinctTotals: number;
  /** Of these students, under the cut-offs. */
  readonly gpa: Rational;
}

/** Proved optimal: no cuts that obey the rules, and the window where it can be met, cost less. */
export interface GuidelineFit extends Fitted {
  readonly method: "guideline";
  /** The letters that take part, from best to worst. */
  readonly letters: readonly Letter[];
  /** Distinct totals at or above each of these letters but the last. */
  readonly cuts: readonly number[];
  /** In students; the lower bound is the same number. */
  readonly cost: Rational;
  readonly window: WindowFit;
}

/** Each cut the nearest to its quota; `cost` is the sum of the distances, in students. */
export interface SharesFit extends Fitted {
  readonly method: "shares";
  readonly letters: readonly Letter[];
  readonly cuts: readonly number[];
  readonly cost: Rational;
}

export interface ShiftFit extends Fitted {
  readonly method: "shift";
  readonly target: Rational;
  /** Percent points by which every cut-off was lowered: the smallest multiple of the step that reaches the target. */
  readonly lowered: Rational;
  /** Whether the target is reached; where no shift reaches it, nothing was lowered. */
  readonly reached: boolean;
  /** The highest GPA that a shift can reach. */
  readonly highest: Rational;
}

/** How the GPA window came to bear. */
export type WindowFit =
  /** It did not: the cuts are optimal without it too. */
  | { readonly kind: "inside" }
  /** It did: what the best cuts without it would have cost, and their GPA. */
  | { readonly kind: "binding"; readonly free: FreeOptimum }
  | UnattainableWindow;

export interface FreeOptimum {
  readonly cuts: readonly number[];
  readonly cost: Rational;
  readonly gpa: Rational;
}

/** No cuts meet the window, so the cuts are the best without it. */
export interface UnattainableWindow {
  readonly kind: "unattainable";
  /** Whether every attainable GPA lies below or above it, or on both sides with none inside. */
  readonly side: "below" | "above" | "around";
  /** The lowest and highest GPA of any cuts that obey the rules. */
  readonly lowest: Rational;
  readonly highest: Rational;
  /** The nearest attainable GPAs on either side of the window, where they exist and are known. */
  readonly nearestBelow: Rational | undefined;
  readonly nearestAbove: Rational | undefined;
  /** The rules without which the interval would reach further towards the window; none where only the letters or the size of the class forbid it. */
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly rule: "guaranteed" | "minimum";
  readonly letter: Letter;
  readonly cutoff: Rational;
}

/** Fewer students than this are too few for shares to mean much. */
const FEW = 20;

export function sharesMeanLittle({ students, method }: Fit): boolean {
  return method !== "shift" && students < FEW;
}
