import { type Integer, times } from "../../../src/exact/integer.ts";
import { fractionText, rational } from "../../../src/exact/rational.ts";
import type { Effort } from "../../../src/policy/curve/boxes.ts";
import { curveProblem } from "../../../src/policy/curve/problem.ts";
import { solve } from "../../../src/policy/curve/solve.ts";
import { type BestCuts, bestInWindow } from "./brute-force.ts";
import type { Fraction } from "./fractions.ts";
import { exact, gradesOf, type Instance, randomInstance, settingsOf } from "./instances.ts";

/** The answer to an instance as text and small numbers, so that two of them compare key by key. */
export interface Found {
  readonly cost: string;
  readonly rank: number;
  readonly cuts: readonly number[];
  readonly window: string;
  /** What would be best without the window, where it binds. */
  readonly free?: {
    readonly cost: string;
    readonly cuts: readonly number[];
    readonly gpa: string;
  };
  /** Lowest and highest attainable GPA, and the nearest on either side, where the window cannot be met. */
  readonly attainable?: readonly (string | undefined)[];
}

/** With little effort the search halves down to single vectors; the answer must be the same. */
export const HALVING = { places: 0, students: 0 };

export function solved(instance: Instance, effort?: Effort): Found | undefined {
  const problem = curveProblem(instance.totals.map(exact), settingsOf(instance), gradesOf(instance));
  const found = solve(problem, effort);
  if (found === undefined) return undefined;
  const cost = (units: Integer) => fractionText(rational(units, problem.unit));
  const gpa = (sum: Integer | undefined) =>
    sum === undefined
      ? undefined
      : fractionText(rational(sum, times(problem.points.unit, instance.totals.length)));
  const { best, window } = found;
  const answer = {
    cost: cost(best.cost),
    rank: best.rank,
    cuts: best.cuts,
    window: window.kind,
  };
  if (window.kind === "binding") {
    const { free } = window;
    return {
      ...answer,
      free: {
        cost: cost(free.cost),
        cuts: free.cuts,
        gpa: gpa(free.points) ?? "",
      },
    };
  }
  if (window.kind !== "unattainable") return answer;
  const { attainable, below, above } = window;
  return {
    ...answer,
    attainable: [attainable.least, attainable.greatest, below, above].map(gpa),
  };
}

export function tried(instance: Instance): Found | undefined {
  const found = bestInWindow(instance);
  if (found === undefined) return undefined;
  const { best, free, kind } = found;
  const text = (value: Fraction | undefined) => value && fractionText(exact(value));
  const cost = (own: BestCuts) => text(own.cost) ?? "";
  const answer = {
    cost: cost(best),
    rank: best.rank,
    cuts: best.cuts,
    window: kind,
  };
  if (kind === "binding")
    return {
      ...answer,
      free: {
        cost: cost(free),
        cuts: free.cuts,
        gpa: text(found.freeGpa) ?? "",
      },
    };
  if (kind === "inside") return answer;
  return {
    ...answer,
    attainable: [found.lowest, found.highest, found.below, found.above].map(text),
  };
}

/** What the program and the brute force say of a range of random instances, where they differ. */
export function curveDisagreements(from: number, to: number, effort?: Effort): readonly string[] {
  const found: string[] = [];
  for (let seed = from; seed <= to; seed += 1) {
    const instance = randomInstance(seed);
    const [own, best] = [JSON.stringify(solved(instance, effort)), JSON.stringify(tried(instance))];
    if (own !== best) found.push(`instance ${seed}: ${own}, all cut vectors give ${best}`);
  }
  return found;
}
