import Fraction from "fraction.js";
import type { Explained, PrintedLine } from "./explained.ts";

/** A number as a line prints it: its decimal, or its first digits and the fraction. */
const N = String.raw`(?:-?\d+\.\d+\.\.\. = )?(-?\d+(?:\.\d+)?(?:/\d+)?)`;
const CELL = String.raw`(?: \([^()]*\))?`;
const PRODUCT = new RegExp(`^${N} x ${N}(?: / ${N})? = `);
const WEIGHT = new RegExp(`^${N}${CELL} is its weight(?:: (.*))?$`);
const SCORE = new RegExp(`^(?:instead of )?${N}${CELL}(?: of ${N})?`);
const LOST = new RegExp(`, not its ${N}`);
const MAXIMA = new RegExp(String.raw` of ${N} \(((?:${N}${CELL}(?: \+ |(?=\))))+)\)`);
const PARTS = new RegExp(String.raw`the sum of ((?:${N}${CELL}(?: \+ )?)+)`);
const DEDUCTED = new RegExp(
  String.raw`${N} - ${N} \((?:${N}% of ${N}, )?[^()]*\)(, but not below 0,)? by decision`,
);
const DAYS_LEFT = /^(\d+) slip days? left before it: (.*)$/;
const CHARGED = /accepted: (\d+) slip days? charged(?:, (\d+) left after it)?/;
const REJECTED = /not accepted: (\d+) days? late with (\d+) slip days? (?:left|in all)/;
const DAYS_LATE = /^(\d+) days? late\b/;
const BUDGET = /^(\d+)(?: \([^()]*\))? slip days? for the term(?:: (.*?), (?:never below 0, )?by decision)?/;
const ENTRY = /^\S[^:]*: (\d+) days? late, (\d+) charged, (\d+) left/;

const is = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && new Fraction(a).equals(b);

/** `5 (cell) - 2 for Homework 1` or `20 + 20 of Midterm 1`, added up. */
function sumOf(text: string): string {
  const terms = [...text.matchAll(new RegExp(`(^|[+-] )${N}${CELL}`, "g"))];
  return terms
    .reduce(
      (sum, [, sign = "", value = "0"]) => (sign === "- " ? sum.sub(value) : sum.add(value)),
      new Fraction(0),
    )
    .toFraction();
}

/** Which sums below the products of an explanation do not come out, or do not fit the line above; and how many there are. */
export function sumsBelow({ printed, explanation }: Explained): {
  readonly wrong: readonly string[];
  readonly sums: number;
} {
  const wrong: string[] = [];
  let sums = 0;
  const check = (holds: boolean, text: string) => {
    sums += 1;
    if (!holds) wrong.push(text);
  };
  const budget = BUDGET.exec(explanation.slipDays.budget[0]?.text ?? "");

  const product = (text: string, [weight, points, maximum]: readonly string[], below: PrintedLine) => {
    const own = WEIGHT.exec(below.text);
    if (own !== null) {
      check(is(own[1], weight), text);
      if (own[2] !== undefined) check(is(own[1], sumOf(own[2])), below.text);
      return;
    }
    if (maximum === undefined) return;
    const [, score, of] = SCORE.exec(below.text) ?? [];
    check(is(score, points) && is(of, maximum), `${text} over ${below.text}`);
  };

  const score = ({ text, from }: PrintedLine) => {
    const [, own] = SCORE.exec(text) ?? [];
    const handedIn = LOST.exec(text)?.[1] ?? own;
    const [maxima, parts, deducted] = [MAXIMA.exec(text), PARTS.exec(text), DEDUCTED.exec(text)];
    if (maxima !== null) check(is(maxima[1], sumOf(maxima[2] ?? "")), text);
    if (parts !== null) check(is(handedIn, sumOf(parts[1] ?? "")), text);
    if (deducted !== null) {
      const [, before = "0", amount = "0", percent, of, stopped] = deducted;
      const rest = new Fraction(before).sub(amount);
      check(stopped === undefined ? rest.equals(own ?? "") : rest.compare(0) < 0 && is(own, "0"), text);
      if (percent !== undefined && of !== undefined)
        check(new Fraction(percent).mul(of).div(100).equals(amount), text);
      check(is(SCORE.exec(from[0]?.text ?? "")?.[1], before), text);
    }
    lateness(text, from);
  };

  const lateness = (text: string, from: readonly PrintedLine[]) => {
    const find = (pattern: RegExp) => from.map((line) => pattern.exec(line.text)).find((found) => found);
    const before = find(DAYS_LEFT);
    if (before) check(is(before[1], sumOf(before[2] ?? "")), text);
    const left = before?.[1] ?? budget?.[1];
    const [, late] = find(DAYS_LATE) ?? [];
    const [, charged, after] = CHARGED.exec(text) ?? [];
    const [, needed, available] = REJECTED.exec(text) ?? [];
    if (charged !== undefined) check(is(charged, late), text);
    if (after !== undefined) check(is(after, sumOf(`${left} - ${charged}`)), text);
    if (needed !== undefined) check(is(needed, late) && is(available, left), text);
  };

  const walk = (line: PrintedLine) => {
    const [, ...factors] = PRODUCT.exec(line.text) ?? [];
    const [weight] = factors;
    if (weight !== undefined) for (const below of line.from) product(line.text, factors, below);
    else score(line);
    for (const below of line.from) walk(below);
  };

  for (const line of printed.why) walk(line);
  if (budget?.[2] !== undefined) {
    const given = sumOf(budget[2]);
    check(is(budget[1], given.startsWith("-") ? "0" : given), budget[0]);
  }
  let left = budget?.[1];
  let used = "0";
  for (const { text } of explanation.slipDays.entries) {
    const [, , charged, after] = ENTRY.exec(text) ?? [];
    check(is(after, sumOf(`${left} - ${charged}`)), text);
    used = sumOf(`${used} + ${charged}`);
    left = after;
  }
  check(is(String(explanation.slipDays.used), used), `${explanation.slipDays.used} used`);
  return { wrong, sums };
}
