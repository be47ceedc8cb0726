// The curve: a memoised recursion over (letter, b), or over every sum of grade points where the GPA window binds,
// and the published cut-offs.
import Fraction from "fraction.js";
import type { Curve } from "./oracle-policy.ts";
import { floorDiv, ZERO } from "./oracle-table.ts";
import { searchInWindow, tenthsOf } from "./oracle-window.ts";

export type Cutoff = { readonly letter: string; readonly cutoff: Fraction };

// A choice of the last cuts with its complete key, in the order in which keys are compared.
type Choice = { readonly cost: bigint; readonly rank: number; readonly cuts: readonly number[] };

type Group = { readonly total: bigint; readonly students: number }; // one distinct total, in units of 1/scale

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const commonDenominator = (values: readonly Fraction[]): bigint =>
  values.reduce((lcm, { d }) => (lcm / gcd(lcm, d)) * d, 1n);
const scaled = (value: Fraction, scale: bigint): bigint => (value.s * value.n * scale) / value.d;
const maxOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const minOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);

// By quota: every student counts one, nobody's near miss counts, and no gap is better than another.
const asQuota = (curve: Curve): Curve => ({
  ...curve,
  edgeWeight: new Fraction(1),
  innerWeight: new Fraction(1),
  nearWeight: ZERO,
});

export function fitCurve(totals: readonly Fraction[], given: Curve): Cutoff[] {
  const isQuota = given.method === "shares";
  const curve = isQuota ? asQuota(given) : given;
  const letters = curve.groups.flatMap((group) => group.letters);
  const bounds = [...curve.guaranteed.values(), ...curve.minimum.values()];
  const scale = commonDenominator([...totals, ...bounds, curve.near]);
  const groups = distinct(totals.map((total) => scaled(total, scale)));
  const near = scaled(curve.near, scale);
  const atLeast = (bound: Fraction): number =>
    groups.filter((group) => group.total >= scaled(bound, scale)).length;
  const cuts = letters.slice(0, -1).map((letter) => {
    const guaranteed = curve.guaranteed.get(letter);
    const minimum = curve.minimum.get(letter);
    return {
      from: guaranteed ? atLeast(guaranteed) : 0,
      to: minimum ? atLeast(minimum) : groups.length,
    };
  });
  const cost = costOf(groups, near, curve);
  const ranks = isQuota ? gapRanks(groups).map(() => 0) : gapRanks(groups);
  const free = search(groups, cuts, cost, ranks);
  const counts = groups.map(({ students }) => students);
  const window = { cuts, counts, cost, ranks, tenths: tenthsOf(letters), gpa: curve.gpa };
  const chosen = searchInWindow(window, free) ?? free;
  return published(letters, chosen, groups, near, scale, curve);
}

function distinct(totals: readonly bigint[]): Group[] {
  const count = new Map<bigint, number>();
  for (const total of totals) count.set(total, (count.get(total) ?? 0) + 1);
  const groups = [...count].map(([total, students]) => ({ total, students }));
  return groups.sort((a, b) => (a.total > b.total ? -1 : 1));
}

// The cost of letter l's cut at b, in integer units.
function costOf(groups: readonly Group[], near: bigint, curve: Curve): (l: number, b: number) => bigint {
  const above = [0]; // above[b] = students among the first b distinct totals
  for (const group of groups) above.push((above[above.length - 1] ?? 0) + group.students);
  const everybody = new Fraction(above[groups.length] ?? 0);
  const misses = groups.map((group, i) => {
    if (i === groups.length - 1) return 0;
    const close = groups.filter((other) => other.total < group.total && other.total >= group.total - near);
    return close.reduce((sum, other) => sum + other.students, 0);
  });
  const targets: { weight: Fraction; goal: Fraction }[] = [];
  let cumulative = ZERO;
  for (const group of curve.groups) {
    for (const i of group.letters.keys()) {
      cumulative = cumulative.add(group.percent.div(100).div(group.letters.length));
      const weight = i === group.letters.length - 1 ? curve.edgeWeight : curve.innerWeight;
      targets.push({ weight, goal: weight.mul(cumulative).mul(everybody) });
    }
  }
  const unit = commonDenominator([
    ...targets.flatMap(({ weight, goal }) => [weight, goal]),
    curve.nearWeight,
  ]);
  const kappa = scaled(curve.nearWeight, unit);
  const integers = targets.map(({ weight, goal }) => [scaled(weight, unit), scaled(goal, unit)] as const);
  return (l, b) => {
    const [weight, goal] = integers[l] as readonly [bigint, bigint];
    const off = weight * BigInt(above[b] ?? 0) - goal;
    return (off < 0n ? -off : off) + kappa * BigInt(misses[b - 1] ?? 0);
  };
}

