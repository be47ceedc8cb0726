import { floorDivide, type Integer, integer, plus, times } from "../../exact/integer.ts";
import { bestVector, completions, type Objective, type Vector } from "./objective.ts";
import type { Span } from "./problem.ts";

/** The price of a grade point at which the relaxed problem steps over the edge of the window. */
export interface Critical {
  readonly price: Integer;
  /** No vector inside the window has a smaller value. */
  readonly bound: Integer;
  /** The cut that moves most between the two sides of the edge. */
  readonly cut: number;
  /** Where that cut falls on either side, the smaller first. */
  readonly between: readonly [number, number];
}

/**
 * Lagrange: with every grade point sold at `price`, the best vector of the program without a window bounds all
 * vectors inside it. The bound is concave in the price; the secant between a vector on either side of the edge
 * climbs to its top in a few steps. `free` is outside the window, `far` on or beyond the edge that `free` misses.
 */
export function criticalPrice(objective: Objective, window: Span, free: Vector, far: Vector): Critical {
  const isBelow = free.points < window.least;
  const edge = isBelow ? window.least : window.greatest;
  const misses = ({ points }: Vector) => (isBelow ? points < edge : points > edge);
  let [outside, beyond] = [free, far];
  for (;;) {
    const price = floorDivideSigned(
      plus(beyond.value, times(outside.value, -1)),
      plus(beyond.points, times(outside.points, -1)),
    );
    const rows = completions(objective, price);
    const found = bestVector(objective, rows);
    if (found === undefined) throw new Error("a curve with cut-offs lost them at a price");
    const reduced = ({ value, points }: Vector) => plus(value, times(price, times(points, -1)));
    if (reduced(found) >= reduced(outside) || reduced(found) >= reduced(beyond)) {
      const cut = widest(objective, outside, beyond);
      const ends = [outside.cuts[cut] ?? 0, beyond.cuts[cut] ?? 0] as const;
      const between = [Math.min(...ends), Math.max(...ends)] as const;
      return { price, bound: plus(reduced(found), times(price, edge)), cut, between };
    }
    if (misses(found)) outside = found;
    else beyond = found;
  }
}

function floorDivideSigned(a: Integer, b: Integer): Integer {
  return b < 0 ? floorDivide(times(a, -1), times(b, -1)) : floorDivide(a, b);
}

function widest({ points }: Objective, a: Vector, b: Vector): number {
  const moved = points.map((row, cut) => {
    const difference = plus(row[a.cuts[cut] ?? 0] ?? 0, times(row[b.cuts[cut] ?? 0] ?? 0, -1));
    return integer(difference < 0 ? times(difference, -1) : difference);
  });
  let most = 0;
  for (const cut of moved.keys()) if ((moved[cut] ?? 0) > (moved[most] ?? 0)) most = cut;
  return most;
}
