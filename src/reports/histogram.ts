import { divide, floor, type Rational, rational } from "../exact/rational.ts";
import type { Letter } from "../policy/parameters.ts";
import type { TrackDistribution } from "./distribution.ts";

/** Width of a bin, in percent points. */
const BIN = 2;
/** Bins beyond -20 and 120 percent points are one each: an SID typed in as a score must not make a page of empty lines. */
const LOWEST = -10;
const HIGHEST = 60;

/** The students whose totals lie from `from` up to `to`, itself not included; open ends are undefined. */
export interface Bin {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly students: number;
  /** Cut-offs that fall into it, the highest first. */
  readonly cutoffs: readonly { readonly letter: Letter; readonly cutoff: Rational }[];
}

export interface Histogram {
  /** The highest first, none left out between. */
  readonly bins: readonly Bin[];
  /** Cut-offs that no bin reaches, because nobody's total is near them. */
  readonly above: Bin["cutoffs"];
  readonly below: Bin["cutoffs"];
}

/** The totals of a track in bins of two percent points, with the cut-offs that fall into each. */
export function histogramOf({ totals, cutoffs }: Pick<TrackDistribution, "totals" | "cutoffs">): Histogram {
  const cuts = cutoffs.cutoffs.map(({ letter, cutoff }) => ({ letter, cutoff: cutoff.value }));
  if (totals.length === 0) return { bins: [], above: [], below: cuts };
  const places = totals.map(placeOf);
  const [top, bottom] = [Math.max(...places), Math.min(...places)];
  const highest = Math.max(LOWEST, Math.min(top, HIGHEST));
  const lowest = Math.min(Math.max(lowestPlace(places), LOWEST), highest);
  const counts = new Map<number, number>();
  for (const place of places) {
    const shown = Math.min(highest, Math.max(place, lowest));
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  const from = (place: number) => (place === lowest && bottom < lowest ? undefined : place * BIN);
  const to = (place: number) => (place === highest && top > highest ? undefined : (place + 1) * BIN);
  const isIn = (place: number, cutoff: Rational) => {
    const own = placeOf(cutoff);
    const low = from(place) === undefined || own >= place;
    return low && (to(place) === undefined || own <= place);
  };
  const bins: Bin[] = [];
  for (let place = highest; place >= lowest; place -= 1)
    bins.push({
      from: from(place),
      to: to(place),
      students: counts.get(place) ?? 0,
      cutoffs: cuts.filter(({ cutoff }) => isIn(place, cutoff)),
    });
  return {
    bins,
    above: to(highest) === undefined ? [] : cuts.filter(({ cutoff }) => placeOf(cutoff) > highest),
    below: from(lowest) === undefined ? [] : cuts.filter(({ cutoff }) => placeOf(cutoff) < lowest),
  };
}

function placeOf(total: Rational): number {
  return Number(floor(divide(total, rational(BIN))));
}

/** A long thin tail is one bin: the lowest bin shown holds at least the lowest twentieth. */
function lowestPlace(places: readonly number[]): number {
  const sorted = [...places].sort((a, b) => a - b);
  const start = sorted[Math.floor(sorted.length / 40)] ?? 0;
  const [lowest = start] = sorted;
  return start - lowest > 3 ? start - 1 : lowest;
}
