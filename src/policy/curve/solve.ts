import { commonDivisor, divideExactly, floorDivide, type Integer, plus, times } from "../../exact/integer.ts";
import { attainableSpan, attainableSums, cannotBeMissed } from "./attainable.ts";
import { boundAt } from "./bounds.ts";
import { bestInWindow, type Effort, USUAL_EFFORT } from "./boxes.ts";
import { bestVector, completions, type Objective, objectiveOf, scaled, type Vector } from "./objective.ts";
import type { CurveProblem, Span } from "./problem.ts";
import { reachOf } from "./search.ts";

/** The one best vector of cuts: cost over the problem's unit, then gap ranks, then the most generous. */
export interface Cuts {
  /** b(1) <= ... <= b(K): how many distinct totals stand at or above each letter. */
  readonly cuts: readonly number[];
  readonly cost: Integer;
  readonly rank: number;
  /** The sum of grade points over `points.unit`. */
  readonly points: Integer;
}

/** How the GPA window came to bear on the cuts. */
export type WindowOutcome =
  /** No window was asked for, or the best cuts without it lie inside: they are best with it too. */
  | { readonly kind: "none" }
  | { readonly kind: "inside" }
  /** `free` are the best cuts without the window. */
  | { readonly kind: "binding"; readonly free: Cuts }
  /** No cuts meet it. Sums of points over `points.unit`, like the nearest ones on either side where known. */
  | ({ readonly kind: "unattainable"; readonly attainable: Span } & Neighbours);

interface Neighbours {
  readonly below: Integer | undefined;
  readonly above: Integer | undefined;
}

export interface Solution {
  readonly best: Cuts;
  readonly window: WindowOutcome;
}

/**
 * Solves the whole problem, exactly: without the window by a dynamic program; if its GPA is inside, that is the
 * answer. Otherwise the best vector inside the window, or the free one where no vector is. Undefined when the
 * bounds leave no vector. A pure function of the problem: nothing is kept from one call to the next.
 */
export function solve(problem: CurveProblem, effort = USUAL_EFFORT): Solution | undefined {
  const objective = objectiveOf(problem);
  const free = bestVector(objective, completions(objective, 0));
  if (free === undefined) return undefined;
  const best = cutsOf(problem, free);
  const { window } = problem;
  if (window === undefined) return { best, window: { kind: "none" } };
  if (isInside(free.points, window)) return { best, window: { kind: "inside" } };
  const reach = reachOf(objective);
  const all = attainableSpan(reach);
  const unattainable = ({ below, above }: Neighbours): Solution => {
    const sum = (points: Integer) => plus(points, problem.points.base);
    const attainable = { least: sum(all.least), greatest: sum(all.greatest) };
    const [lower, upper] = [
      below === undefined ? below : sum(below),
      above === undefined ? above : sum(above),
    ];
    return { best, window: { kind: "unattainable", attainable, below: lower, above: upper } };
  };
  if (window.greatest < all.least) return unattainable({ below: undefined, above: all.least });
  if (window.least > all.greatest) return unattainable({ below: all.greatest, above: undefined });
  if (!cannotBeMissed(objective, window)) {
    const sums = attainableSums(objective, reach, window);
    if (sums.hits === false) return unattainable(sums);
  }
  const found = window.least > window.greatest ? undefined : search(problem, objective, window, effort);
  if (found === undefined) return unattainable({ below: undefined, above: undefined });
  return { best: cutsOf(problem, found), window: { kind: "binding", free: best } };
}

function search(problem: CurveProblem, plain: Objective, window: Span, effort: Effort): Vector | undefined {
  const objective = scaled(plain, scaleOf(plain, problem.points.steps));
  const prices = usualPrices(problem, objective);
  return bestInWindow(
    objective,
    window,
    (part, { price, cut }) => [
      boundAt(part, window, price, modulusOf(problem.points.steps[cut] ?? 0, part.size)),
      ...prices.map((own) => boundAt(part, window, own, 1)),
    ],
    effort,
  );
}

/** Zero, and the rates at which a single cut turns students into grade points, in both directions. */
function usualPrices({ weights, points }: CurveProblem, { scale, rankRange }: Objective): readonly Integer[] {
  const rates = weights.flatMap((weight, cut) => {
    const step = points.steps[cut] ?? 0;
    if (step <= 0) return [];
    const rate = floorDivide(times(times(weight, rankRange), scale), step);
    return [rate, times(rate, -1)];
  });
  return [0, ...new Set(rates)];
}

/** Sums that are kept in whole numbers: the scale makes a price an integer and leaves them safe where it can. */
const SAFE = 2 ** 48;

/** A multiple of all steps, so that the rate of a cut is an integer, as large as the numbers allow. */
function scaleOf({ value }: Objective, steps: readonly Integer[]): Integer {
  const most = value.reduce<Integer>(
    (sum, row) =>
      plus(
        sum,
        row.reduce((a, b) => (a > b ? a : b), 1),
      ),
    1,
  );
  const common = steps.reduce<Integer>((product, step) => leastCommonMultiple(product, step), 1);
  const room = floorDivide(SAFE, times(most, common));
  return room < 1 ? common : times(common, room > 1024 ? 1024 : room);
}

function leastCommonMultiple(a: Integer, b: Integer): Integer {
  return b <= 0 ? a : times(a, divideExactly(b, commonDivisor(a, b)));
}

/** The remainders worth keeping: those of the cut that slides, in bounded memory. */
function modulusOf(step: Integer, size: number): number {
  const own = Number(step < 0 ? times(step, -1) : step);
  return own >= 1 && own * (size + 1) <= 1_000_000 ? own : 1;
}

function isInside(points: Integer, { least, greatest }: Span): boolean {
  return least <= points && points <= greatest;
}

function cutsOf(problem: CurveProblem, { cuts, points }: Vector): Cuts {
  const rank = cuts.reduce((sum, b) => sum + (problem.rank[b] ?? 0), 0);
  const cost = cuts.reduce<Integer>((sum, b, cut) => plus(sum, problem.cost(cut, b)), 0);
  return { cuts, cost, rank, points: plus(points, problem.points.base) };
}
