import { decimalText, shortestText } from "../../exact/decimal.ts";
import { isNegative, negate, type Rational } from "../../exact/rational.ts";
import { PLACES } from "../percent.ts";

/** A number without loss: its decimal where that ends, else its first digits and its fraction. */
export function exactText(value: Rational): string {
  const text = shortestText(value);
  return text.includes("/") ? `${digits(value)}... = ${text}` : text;
}

/** A number inside a sentence that stands exactly elsewhere: its decimal, or its first digits and dots. */
export function shortText(value: Rational): string {
  const text = shortestText(value);
  return text.includes("/") ? `${digits(value)}...` : text;
}

/** The digits that a reader would write before the dots; nothing is rounded. */
function digits(value: Rational): string {
  return isNegative(value)
    ? `-${decimalText(negate(value), PLACES, "toward-minus-infinity")}`
    : decimalText(value, PLACES, "toward-minus-infinity");
}

/** What is needed at least, in the printed places: rounded up, so that it is enough. */
export function enoughText(value: Rational): string {
  const below = decimalText(negate(value), PLACES, "toward-minus-infinity");
  return below.startsWith("-") ? below.slice(1) : below;
}

export function counted(count: string | number, what: string): string {
  return `${count} ${what}${String(count) === "1" ? "" : "s"}`;
}
