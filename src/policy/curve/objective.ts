import { type Integer, plus, times } from "../../exact/integer.ts";
import type { CurveProblem } from "./problem.ts";

/** No way to place the remaining cuts. */
export const NONE = Number.POSITIVE_INFINITY;

/** What a cut at b adds, as integers: rows are cuts 0..K-1, columns b = 0..m. */
export interface Objective {
  /** Cost first, gap rank second: `scale * (cost * rankRange + rank)`. */
  readonly value: readonly (readonly Integer[])[];
  /** Grade points times their unit, without the base. */
  readonly points: readonly (readonly Integer[])[];
  readonly bounds: CurveProblem["bounds"];
  /** m, the number of distinct totals. */
  readonly size: number;
  /** More than any sum of ranks. */
  readonly rankRange: Integer;
  readonly scale: Integer;
  /** The value of one student of cost. */
  readonly student: Integer;
}

export function objectiveOf({ bounds, cost, rank, students, totals, points, unit }: CurveProblem): Objective {
  const size = totals.length;
  const rankRange = 1 + bounds.length * rank.reduce((most, own) => Math.max(most, own), 0);
  const at = Array.from({ length: size + 1 }, (_, b) => b);
  return {
    value: bounds.map((_, cut) => at.map((b) => plus(times(cost(cut, b), rankRange), rank[b] ?? 0))),
    points: points.steps.map((step) => at.map((b) => times(step, students[b] ?? 0))),
    bounds,
    size,
    rankRange,
    scale: 1,
    student: times(unit, rankRange),
  };
}

export function scaled(objective: Objective, scale: Integer): Objective {
  const value = objective.value.map((row) => row.map((own) => times(own, scale)));
  return {
    ...objective,
    value,
    scale: times(objective.scale, scale),
    student: times(objective.student, scale),
  };
}

/** The same program with the columns that are open for some cut, and no others. */
export function restricted(objective: Objective, open: readonly (readonly number[])[]): Restricted {
  const columns = [...new Set(open.flat())].sort((a, b) => a - b);
  const at = new Map(columns.map((b, index) => [b, index]));
  const places = open.map((own) => own.map((b) => at.get(b) ?? 0));
  const chosen = (row: readonly Integer[]) => columns.map((b) => row[b] ?? 0);
  return {
    objective: {
      ...objective,
      value: objective.value.map(chosen),
      points: objective.points.map(chosen),
      bounds: places.map((own) => ({ least: Math.min(...own), greatest: Math.max(...own) })),
      size: columns.length - 1,
    },
    columns,
    places,
  };
}

export interface Restricted {
  readonly objective: Objective;
  /** The original b of each column. */
  readonly columns: readonly number[];
  /** The open places of each cut as columns, in the order they were given. */
  readonly places: readonly (readonly number[])[];
}

/**
 * Row l, column b: the least sum of value - price * points of the cuts l..K-1, none of them before b and each
 * within its bounds; row K is zero. A dynamic program with suffix minima, O(K m).
 */
export function completions(objective: Objective, price: Integer): readonly (readonly Integer[])[] {
  const { value, points, bounds, size } = objective;
  let below: readonly Integer[] = new Array<Integer>(size + 1).fill(0);
  const rows = [below];
  for (let cut = value.length - 1; cut >= 0; cut -= 1) {
    const row = new Array<Integer>(size + 1).fill(0);
    const { least = 0, greatest = size } = bounds[cut] ?? {};
    const discount = times(price, -1);
    let found: Integer = NONE;
    for (let b = size; b >= 0; b -= 1) {
      const rest = below[b] ?? NONE;
      if (rest !== NONE && b >= least && b <= greatest) {
        const own = plus(value[cut]?.[b] ?? 0, times(discount, points[cut]?.[b] ?? 0));
        const sum = plus(own, rest);
        if (sum < found) found = sum;
      }
      row[b] = found;
    }
    rows.unshift(row);
    below = row;
  }
  return rows;
}

/** A vector of cuts with what it adds up to. */
export interface Vector {
  readonly cuts: readonly number[];
  readonly value: Integer;
  readonly points: Integer;
}

/** The vector behind the first column of `completions`; of several the lexicographically largest. */
export function bestVector(objective: Objective, rows: readonly (readonly Integer[])[]): Vector | undefined {
  if (rows[0]?.[0] === NONE) return undefined;
  let b = 0;
  const cuts = objective.value.map((_, cut) => {
    const row = rows[cut] ?? [];
    while (row[b + 1] === row[b]) b += 1;
    return b;
  });
  return vectorOf(objective, cuts);
}

export function vectorOf({ value, points }: Objective, cuts: readonly number[]): Vector {
  const sum = (rows: readonly (readonly Integer[])[]) =>
    cuts.reduce<Integer>((total, b, cut) => plus(total, rows[cut]?.[b] ?? 0), 0);
  return { cuts, value: sum(value), points: sum(points) };
}
