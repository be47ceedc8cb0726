import { type Integer, modulo, plus, times } from "../../exact/integer.ts";
import { NONE, type Objective } from "./objective.ts";
import type { Span } from "./problem.ts";

/** A lower bound for the value of the cuts from `cut` on, none before b, that bring the points into the window. */
export type Bound = (cut: number, b: number, points: Integer) => Integer;

/**
 * The bound of one price. It keeps the best completions by the remainder of their points modulo `modulus`: where
 * a cut can slide at the price's own rate, only the remainder tells which sums it can reach.
 */
export function boundAt(objective: Objective, window: Span, price: Integer, modulus: number): Bound {
  const isBelow = price >= 0;
  const edge = isBelow ? window.least : window.greatest;
  const size = isBelow ? price : times(price, -1);
  const width = plus(window.greatest, times(window.least, -1));
  const rows = remainders(objective, price, modulus).map((row) =>
    nearestTo(row, modulus, isBelow, size, width),
  );
  return (cut, b, points) => {
    const needed = plus(edge, times(points, -1));
    const reduced = rows[cut]?.[b * modulus + modulo(needed, modulus)] ?? NONE;
    return reduced === NONE ? NONE : plus(reduced, times(price, needed));
  };
}

/** Row l, at b * modulus + r: the least reduced value of cuts l..K-1, none before b, with points of remainder r. */
function remainders(
  { value, points, bounds, size }: Objective,
  price: Integer,
  modulus: number,
): readonly (readonly Integer[])[] {
  const last = new Array<Integer>((size + 1) * modulus).fill(NONE);
  for (let b = 0; b <= size; b += 1) last[b * modulus] = 0;
  const rows: Integer[][] = [last];
  const discount = times(price, -1);
  for (let cut = value.length - 1; cut >= 0; cut -= 1) {
    const below = rows[0] ?? [];
    const row = new Array<Integer>((size + 1) * modulus).fill(NONE);
    const { least = 0, greatest = size } = bounds[cut] ?? {};
    for (let b = size; b >= 0; b -= 1) {
      const at = b * modulus;
      if (b < size) for (let r = 0; r < modulus; r += 1) row[at + r] = row[at + modulus + r] ?? NONE;
      if (b < least || b > greatest) continue;
      const added = points[cut]?.[b] ?? 0;
      const own = plus(value[cut]?.[b] ?? 0, times(discount, added));
      let to = modulo(added, modulus);
      for (let r = 0; r < modulus; r += 1) {
        const rest = below[at + r] ?? NONE;
        if (rest !== NONE) {
          const sum = plus(own, rest);
          if (sum < (row[at + to] ?? NONE)) row[at + to] = sum;
        }
        to = to + 1 === modulus ? 0 : to + 1;
      }
    }
    rows.unshift(row);
  }
  return rows;
}

/** The least over the remainders that can follow a needed one, each with the price of what it overshoots. */
function nearestTo(
  row: readonly Integer[],
  modulus: number,
  isBelow: boolean,
  price: Integer,
  width: Integer,
): readonly Integer[] {
  if (modulus === 1) return row;
  const found = new Array<Integer>(row.length).fill(NONE);
  for (let at = 0; at < row.length; at += modulus)
    for (let needed = 0; needed < modulus; needed += 1)
      for (let over = 0; over < modulus && over <= width; over += 1) {
        const reached = row[at + ((isBelow ? needed + over : needed - over + modulus) % modulus)] ?? NONE;
        if (reached === NONE) continue;
        const sum = plus(reached, times(price, over));
        if (sum < (found[at + needed] ?? NONE)) found[at + needed] = sum;
      }
  return found;
}
