import { type Integer, plus, times } from "../../exact/integer.ts";
import type { Bound } from "./bounds.ts";
import { completions, NONE, type Objective, type Vector } from "./objective.ts";
import type { Span } from "./problem.ts";

/** States remembered at most; beyond them the search goes on without remembering more. */
const REMEMBERED = 1_000_000;

/** What the search knows beforehand. */
export interface Knowledge {
  /** Lower bounds of completions; the sharpest first. */
  readonly bounds: readonly Bound[];
  /** The least and greatest points of the completions of (cut, b). */
  readonly reach: Reach;
}

export interface Reach {
  readonly least: readonly (readonly Integer[])[];
  /** Negated: the least of the negated points. */
  readonly greatest: readonly (readonly Integer[])[];
}

export function reachOf(objective: Objective): Reach {
  const negated = objective.points.map((row) => row.map((own) => times(own, -1)));
  return {
    least: completions({ ...objective, value: objective.points }, 0),
    greatest: completions({ ...objective, value: negated }, 0),
  };
}

/**
 * The best vector of a box inside the window and below the limit; undefined when there is none. Proof that it is:
 * vectors are visited in falling lexicographic order, and one is left out only where a lower bound shows that its
 * value is no smaller than the best so far (or the limit), or that its points stay outside the window. The first of
 * the smallest value is therefore also the lexicographically largest.
 */
export function searchBelow(
  objective: Objective,
  window: Span,
  { bounds, reach }: Knowledge,
  limit: Integer,
  open: readonly (readonly number[])[],
): Vector | undefined {
  const { value, points, size } = objective;
  const cuts = value.length;
  let best: Vector | undefined;
  let below = limit;
  const chosen: number[] = [];
  /** By cut, place and points so far: no completion is worth less. */
  const failed = new Map<Integer, Integer>();

  const isHopeless = (cut: number, b: number, spent: Integer, reached: Integer): boolean => {
    if (plus(reached, reach.least[cut]?.[b] ?? 0) > window.greatest) return true;
    if (plus(reached, times(reach.greatest[cut]?.[b] ?? 0, -1)) < window.least) return true;
    return bounds.some((bound) => {
      const rest = bound(cut, b, reached);
      return rest === NONE || plus(spent, rest) >= below;
    });
  };
  const place = (cut: number, from: number, spent: Integer, reached: Integer): void => {
    for (const b of open[cut] ?? []) {
      if (b < from) break;
      const [value1, points1] = [plus(spent, value[cut]?.[b] ?? 0), plus(reached, points[cut]?.[b] ?? 0)];
      const next = cut + 1;
      if (isHopeless(next, b, value1, points1)) continue;
      chosen[cut] = b;
      if (next === cuts) {
        best = { cuts: chosen.slice(), value: value1, points: points1 };
        below = value1;
        continue;
      }
      const key = plus(times(plus(times(points1, size + 1), b), cuts), next);
      const atLeast = failed.get(key);
      if (atLeast !== undefined && plus(value1, atLeast) >= below) continue;
      place(next, b, value1, points1);
      if (failed.size < REMEMBERED || atLeast !== undefined) failed.set(key, plus(below, times(value1, -1)));
    }
  };
  place(0, 0, 0, 0);
  return best;
}

/** For each cut the places, falling, through which some vector of the relaxed problem stays below the limit. */
export function survivors(
  objective: Objective,
  window: Span,
  price: Integer,
  limit: Integer,
): readonly (readonly number[])[] {
  const { value, points, bounds, size } = objective;
  const after = completions(objective, price);
  const edge = price >= 0 ? window.least : window.greatest;
  const allowed = plus(limit, times(times(price, edge), -1));
  let before: readonly Integer[] = new Array<Integer>(size + 1).fill(0);
  return value.map((row, cut) => {
    const { least = 0, greatest = size } = bounds[cut] ?? {};
    const open: number[] = [];
    const reduced = new Array<Integer>(size + 1).fill(NONE);
    let found: Integer = NONE;
    for (let b = 0; b <= size; b += 1) {
      const prefix = before[b] ?? NONE;
      if (prefix !== NONE && b >= least && b <= greatest) {
        const own = plus(row[b] ?? 0, times(price, times(points[cut]?.[b] ?? 0, -1)));
        const sum = plus(prefix, own);
        const rest = after[cut + 1]?.[b] ?? NONE;
        if (rest !== NONE && plus(sum, rest) < allowed) open.push(b);
        if (sum < found) found = sum;
      }
      reduced[b] = found;
    }
    before = reduced;
    return open.reverse();
  });
}
