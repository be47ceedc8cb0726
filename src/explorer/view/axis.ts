import {
  add,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import { binsOf } from "../../reports/class/bins.ts";
import { place, type Scale } from "../../writers/html/figures/scale.ts";
import type { TrackRoll } from "../model/roll.ts";

/** Height of the figure in pixels. */
export const HEIGHT = 560;
/** Percent points left free beyond the outermost cut-off, so that it can be moved. */
const MARGIN = 4;
const TENTH = 10;

/** Students between two totals, in percent points. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly students: number;
}

/** The upright axis of a track's figure: percent points from top to bottom, high totals at the top. */
export interface Axis {
  readonly scale: Scale;
  readonly highest: number;
  readonly lowest: number;
  readonly bars: readonly Bar[];
  /** Students below the axis: a long thin tail would flatten the part where the cut-offs are. */
  readonly below: number;
}

export function axisOf({ students, proposal }: TrackRoll): Axis {
  const width = students.length > 400 ? 1 : 2;
  const bins = binsOf(
    students.map(({ total, fitted }) => ({ value: total, fitted })),
    width,
  );
  const tail = students[students.length - 1 - Math.floor(students.length / 40)];
  const ends = [
    ...proposal.map(({ value }) => value),
    ...(tail === undefined ? [] : [maximum(tail.total, ZERO)]),
  ];
  const least = ends.reduce(minimum, rational(90));
  const most = proposal.map(({ value }) => value).reduce(maximum, rational(bins.at(-1)?.to ?? 100));
  const lowest = evenBelow(least) - MARGIN;
  const highest = evenBelow(most) + 2;
  return {
    scale: { from: rational(highest), to: rational(lowest), start: 0, end: HEIGHT },
    highest,
    lowest,
    bars: bins
      .filter(({ from }) => from >= lowest)
      .map(({ from, to, count }) => ({ from, to, students: count })),
    below: bins.filter(({ from }) => from < lowest).reduce((sum, { count }) => sum + count, 0),
  };
}

function evenBelow(value: Rational): number {
  return Number(floor(divide(value, rational(2)))) * 2;
}

/** Where a value stands, in pixels from the top; one beyond the axis stands at its end. */
export function pixelsOf({ scale }: Axis, value: Rational): number {
  return Number(place(scale, maximum(scale.to, minimum(scale.from, value))));
}

/** The tenth of a percent point nearest to a place in the figure, in whole pixels from the top. */
export function valueAt({ scale }: Axis, pixels: number): Rational {
  const part = rational(Math.floor(pixels), HEIGHT);
  const value = add(scale.from, multiply(part, subtract(scale.to, scale.from)));
  const inside = maximum(scale.to, minimum(scale.from, value));
  const tenths = floor(add(multiply(inside, rational(TENTH)), rational(1, 2)));
  return rational(tenths, TENTH);
}

/** Moves labels of a height apart so that none covers another, each as near to its place as the others allow. */
export function spread(places: readonly number[], height: number, end: number): readonly number[] {
  const spreadOut: number[] = [];
  for (const [index, wanted] of places.entries())
    spreadOut.push(Math.max(wanted, index === 0 ? height / 2 : (spreadOut[index - 1] ?? 0) + height));
  let limit = end - height / 2;
  for (let index = spreadOut.length - 1; index >= 0; index -= 1) {
    spreadOut[index] = Math.min(spreadOut[index] ?? 0, limit);
    limit = (spreadOut[index] ?? 0) - height;
  }
  return spreadOut;
}
