import { divideExactly, floorDivide, type Integer, integer, isMultiple, plus, times } from "./integer.ts";
import { add, ceiling, divide, floor, multiply, ONE, type Rational, rational, subtract } from "./rational.ts";

const PLAIN_DECIMAL = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;
const SAFE_DIGITS = 15;

/** The exact value of a plain decimal (`33.0`, `.5`, `-3`); undefined for any other text. */
export function parseDecimal(text: string): Rational | undefined {
  if (!PLAIN_DECIMAL.test(text)) return undefined;
  const point = text.indexOf(".");
  if (point < 0) return rational(digits(text));
  const places = text.length - point - 1;
  return rational(digits(text.slice(0, point) + text.slice(point + 1)), powerOfTen(places));
}

function digits(text: string): Integer {
  return text.length <= SAFE_DIGITS ? Number(text) + 0 : integer(BigInt(text));
}

export function powerOfTen(places: number): Integer {
  return places <= SAFE_DIGITS ? 10 ** places : integer(10n ** BigInt(places));
}

/** How a value that has more digits is cut to the printed places; the name is part of every call. */
export type RoundingMode = "toward-minus-infinity" | "half-up";

/** The value with exactly `places` digits after the point. */
export function decimalText(value: Rational, places: number, mode: RoundingMode): string {
  return scaledText(scaled(value, places, mode), places);
}

function scaled({ numerator, denominator }: Rational, places: number, mode: RoundingMode): Integer {
  const moved = times(numerator, powerOfTen(places));
  if (mode === "toward-minus-infinity") return floorDivide(moved, denominator);
  return floorDivide(plus(times(moved, 2), denominator), times(denominator, 2));
}

function scaledText(amount: Integer, places: number): string {
  const minus = amount < 0;
  const text = String(minus ? times(amount, -1) : amount).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places);
  return `${minus ? "-" : ""}${whole}${places === 0 ? "" : `.${text.slice(text.length - places)}`}`;
}

/** The shortest decimal of a value that has one (`88.5`, `90`); otherwise its fraction (`2671/30`). */
export function shortestText(value: Rational): string {
  if (value.denominator === 1) return String(value.numerator);
  const places = decimalPlaces(value.denominator);
  if (places === undefined) return `${value.numerator}/${value.denominator}`;
  return scaledText(multiply(value, rational(powerOfTen(places))).numerator, places);
}

/** Grade points with at least one digit after the point: `3.0`, `3.25`. */
export function gradePointText(points: Rational): string {
  return points.denominator === 1 ? decimalText(points, 1, "half-up") : shortestText(points);
}

/** How many digits after the point a reduced denominator takes: it must be made of twos and fives. */
function decimalPlaces(denominator: Integer): number | undefined {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; isMultiple(rest, 2); rest = divideExactly(rest, 2)) twos += 1;
  for (; isMultiple(rest, 5); rest = divideExactly(rest, 5)) fives += 1;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

/** An interval of exact numbers; its upper end belongs to it, its lower end only when `lowestIncluded`. */
export interface Interval {
  readonly lowest: Rational;
  readonly lowestIncluded: boolean;
  readonly highest: Rational;
}

/** Of the decimals in the interval those with the fewest digits after the point; of these the nearest to its middle, of two the lower. */
export function shortestBetween(interval: Interval): Rational {
  for (let places = 0; ; places += 1) {
    const found = nearestToMiddle(interval, places);
    if (found !== undefined) return found;
  }
}

function nearestToMiddle(
  { lowest, lowestIncluded, highest }: Interval,
  places: number,
): Rational | undefined {
  const power = rational(powerOfTen(places));
  const [from, to] = [multiply(lowest, power), multiply(highest, power)];
  const first = lowestIncluded ? ceiling(from) : plus(floor(from), 1);
  const last = floor(to);
  if (first > last) return undefined;
  // The integer nearest to the middle, a tie to the lower: the ceiling of (from + to - 1) / 2.
  const nearest = ceiling(divide(subtract(add(from, to), ONE), rational(2)));
  const clipped = nearest > last ? last : nearest;
  const chosen = clipped < first ? first : clipped;
  return divide(rational(chosen), power);
}
