import { decimalText, shortestText } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import type { TrackDistribution } from "../reports/distribution.ts";
import { type Bin, histogramOf } from "../reports/histogram.ts";
import { bar, type Drawing, PAPER, strokes } from "./drawing.ts";
import type { Palette } from "./palette.ts";
import { wrapped } from "./wrap.ts";

/** Columns of a bin's name, and of the names of the cut-offs at the right. */
const NAME = 12;
const MARKS = 16;

/** Totals in bins of two percent points, the highest first; a line leads to the cut-offs that fall into a bin. */
export function histogramLines(
  track: Pick<TrackDistribution, "totals" | "cutoffs">,
  colours: Palette,
  drawing: Drawing = PAPER,
): readonly string[] {
  const { bins, above, below } = histogramOf(track);
  if (bins.length === 0) return ["    no totals yet"];
  const most = Math.max(...bins.map(({ students }) => students));
  const marksAt = drawing.width - MARKS;
  // Between bar and marks: the count with a space, then at least two strokes of the line between spaces.
  const room = marksAt - NAME - 2 - (1 + String(most).length) - 4;
  return [
    ...outside("above", above, drawing),
    ...bins.flatMap((bin) => binLines(bin, most, room, marksAt, colours, drawing)),
    ...outside("below", below, drawing),
  ];
}

function binLines(
  bin: Bin,
  most: number,
  room: number,
  marksAt: number,
  colours: Palette,
  drawing: Drawing,
): readonly string[] {
  const { axis, leader } = strokes(drawing);
  const length = bar(bin.students, most, room, drawing);
  const row = `${nameOf(bin).padStart(NAME)} ${axis}${colours.bar(length)} ${bin.students}`;
  if (bin.cutoffs.length === 0) return [row];
  const used = NAME + 2 + length.length + 1 + String(bin.students).length;
  const [first = "", ...more] = wrapped("", 0, markTexts(bin.cutoffs), MARKS);
  return [
    `${row} ${colours.faint(leader.repeat(marksAt - used - 2))} ${first}`,
    ...more.map((rest) => `${" ".repeat(marksAt)}${rest}`),
  ];
}

/** Cut-offs beyond the picture, at its edge. */
function outside(side: string, cutoffs: Bin["cutoffs"], { width }: Drawing): readonly string[] {
  return cutoffs.length === 0 ? [] : wrapped(side.padStart(NAME), NAME + 1, markTexts(cutoffs), width);
}

function nameOf({ from, to }: Bin): string {
  if (from === undefined) return to === undefined ? "all" : `below ${to}`;
  return to === undefined ? `from ${from}` : `${from} to ${to}`;
}

function markTexts(cutoffs: Bin["cutoffs"]): readonly string[] {
  return cutoffs.map(({ letter, cutoff }) => `${letter} ${cutoffText(cutoff)}`);
}

export function cutoffText(value: Rational): string {
  const text = shortestText(value);
  return text.includes("/") ? decimalText(value, 4, "toward-minus-infinity") : text;
}
