import { decimalText, shortestText } from "../exact/decimal.ts";
import { divide, floor, type Rational, rational } from "../exact/rational.ts";
import type { TrackDistribution } from "../reports/distribution.ts";
import type { Palette } from "./palette.ts";
import { WIDTH, wrapped } from "./wrap.ts";

const BIN = 2;
/** Bins beyond -20 and 120 percent points are one each: an SID typed in as a score must not make a page of empty lines. */
const LOWEST = -10;
const HIGHEST = 60;
const BAR = 40;
/** Where the names of cut-offs begin. */
const MARKS = 2 + 10 + 2 + BAR + 4 + 5;

/** Totals in bins of two percent points, the highest first; a cut-off is named in the bin that it falls into. */
export function histogramLines({ totals, cutoffs }: TrackDistribution, colours: Palette): readonly string[] {
  if (totals.length === 0) return ["    no totals yet"];
  const bins = totals.map((total) => binOf(total));
  const highest = Math.min(Math.max(...bins), HIGHEST);
  const lowest = Math.min(Math.max(lowestBin(bins), LOWEST), highest);
  const counts = new Map<number, number>();
  for (const bin of bins) {
    const own = Math.min(highest, Math.max(bin, lowest));
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const lines: string[] = [];
  for (let bin = highest; bin >= lowest; bin -= 1) {
    const count = counts.get(bin) ?? 0;
    const isTail = bin === lowest && Math.min(...bins) < lowest;
    const isHead = bin === highest && Math.max(...bins) > highest;
    const name = isTail
      ? `below ${(bin + 1) * BIN}`
      : isHead
        ? `from ${bin * BIN}`
        : `${bin * BIN} to ${(bin + 1) * BIN}`;
    const length = Math.ceil((count * BAR) / most);
    const marks = cutoffs.cutoffs
      .filter(({ cutoff }) =>
        isTail
          ? binOf(cutoff.value) <= bin
          : isHead
            ? binOf(cutoff.value) >= bin
            : binOf(cutoff.value) === bin,
      )
      .map(({ letter, cutoff }) => `${letter} ${cutoffText(cutoff.value)}`);
    const bar = `${colours.bar("#".repeat(length))}${" ".repeat(BAR - length)}`;
    const row = `  ${name.padStart(10)} |${bar}${String(count).padStart(4)}`;
    const [first = "", ...more] = markLines(marks);
    lines.push(`${row}${first === "" ? "" : `  <- ${first}`}`.trimEnd());
    for (const rest of more) lines.push(`${" ".repeat(MARKS)}${rest}`);
  }
  return lines;
}

/** Cut-offs that share a bin, in lines that end at column 80. */
function markLines(marks: readonly string[]): readonly string[] {
  return marks.length === 0 ? [] : wrapped("", 0, marks, WIDTH - MARKS);
}

function binOf(total: Rational): number {
  return Number(floor(divide(total, rational(BIN))));
}

/** A long thin tail is one bin: the lowest bin shown holds at least the lowest twentieth. */
function lowestBin(bins: readonly number[]): number {
  const sorted = [...bins].sort((a, b) => a - b);
  const start = sorted[Math.floor(sorted.length / 40)] ?? 0;
  const [lowest = start] = sorted;
  return start - lowest > 3 ? start - 1 : lowest;
}

export function cutoffText(value: Rational): string {
  const text = shortestText(value);
  return text.includes("/") ? decimalText(value, 4, "toward-minus-infinity") : text;
}
