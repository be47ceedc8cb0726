import { decimalText, parseDecimal, shortestText } from "../../exact/decimal.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import type { UnattainableWindow } from "./certificate.ts";

/** The GPAs that cut-offs can give: `GPAs from 3.400 to 4.000 can be had, none between 3.400 and 3.600`. */
export function attainableText({
  lowest,
  highest,
  side,
  nearestBelow,
  nearestAbove,
}: UnattainableWindow): string {
  const interval =
    compare(lowest, highest) === 0
      ? `every choice gives ${gpaText(lowest)}`
      : `GPAs from ${gpaText(lowest)} to ${gpaText(highest)} can be had`;
  if (side !== "around" || nearestBelow === undefined || nearestAbove === undefined) return interval;
  return `${interval}, none between ${gpaText(nearestBelow)} and ${gpaText(nearestAbove)}`;
}

/** What keeps every GPA out of the window. */
export function causeText({ side, causes, highest }: UnattainableWindow, distinctTotals: number): string {
  const rules = causes.map(({ letter, cutoff }) => `${letter} ${shortestText(cutoff)}`).join(", ");
  if (side === "around")
    return `${distinctTotals} distinct ${distinctTotals === 1 ? "total leaves" : "totals leave"} no GPA in between`;
  if (causes.length === 0)
    return side === "below"
      ? `no letter is worth more than ${gpaText(highest)}`
      : "no letter is worth less than that";
  return side === "above" ? `guaranteed: ${rules}` : `minimum: ${rules}`;
}

/** Three digits, or six where a GPA just beside such a bound as 3.5 would look as if it met it. */
function gpaText(gpa: Rational): string {
  const short = decimalText(gpa, 3, "half-up");
  const shown = parseDecimal(short);
  const isExact = shown !== undefined && compare(shown, gpa) === 0;
  return short.endsWith("0") && !isExact ? decimalText(gpa, 6, "half-up") : short;
}
