// The cheapest cuts for every possible sum of grade points, one by one: slow, plain, and unlike the program's search.
import type Fraction from "fraction.js";
import { ZERO } from "./oracle-table.ts";

type Windowed = {
  readonly cuts: readonly { readonly from: number; readonly to: number }[];
  readonly counts: readonly number[]; // students of each distinct total
  readonly cost: (l: number, b: number) => bigint;
  readonly ranks: readonly number[];
  readonly tenths: readonly number[]; // grade points of each letter
  readonly gpa: readonly Fraction[];
};

const TENTHS: Record<string, number> = { A: 40, B: 30, C: 20, D: 10, F: 0 };

export const tenthsOf = (letters: readonly string[]): number[] =>
  letters.map((letter) => {
    const whole = TENTHS[letter.charAt(0)] ?? 0;
    if (letter === "A+") return whole;
    return whole + (letter.endsWith("+") ? 3 : letter.endsWith("-") ? -3 : 0);
  });

// The best cuts inside the window; undefined when `free` is inside, or when nothing is.
export function searchInWindow(problem: Windowed, free: readonly number[]): readonly number[] | undefined {
  const { cuts, counts, cost, ranks, tenths, gpa } = problem;
  const m = counts.length;
  const everybody = counts.reduce((sum, count) => sum + count, 0);
  const above = [0]; // students among the first b distinct totals
  for (const count of counts) above.push((above.at(-1) ?? 0) + count);
  const worth = (b: number, l: number): number => {
    return (above[b] ?? 0) * ((tenths[l] ?? 0) - (tenths[l + 1] ?? 0));
  };
  const base = everybody * (tenths[cuts.length] ?? 0);
  const inside = (sum: number): boolean =>
    gpa[0] !== undefined &&
    gpa[1] !== undefined &&
    gpa[0].mul(10 * everybody).lte(sum) &&
    gpa[1].mul(10 * everybody).gte(sum);
  if (gpa.length === 0 || inside(free.reduce((sum, b, l) => sum + worth(b, l), base))) return undefined;

  // keys[l][b][sum]: the least key of the cuts l.. at b or later whose grade points above the base make this sum.
  const top =
    gpa[1]
      ?.mul(10 * everybody)
      .sub(base)
      .floor() ?? ZERO;
  if (top.s < 0n) return undefined;
  const most = Math.min(Number(top.n), 40 * everybody); // worths are never negative: no part of a sum exceeds it
  const ranksAtMost = 1 + cuts.length * Math.max(...ranks);
  const keyOf = (l: number, b: number): number => {
    const key = Number(cost(l, b)) * ranksAtMost + (ranks[b] ?? 0);
    if (!Number.isSafeInteger(key * 100)) throw new Error("the oracle's keys are too large for this class");
    return key;
  };
  const keys: Float64Array[][] = cuts.map(() => []);
  const nothing = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
  nothing[0] = 0;
  const after = (l: number, b: number): Float64Array => keys[l]?.[b] ?? nothing;
  for (let l = cuts.length - 1; l >= 0; l--) {
    let later = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
    for (let b = m; b >= 0; b--) {
      const here = later.slice();
      const { from, to } = cuts[l] as { from: number; to: number };
      if (b >= from && b <= to) {
        const [added, key, rest] = [worth(b, l), keyOf(l, b), after(l + 1, b)];
        for (let sum = added; sum <= most; sum++)
          here[sum] = Math.min(here[sum] as number, key + (rest[sum - added] as number));
      }
      (keys[l] as Float64Array[])[b] = here;
      later = here;
    }
  }
  const first = after(0, 0);
  const sums = Array.from(first, (_, sum) => sum).filter((sum) => inside(base + sum));
  const least = Math.min(...sums.map((sum) => first[sum] as number));
  if (!Number.isFinite(least)) return undefined;
  const vectors = sums.filter((sum) => first[sum] === least).map((sum) => readOff(sum, least));
  return vectors.reduce((a, b) => (isMoreGenerous(b, a) ? b : a));

  function readOff(sum: number, key: number): number[] {
    const chosen: number[] = [];
    let [left, cheap, from] = [sum, key, 0];
    for (const l of cuts.keys()) {
      let b = m;
      const fits = (): boolean => {
        const bounds = cuts[l] as { from: number; to: number };
        const rest = left - worth(b, l);
        return (
          b >= bounds.from &&
          b <= bounds.to &&
          rest >= 0 &&
          keyOf(l, b) + (after(l + 1, b)[rest] as number) === cheap
        );
      };
      while (b >= from && !fits()) b--;
      if (b < from) throw new Error("the oracle lost its own cuts");
      chosen.push(b);
      left -= worth(b, l);
      cheap -= keyOf(l, b);
      from = b;
    }
    return chosen;
  }
}

function isMoreGenerous(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((cut, l) => cut !== b[l]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
