import { type Integer, plus, times } from "../../exact/integer.ts";
import { NONE, type Objective } from "./objective.ts";
import type { Span } from "./problem.ts";
import type { Reach } from "./search.ts";

/** Which sums of points some vector of cuts has, around a window. */
export interface Attainable {
  /** Whether one lies in the window; undefined where the class is too large to list all sums. */
  readonly hits: boolean | undefined;
  /** The nearest sums outside the window, where they are known and exist. */
  readonly below: Integer | undefined;
  readonly above: Integer | undefined;
}

/** Bits of the list of sums, for all columns together, that are worth their memory (32 MiB). */
const MOST_BITS = 2 ** 28;

/** The interval of all sums. */
export function attainableSpan({ least, greatest }: Reach): Span {
  return { least: least[0]?.[0] ?? 0, greatest: times(greatest[0]?.[0] ?? 0, -1) };
}

/**
 * Between the vectors of the least and the greatest sum one can walk by moving one cut over one total at a time.
 * So a window that is wide enough for the largest such move, and lies between the two, is hit.
 */
export function cannotBeMissed({ points, size }: Objective, window: Span): boolean {
  const width = plus(window.greatest, times(window.least, -1));
  if (width < 0) return false;
  return points.every((row) => {
    for (let b = 1; b <= size; b += 1) {
      const move = plus(row[b] ?? 0, times(row[b - 1] ?? 0, -1));
      if ((move < 0 ? times(move, -1) : move) > plus(width, 1)) return false;
    }
    return true;
  });
}

/** All sums as the bits of one number, by the same program as the curve: O(K m) shifts of sets. */
export function attainableSums(objective: Objective, reach: Reach, window: Span): Attainable {
  const { points, bounds, size } = objective;
  const all = attainableSpan(reach);
  const range = plus(all.greatest, times(all.least, -1));
  if (times(plus(range, 1), size + 1) > MOST_BITS)
    return { hits: undefined, below: undefined, above: undefined };
  // A set of row l, column b, is shifted so that its bit 0 is the least sum of the completions from there.
  let below: readonly bigint[] = new Array<bigint>(size + 1).fill(1n);
  for (let cut = points.length - 1; cut >= 0; cut -= 1) {
    const { least = 0, greatest = size } = bounds[cut] ?? {};
    const [origin, next] = [reach.least[cut] ?? [], reach.least[cut + 1] ?? []];
    const row = new Array<bigint>(size + 1).fill(0n);
    let found = 0n;
    for (let b = size; b >= 0; b -= 1) {
      const own = origin[b] ?? NONE;
      if (own === NONE) continue;
      const before = origin[b + 1] ?? NONE;
      if (found !== 0n) found <<= BigInt(plus(before, times(own, -1)));
      const rest = below[b] ?? 0n;
      if (rest !== 0n && b >= least && b <= greatest) {
        const shift = plus(plus(points[cut]?.[b] ?? 0, next[b] ?? 0), times(own, -1));
        found |= rest << BigInt(shift);
      }
      row[b] = found;
    }
    below = row;
  }
  return around(below[0] ?? 0n, all.least, window);
}

/** What a set of sums, its bit 0 standing for `least`, holds in, below and above a window. */
function around(sums: bigint, least: Integer, window: Span): Attainable {
  const digits = sums.toString(2);
  const last = digits.length - 1;
  const place = (sum: Integer) => Number(plus(sum, times(least, -1)));
  const has = (bit: number) => digits[last - bit] === "1";
  /** The first sum from one place up to another, both within the list. */
  const rising = (from: number, to: number): Integer | undefined => {
    for (let bit = Math.max(from, 0); bit <= Math.min(to, last); bit += 1)
      if (has(bit)) return plus(least, bit);
    return undefined;
  };
  const falling = (from: number): Integer | undefined => {
    for (let bit = Math.min(from, last); bit >= 0; bit -= 1) if (has(bit)) return plus(least, bit);
    return undefined;
  };
  const [from, to] = [place(window.least), place(window.greatest)];
  const hits = rising(from, to) !== undefined;
  return { hits, below: falling(from - 1), above: rising(to + 1, last) };
}
