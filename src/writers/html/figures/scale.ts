import { decimalText } from "../../../exact/decimal.ts";
import {
  absolute,
  add,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
} from "../../../exact/rational.ts";

/** Values from `from` to `to` laid out between two positions of a drawing, in its units. */
export interface Scale {
  readonly from: Rational;
  readonly to: Rational;
  readonly start: number;
  readonly end: number;
}

/** Where a value stands, to a tenth of a unit. */
export function place({ from, to, start, end }: Scale, value: Rational): string {
  const part = divide(subtract(value, from), subtract(to, from));
  return tenths(add(rational(start), multiply(part, rational(end - start))));
}

/** How far apart two values stand, to a tenth of a unit. */
export function extent({ from, to, start, end }: Scale, a: Rational, b: Rational): string {
  const part = divide(subtract(b, a), subtract(to, from));
  return tenths(absolute(multiply(part, rational(end - start))));
}

function tenths(position: Rational): string {
  return decimalText(position, 1, "half-up").replace(/\.0$/, "");
}

/** A step of 1, 2 or 5 times a power of ten that cuts a count into at most five parts. */
export function countStep(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const first of [1, 2, 5]) if (first * power * 5 >= most) return first * power;
}
