import { absolute, compare, type Rational, subtract, ZERO } from "../../exact/rational.ts";

/** Distinct totals s(1) > ... > s(m) at 0..m-1, and how many students the first b of them hold, b = 0..m. */
export function countDistinct(fitted: readonly Rational[]): {
  readonly totals: readonly Rational[];
  readonly students: readonly number[];
} {
  const sorted = fitted.toSorted((a, b) => compare(b, a));
  const totals: Rational[] = [];
  const students: number[] = [0];
  sorted.forEach((total, index) => {
    const last = totals.at(-1);
    if (last !== undefined && compare(last, total) === 0) students[students.length - 1] = index + 1;
    else {
      totals.push(total);
      students.push(index + 1);
    }
  });
  return { totals, students };
}

/** For each cut 0 < b < m: students below s(b) by `near` or less. */
export function nearMisses(
  totals: readonly Rational[],
  students: readonly number[],
  near: Rational,
): readonly number[] {
  const counts = [0];
  let reach = 0;
  for (let b = 1; b < totals.length; b += 1) {
    const lowest = subtract(totals[b - 1] ?? ZERO, near);
    reach = Math.max(reach, b);
    while (reach < totals.length && compare(totals[reach] ?? ZERO, lowest) >= 0) reach += 1;
    counts.push((students[reach] ?? 0) - (students[b] ?? 0));
  }
  counts.push(0);
  return counts;
}

/** The dense rank of the gap s(b) - s(b+1), 0 for the widest; at 0 and m the number of different widths. */
export function gapRanks(totals: readonly Rational[]): readonly number[] {
  const gaps = totals.slice(1).map((total, index) => absolute(subtract(totals[index] ?? ZERO, total)));
  const order = gaps.map((_, index) => index).sort((a, b) => compare(gaps[b] ?? ZERO, gaps[a] ?? ZERO));
  const ranks = new Array<number>(gaps.length).fill(0);
  let rank = 0;
  order.forEach((gap, position) => {
    const previous = order[position - 1];
    if (previous !== undefined && compare(gaps[previous] ?? ZERO, gaps[gap] ?? ZERO) !== 0) rank += 1;
    ranks[gap] = rank;
  });
  const widths = gaps.length === 0 ? 0 : rank + 1;
  return [widths, ...ranks, ...(totals.length === 0 ? [] : [widths])];
}

/** Distinct totals at or above a cut-off; undefined without one. */
export function atOrAbove(totals: readonly Rational[], cutoff: Rational | undefined): number | undefined {
  if (cutoff === undefined) return undefined;
  const below = totals.findIndex((total) => compare(total, cutoff) < 0);
  return below < 0 ? totals.length : below;
}
