import { decimalText, type RoundingMode } from "./decimal.ts";
import { floor, multiply, type Rational, rational } from "./rational.ts";

/** The largest integer whose square is at most the value, for a value of at least 0. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root of a value of at least 0 with `places` digits after the point, rounded as the mode says, exactly. */
export function rootText(value: Rational, places: number, mode: RoundingMode): string {
  const [scale, half] = mode === "half-up" ? [2n, 1n] : [1n, 0n];
  const factor = scale * 10n ** BigInt(places);
  const root = integerRoot(BigInt(floor(multiply(value, rational(factor * factor)))));
  return decimalText(rational((root + half) / scale, 10n ** BigInt(places)), places, "toward-minus-infinity");
}
