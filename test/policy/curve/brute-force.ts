import { type Fraction, minus, of, order, plus, size, times } from "./fractions.ts";
import type { Instance } from "./instances.ts";

/** The best cut vector of an instance. */
export interface BestCuts {
  readonly letters: readonly string[];
  readonly cost: Fraction;
  readonly rank: number;
  readonly cuts: readonly number[];
}

/** The best of all cut vectors, within the window where one can be had, and which GPAs can be had. */
export interface BestInWindow {
  readonly best: BestCuts;
  readonly free: BestCuts;
  readonly freeGpa: Fraction;
  /** GPAs of all cut vectors: the lowest, the highest, the nearest ones outside the window. */
  readonly lowest: Fraction;
  readonly highest: Fraction;
  readonly below: Fraction | undefined;
  readonly above: Fraction | undefined;
  readonly kind: "inside" | "binding" | "unattainable";
}

export function bestInWindow(instance: Instance): BestInWindow | undefined {
  const [from, to] = instance.window;
  const all: Fraction[] = [];
  const free = bestOfAll(instance, (letters, cuts) => {
    all.push(gpaOf(instance, letters, cuts));
    return true;
  });
  if (free === undefined) return undefined;
  const isInside = (gpa: Fraction) => order(from, gpa) <= 0 && order(gpa, to) <= 0;
  const inside = bestOfAll(instance, (letters, cuts) => isInside(gpaOf(instance, letters, cuts)));
  const freeGpa = gpaOf(instance, free.letters, free.cuts);
  const most = (gpas: readonly Fraction[]) =>
    gpas.reduce<Fraction | undefined>((a, b) => (a === undefined || order(b, a) > 0 ? b : a), undefined);
  const least = (gpas: readonly Fraction[]) =>
    gpas.reduce<Fraction | undefined>((a, b) => (a === undefined || order(b, a) < 0 ? b : a), undefined);
  return {
    best: inside ?? free,
    free,
    freeGpa,
    lowest: least(all) ?? of(0),
    highest: most(all) ?? of(0),
    below: most(all.filter((gpa) => order(gpa, from) < 0)),
    above: least(all.filter((gpa) => order(gpa, to) > 0)),
    kind: inside === undefined ? "unattainable" : isInside(freeGpa) ? "inside" : "binding",
  };
}

/** Mean of the grade points, student by student. */
function gpaOf(instance: Instance, letters: readonly string[], cuts: readonly number[]): Fraction {
  const earned = distinctOf(instance).map((total, index) => {
    const cut = cuts.findIndex((b) => index < b);
    const letter = letters[cut < 0 ? letters.length - 1 : cut] ?? "";
    const holders = instance.totals.filter((own) => order(own, total) === 0).length;
    return times(of(holders), instance.points[instance.letters.indexOf(letter)] ?? of(0));
  });
  return times(earned.reduce(plus, of(0)), of(1, instance.totals.length));
}

/** Distinct totals s1 > ... > sm. */
export function distinctOf({ totals }: Instance): readonly Fraction[] {
  const sorted = [...totals].sort((a, b) => order(b, a));
  return sorted.filter((total, index) => {
    const before = sorted[index - 1];
    return before === undefined || order(before, total) !== 0;
  });
}

/** Tries every cut vector 0 <= b1 <= ... <= bK <= m; undefined when the rules allow none. */
export function bestOfAll(
  instance: Instance,
  accept: (letters: readonly string[], cuts: readonly number[]) => boolean = () => true,
): BestCuts | undefined {
  const letters = lettersThatTakePart(instance);
  const distinct = distinctOf(instance);
  const m = distinct.length;
  const costs = letters
    .slice(0, -1)
    .map((letter) =>
      Array.from({ length: m + 1 }, (_, b) => cutCost(instance, letters, distinct, letter, b)),
    );
  const ranks = Array.from({ length: m + 1 }, (_, b) => gapRank(distinct, b));
  const allowed = letters.slice(0, -1).map((letter) => allowedCuts(instance, distinct, letter));
  let best: BestCuts | undefined;
  const place = (cuts: readonly number[], cost: Fraction, rank: number): void => {
    const cut = cuts.length;
    if (cut === letters.length - 1) {
      if (!accept(letters, cuts)) return;
      const found = { letters, cost, rank, cuts };
      if (best === undefined || isBetter(found, best)) best = found;
      return;
    }
    for (let b = cuts[cut - 1] ?? 0; b <= m; b += 1)
      if (allowed[cut]?.(b))
        place([...cuts, b], plus(cost, costs[cut]?.[b] ?? of(0)), rank + (ranks[b] ?? 0));
  };
  place([], of(0), 0);
  return best;
}

