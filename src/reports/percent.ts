import { decimalText } from "../exact/decimal.ts";
import { divide, HUNDRED, multiply, type Rational, rational } from "../exact/rational.ts";

/** Printed places of a total or a percentage: cut off, never rounded up to a cut-off that was missed. */
export const PLACES = 4;

export function percentText(value: Rational): string {
  return decimalText(value, PLACES, "toward-minus-infinity");
}

/** A share of a whole in percent, for reading: one digit after the point. */
export function shareText(part: number, whole: number): string {
  return whole === 0
    ? "-"
    : decimalText(multiply(divide(rational(part), rational(whole)), HUNDRED), 1, "half-up");
}

/** A mean of grade points, for reading: three digits after the point. */
export function gpaText(gpa: Rational): string {
  return decimalText(gpa, 3, "half-up");
}
