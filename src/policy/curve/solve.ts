import { type Integer, plus } from "../../exact/integer.ts";
import type { CurveProblem } from "./problem.ts";

/** The one best vector of cuts: cost over the problem's unit, then gap ranks, then the most generous. */
export interface Cuts {
  /** b(1) <= ... <= b(K): how many distinct totals stand at or above each letter. */
  readonly cuts: readonly number[];
  readonly cost: Integer;
  readonly rank: number;
}

interface Best {
  readonly cost: Integer;
  readonly rank: number;
  /** Where this cut falls; the rest of the way is in the next layer. */
  readonly b: number;
}

/**
 * Exact without the GPA window: a dynamic program from the last cut to the first. Layer l holds, for each b, the
 * best way to place the cuts l..K at b or later; ties go to the larger b, so the first layer reads off the most
 * generous vector. O(K m). Undefined when the bounds leave no vector.
 */
export function solve(problem: CurveProblem): Cuts | undefined {
  const size = problem.totals.length;
  const layers: (readonly (Best | undefined)[])[] = [];
  let below: readonly (Best | undefined)[] | undefined;
  for (let cut = problem.letters.length - 2; cut >= 0; cut -= 1) {
    below = layer(problem, cut, size, below);
    layers.unshift(below);
  }
  const cuts: number[] = [];
  let from = 0;
  for (const best of layers) {
    const chosen = best[from];
    if (chosen === undefined) return undefined;
    cuts.push(chosen.b);
    from = chosen.b;
  }
  return { cuts, cost: layers[0]?.[0]?.cost ?? 0, rank: layers[0]?.[0]?.rank ?? 0 };
}

function layer(
  problem: CurveProblem,
  cut: number,
  size: number,
  below: readonly (Best | undefined)[] | undefined,
): readonly (Best | undefined)[] {
  const { least = 0, greatest = size } = problem.bounds[cut] ?? {};
  const best = new Array<Best | undefined>(size + 1);
  let found: Best | undefined;
  for (let b = size; b >= 0; b -= 1) {
    const rest = below === undefined ? NOTHING : below[b];
    if (rest !== undefined && b >= least && b <= greatest) {
      const cost = plus(problem.cost(cut, b), rest.cost);
      const rank = (problem.rank[b] ?? 0) + rest.rank;
      if (found === undefined || cost < found.cost || (cost === found.cost && rank < found.rank))
        found = { cost, rank, b };
    }
    best[b] = found;
  }
  return best;
}

const NOTHING: Best = { cost: 0, rank: 0, b: 0 };
