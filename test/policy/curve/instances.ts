import { integer } from "../../../src/exact/integer.ts";
import { type Rational, rational } from "../../../src/exact/rational.ts";
import type { GuidelineSettings, LetterGrade } from "../../../src/policy/parameters.ts";
import { type Dice, diceOf } from "../../oracle/random-dice.ts";
import { type Fraction, of } from "./fractions.ts";

/** A small class and its curve settings, stated once; the program and the brute force each take it from here. */
export interface Instance {
  readonly letters: readonly string[];
  /** Grade points of each letter. */
  readonly points: readonly Fraction[];
  /** The GPAs that are asked for, both ends included. */
  readonly window: readonly [lowest: Fraction, highest: Fraction];
  /** Letters of a group and its share in tenths of a percent. */
  readonly groups: readonly { readonly letters: readonly string[]; readonly share: number }[];
  readonly totals: readonly Fraction[];
  readonly guaranteed: ReadonlyMap<string, Fraction>;
  readonly minimum: ReadonlyMap<string, Fraction>;
  readonly near: Fraction;
  readonly nearWeight: Fraction;
  readonly edgeWeight: Fraction;
  readonly innerWeight: Fraction;
}

const LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"];

/** Distinct totals that keep the number of cut vectors, C(m + K, K), near a thousand; index K. */
const MOST_TOTALS = [0, 14, 14, 12, 8, 6, 5, 4, 4, 3, 3, 3, 3];

/** A random instance of 3 to 13 letters: ties, guarantees, minimums and totals exactly `near` apart are common. */
export function randomInstance(seed: number): Instance {
  const dice = diceOf(seed);
  const letters = [...dice.shuffled(LETTERS.slice(0, -1)).slice(0, dice.int(2, 12)), "F"].sort(
    (a, b) => LETTERS.indexOf(a) - LETTERS.indexOf(b),
  );
  const scale = dice.pick([1, 4, 4, 8, 7, 60]);
  const spread = dice.pick([3, 8, 8, 25]);
  const draw = () => of(80 * scale + dice.int(0, spread * scale), scale);
  const most = MOST_TOTALS[letters.length - 1] ?? 3;
  const levels = Array.from({ length: dice.int(1, most) }, draw);
  const totals = Array.from({ length: dice.int(1, levels.length * 3) }, () => dice.pick(levels));
  const decimal = () => of(80 * 8 + dice.int(0, spread * 8), 8);
  const rules = (chance: number) => (dice.chance(chance) ? randomRules(dice, letters, decimal) : new Map());
  const instance = {
    letters,
    points: letters.map((_, index) => of(letters.length - 1 - index)),
    window: [of(0), of(100)] as const,
    groups: randomGroups(dice, letters),
    totals,
    guaranteed: rules(0.35),
    minimum: rules(0.35),
    near: dice.pick([of(1, 4), of(1, 4), of(1, 2), of(1), of(1, 10)]),
    nearWeight: dice.pick([of(1), of(1), of(0), of(2), of(1, 2)]),
    edgeWeight: dice.pick([of(3), of(3), of(1), of(5, 2)]),
    innerWeight: dice.pick([of(1), of(1), of(2), of(0), of(1, 2)]),
  };
  const points = randomPoints(dice, letters.length);
  return { ...instance, points, window: randomWindow(dice, totals.length, points) };
}

/** In tenths, falling, often from 4.0 and often by equal steps; two letters may be worth the same. */
function randomPoints(dice: Dice, count: number): readonly Fraction[] {
  const steps = Array.from({ length: count - 1 }, () => dice.pick([0, 3, 3, 4, 7, 10]));
  const from = dice.pick([0, 0, 0, 3]);
  const tenths = [from];
  for (const step of steps) tenths.unshift((tenths[0] ?? 0) + step);
  // Policies are free to let a worse letter be worth more: the curve must stand that too.
  return (dice.chance(0.05) ? dice.shuffled(tenths) : tenths).map((value) => of(value, 10));
}

/** Wide, narrow, a single GPA (often one that a class of this size can have), and ones that nobody can reach. */
function randomWindow(dice: Dice, students: number, points: readonly Fraction[]): Instance["window"] {
  const most = Math.max(...points.map(([tenths]) => Number(tenths)));
  const lowest = dice.int(-2, most + 2);
  const sum = of(dice.int(0, most * students), 10 * students);
  switch (dice.int(0, 5)) {
    case 0:
      return [of(lowest, 10), of(lowest + dice.int(0, 8), 10)];
    case 1:
      return [of(lowest * 7, 70), of(lowest * 7 + dice.int(0, 9), 70)];
    case 2:
      return [of(most, 20), of(most * 3, 40)];
    case 3:
      return [sum, sum];
    case 4:
      return [sum, [sum[0] + BigInt(dice.int(0, 3)), sum[1]]];
    default:
      return [of(lowest * 100 + 1, 1000), of(lowest * 100 + 1 + dice.int(0, 99), 1000)];
  }
}

/** Groups of neighbouring letters; a first letter without a share is like the A+ of the guideline. */
function randomGroups(dice: Dice, letters: readonly string[]): Instance["groups"] {
  const shared = letters.length > 3 && dice.chance(0.2) ? letters.slice(1) : letters;
  const groups: { letters: string[]; share: number }[] = [];
  let left = 1000;
  for (let from = 0; from < shared.length; ) {
    const group = shared.slice(from, from + dice.int(1, 3));
    from += group.length;
    const share = from >= shared.length ? left : dice.int(0, Math.min(left, 500));
    left -= share;
    groups.push({ letters: group, share });
  }
  return groups;
}

/** Cut-offs of some letters, falling from best to worst; decimals, as a policy file has them. */
function randomRules(dice: Dice, letters: readonly string[], draw: () => Fraction): Map<string, Fraction> {
  const chosen = letters.slice(0, -1).filter(() => dice.chance(0.4));
  const values = chosen.map(draw).sort((a, b) => (a[0] > b[0] ? -1 : 1));
  const falling = values.filter((value, index) => value[0] !== values[index - 1]?.[0]);
  return new Map(falling.map((value, index) => [chosen[index] ?? "", value]));
}

export const exact = ([numerator, denominator]: Fraction): Rational =>
  rational(integer(numerator), integer(denominator));

/** The instance as the program takes it. */
export function settingsOf(instance: Instance): GuidelineSettings {
  const rules = (given: ReadonlyMap<string, Fraction>) =>
    new Map([...given].map(([letter, value]) => [letter, exact(value)]));
  return {
    method: "guideline",
    shares: instance.groups.map(({ letters, share }) => ({ letters, share: rational(share, 10) })),
    guaranteed: rules(instance.guaranteed),
    minimum: rules(instance.minimum),
    gpa: { lowest: exact(instance.window[0]), highest: exact(instance.window[1]) },
    gpaRequired: false,
    near: exact(instance.near),
    nearWeight: exact(instance.nearWeight),
    edgeWeight: exact(instance.edgeWeight),
    innerWeight: exact(instance.innerWeight),
  };
}

export function gradesOf({ letters, points }: Instance): readonly LetterGrade[] {
  return letters.map((letter, index) => ({ letter, points: exact(points[index] ?? of(0)) }));
}