// Dense rank of the gap under the first b totals: 0 for the widest; at either end the number of widths.
function gapRanks(groups: readonly Group[]): number[] {
  const gaps = groups.slice(1).map((group, i) => (groups[i] as Group).total - group.total);
  const widths = [...new Set(gaps)].sort((a, b) => (a > b ? -1 : 1));
  const rank = new Map(widths.map((width, i) => [width, i]));
  return [widths.length, ...gaps.map((gap) => rank.get(gap) ?? 0), widths.length];
}

function search(
  groups: readonly Group[],
  allowed: readonly { from: number; to: number }[],
  cost: (l: number, b: number) => bigint,
  ranks: readonly number[],
): readonly number[] {
  const known = allowed.map(() => new Map<number, Choice | undefined>());
  // The best cuts for letter l and the letters below it, none of them before b.
  const best = (l: number, b: number): Choice | undefined => {
    const memory = known[l];
    if (!memory) return { cost: 0n, rank: 0, cuts: [] };
    if (!memory.has(b)) memory.set(b, better(cutHere(l, b), b < groups.length ? best(l, b + 1) : undefined));
    return memory.get(b);
  };
  const cutHere = (l: number, b: number): Choice | undefined => {
    const { from, to } = allowed[l] as { from: number; to: number };
    const rest = b < from || b > to ? undefined : best(l + 1, b);
    if (!rest) return undefined;
    return { cost: cost(l, b) + rest.cost, rank: (ranks[b] ?? 0) + rest.rank, cuts: [b, ...rest.cuts] };
  };
  const found = best(0, 0);
  if (!found) throw new Error("the guaranteed and minimum cut-offs contradict each other");
  return found.cuts;
}

function better(a: Choice | undefined, b: Choice | undefined): Choice | undefined {
  if (!a || !b) return a ?? b;
  if (a.cost !== b.cost) return a.cost < b.cost ? a : b;
  if (a.rank !== b.rank) return a.rank < b.rank ? a : b;
  const at = a.cuts.findIndex((cut, i) => cut !== b.cuts[i]);
  return at < 0 || (a.cuts[at] ?? 0) > (b.cuts[at] ?? 0) ? a : b;
}

function published(
  letters: readonly string[],
  cuts: readonly number[],
  groups: readonly Group[],
  near: bigint,
  scale: bigint,
  curve: Curve,
): Cutoff[] {
  const rows: Cutoff[] = [];
  for (const [l, b] of cuts.entries()) {
    const letter = letters[l] as string;
    const guaranteed = curve.guaranteed.get(letter);
    const minimum = curve.minimum.get(letter);
    if (b === (cuts[l - 1] ?? 0)) {
      const last = rows[rows.length - 1];
      if (guaranteed && (!last || guaranteed.lt(last.cutoff))) rows.push({ letter, cutoff: guaranteed });
      continue;
    }
    const lowest = (groups[b - 1] as Group).total;
    const top = guaranteed ? minOf(lowest, scaled(guaranteed, scale)) : lowest;
    const below = groups[b]?.total ?? lowest - near;
    // Nobody is below the last total: there a guaranteed cut-off may lie under the whole interval.
    if (guaranteed && top <= below) {
      rows.push({ letter, cutoff: guaranteed });
      continue;
    }
    const floor = minimum && scaled(minimum, scale) > below ? scaled(minimum, scale) : undefined;
    rows.push({ letter, cutoff: simplest(floor ?? below, floor !== undefined, top, scale) });
  }
  return rows;
}

// The decimal between two totals with the fewest digits; of several the nearest the middle, then the lower.
export function simplest(low: bigint, withLow: boolean, high: bigint, scale: bigint): Fraction {
  for (let power = 1n; ; power *= 10n) {
    const from = withLow ? -floorDiv(-low * power, scale) : floorDiv(low * power, scale) + 1n;
    const to = floorDiv(high * power, scale);
    if (from > to) continue;
    const middle = -floorDiv(scale - (low + high) * power, 2n * scale); // rounded, halves down
    return new Fraction(minOf(maxOf(middle, from), to), power);
  }
}
