import { plus, times } from "../../exact/integer.ts";
import { type Rational, rational, ZERO } from "../../exact/rational.ts";
import type {
  CurveSettings,
  FixedSettings,
  GuidelineSettings,
  LetterGrade,
  SharesSettings,
} from "../parameters.ts";
import { causesOf } from "./causes.ts";
import type { CurveMethod, Fit, WindowFit } from "./certificate.ts";
import { type CurveProblem, curveProblem } from "./problem.ts";
import { type PublishedCutoff, publish } from "./publish.ts";
import { shiftedCutoffs } from "./shift.ts";
import { type Solution, solve } from "./solve.ts";

/** Settings of a method that stands on its own. */
export type MethodSettings = Exclude<CurveSettings, { readonly method: "same-as" }>;

/** The cut-offs that a method gives a class, highest first, and its certificate. */
export interface Proposal {
  readonly method: CurveMethod;
  readonly cutoffs: readonly PublishedCutoff[];
  /** Undefined for fixed cut-offs, which do not look at the class. */
  readonly fit: Fit | undefined;
}

/**
 * Cut-offs by any method, for the totals of the fitted students in percent points. Undefined where the class is
 * empty and the method needs one. Pure, and fast enough to be asked again for every small change of a class.
 */
export function propose(
  settings: MethodSettings,
  totals: readonly Rational[],
  letters: readonly LetterGrade[],
): Proposal | undefined {
  if (settings.method === "fixed") return fixedCutoffs(settings, letters);
  if (totals.length === 0) return undefined;
  if (settings.method === "shift") return { method: "shift", ...shiftedCutoffs(settings, totals, letters) };
  return fittedCutoffs(settings, totals, letters);
}

function fixedCutoffs({ cutoffs }: FixedSettings, letters: readonly LetterGrade[]): Proposal {
  const inOrder = letters.flatMap(({ letter }) => {
    const cutoff = cutoffs.get(letter);
    return cutoff === undefined ? [] : [{ letter, cutoff }];
  });
  return { method: "fixed", cutoffs: inOrder, fit: undefined };
}

function fittedCutoffs(
  settings: GuidelineSettings | SharesSettings,
  totals: readonly Rational[],
  letters: readonly LetterGrade[],
): Proposal | undefined {
  const statement = curveProblem(totals, settings, letters);
  const solution = solve(statement);
  if (solution === undefined) return undefined;
  const { cuts, cost } = solution.best;
  const found = {
    students: totals.length,
    distinctTotals: statement.totals.length,
    gpa: averageOf(statement, solution.best.points),
    letters: statement.letters.map(({ letter }) => letter),
    cuts,
    cost: rational(cost, statement.unit),
  };
  return {
    method: settings.method,
    cutoffs: publish(statement, cuts, settings),
    fit:
      settings.method === "shares"
        ? { method: "shares", ...found }
        : { method: "guideline", ...found, window: windowFit(statement, solution, settings) },
  };
}

function windowFit(statement: CurveProblem, { window }: Solution, settings: GuidelineSettings): WindowFit {
  const average = (points: Parameters<typeof averageOf>[1]) => averageOf(statement, points);
  switch (window.kind) {
    case "none":
    case "inside":
      return { kind: "inside" };
    case "binding": {
      const { cuts, cost, points } = window.free;
      return { kind: "binding", free: { cuts, cost: rational(cost, statement.unit), gpa: average(points) } };
    }
    case "unattainable": {
      const { attainable, below, above } = window;
      const { base } = statement.points;
      const wanted = statement.window ?? { least: 0, greatest: 0 };
      const side =
        attainable.greatest < plus(wanted.least, base)
          ? "below"
          : attainable.least > plus(wanted.greatest, base)
            ? "above"
            : "around";
      return {
        kind: "unattainable",
        side,
        lowest: average(attainable.least),
        highest: average(attainable.greatest),
        nearestBelow: below === undefined ? undefined : average(below),
        nearestAbove: above === undefined ? undefined : average(above),
        causes: side === "around" ? [] : causesOf(statement, settings, side),
      };
    }
  }
}

function averageOf({ points, students }: CurveProblem, sum: CurveProblem["points"]["base"]): Rational {
  const size = students.at(-1) ?? 0;
  return size === 0 ? ZERO : rational(sum, times(points.unit, size));
}
