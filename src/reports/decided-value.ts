import { shortestText } from "../exact/decimal.ts";
import { isPositive } from "../exact/rational.ts";
import type { Adjustment } from "../gradebook/gradebook.ts";

/** The value of a decision as adjustments.csv has it; undefined for an action that takes none. */
export function decidedValue(adjustment: Adjustment): string | undefined {
  switch (adjustment.action) {
    case "set":
      return shortestText(adjustment.points.value);
    case "deduct": {
      const { unit, value } = adjustment.amount;
      return `${shortestText(value.value)}${unit === "percent" ? "%" : ""}`;
    }
    case "move-weight":
      return adjustment.to;
    case "slip-days":
      return `${isPositive(adjustment.days.value) ? "+" : ""}${shortestText(adjustment.days.value)}`;
    case "grade":
      return adjustment.letter.value;
    default:
      return undefined;
  }
}