/** A letter without a share takes part only where a rule names it; the last one always does. */
function lettersThatTakePart({ letters, groups, guaranteed, minimum }: Instance): readonly string[] {
  return letters.filter(
    (letter, index) =>
      index === letters.length - 1 ||
      groups.some((group) => group.letters.includes(letter)) ||
      guaranteed.has(letter) ||
      minimum.has(letter),
  );
}

/** w(l) * | cum[b] - Q(l) * N |, and kappa for everybody within `near` below the lowest total that earns the letter. */
function cutCost(
  instance: Instance,
  letters: readonly string[],
  distinct: readonly Fraction[],
  letter: string,
  b: number,
): Fraction {
  const above = letters.slice(0, letters.indexOf(letter) + 1);
  const cumulative = above.map((one) => shareOf(instance, one)).reduce(plus, of(0));
  const isEdge = instance.groups.some((group) => group.letters.at(-1) === letter);
  const weight = isEdge ? instance.edgeWeight : instance.innerWeight;
  const standing = instance.totals.filter((total) => distinct.slice(0, b).some((s) => order(s, total) === 0));
  const target = times(cumulative, of(instance.totals.length));
  const shares = times(weight, size(minus(of(standing.length), target)));
  return plus(shares, times(instance.nearWeight, of(nearMisses(instance, distinct, b))));
}

/** The part of the class that a letter should get: its group's share, split evenly. */
function shareOf({ groups }: Instance, letter: string): Fraction {
  const group = groups.find(({ letters }) => letters.includes(letter));
  return group === undefined ? of(0) : of(group.share, 1000 * group.letters.length);
}

function nearMisses({ totals, near }: Instance, distinct: readonly Fraction[], b: number): number {
  const lowest = distinct[b - 1];
  if (lowest === undefined || b === distinct.length) return 0;
  const reach = minus(lowest, near);
  return totals.filter((total) => order(total, lowest) < 0 && order(total, reach) >= 0).length;
}

/** Dense rank of the gap s(b) - s(b+1), 0 the widest; at 0 and m the number of different widths. */
function gapRank(distinct: readonly Fraction[], b: number): number {
  const gaps = distinct.slice(1).map((total, index) => minus(distinct[index] ?? of(0), total));
  const widths = gaps.filter((gap, index) => gaps.findIndex((other) => order(other, gap) === 0) === index);
  const own = gaps[b - 1];
  if (b === 0 || own === undefined) return widths.length;
  return widths.filter((width) => order(width, own) > 0).length;
}

function allowedCuts(
  { guaranteed, minimum }: Instance,
  distinct: readonly Fraction[],
  letter: string,
): (b: number) => boolean {
  const atOrAbove = (cutoff: Fraction) => distinct.filter((total) => order(total, cutoff) >= 0).length;
  const [sure, least] = [guaranteed.get(letter), minimum.get(letter)];
  return (b) =>
    (sure === undefined || b >= atOrAbove(sure)) && (least === undefined || b <= atOrAbove(least));
}

/** Lower cost, then the smaller sum of ranks, then the lexicographically larger cuts. */
function isBetter(a: BestCuts, b: BestCuts): boolean {
  const cost = order(a.cost, b.cost);
  if (cost !== 0) return cost < 0;
  if (a.rank !== b.rank) return a.rank < b.rank;
  const at = a.cuts.findIndex((cut, index) => cut !== b.cuts[index]);
  return at >= 0 && (a.cuts[at] ?? 0) > (b.cuts[at] ?? 0);
}
