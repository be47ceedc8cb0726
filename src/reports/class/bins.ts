import { compare, divide, floor, type Rational, rational } from "../../exact/rational.ts";

/** Percent points from `from` up to but not including `to`; an open end takes in all that lies beyond. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  readonly count: number;
  /** Of these, the students that the cut-offs were fitted on. */
  readonly fitted: number;
}

export interface Counted {
  readonly value: Rational;
  readonly fitted: boolean;
}

/** Values beyond these are counted in the bin at the end: one mistyped score must not flatten the figure. */
const LOWEST = -20;
const HIGHEST = 120;

/** Every bin between the lowest and the highest value, also the empty ones; `width` divides 20. */
export function binsOf(values: readonly Counted[], width: number): readonly Bin[] {
  const [least, most] = [LOWEST / width, HIGHEST / width - 1];
  const places = values.map(({ value, fitted }) => {
    const bin = Number(floor(divide(value, rational(width))));
    return { fitted, bin: Math.min(most, Math.max(least, bin)) };
  });
  const used = places.map(({ bin }) => bin);
  const [first, last] = [Math.min(...used), Math.max(...used)];
  if (values.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const bin = first + index;
    const own = places.filter((place) => place.bin === bin);
    const [from, to] = [bin * width, (bin + 1) * width];
    return {
      from,
      to,
      openBelow: bin === least && values.some(({ value }) => compare(value, rational(from)) < 0),
      openAbove: bin === most && values.some(({ value }) => compare(value, rational(to)) >= 0),
      count: own.length,
      fitted: own.filter(({ fitted }) => fitted).length,
    };
  });
}
