import { expect, test } from "vitest";
import { type Rational, rational } from "../../src/exact/rational.ts";
import { curveProblem } from "../../src/policy/curve/problem.ts";
import { solve } from "../../src/policy/curve/solve.ts";
import { policyOf } from "../../src/policy/from-document.ts";
import { DEFAULT_TERM } from "../../src/policy/terms/index.ts";
import { diceOf } from "../oracle/random-dice.ts";

const policy = policyOf(DEFAULT_TERM);

/** Distinct totals around 82 with a spread of 9: sums of twelve dice, in hundred-thousandths of a percent point. */
function distinctTotals(count: number, seed: number): readonly Rational[] {
  const dice = diceOf(seed);
  const found = new Set<number>();
  while (found.size < count)
    found.add(Array.from({ length: 12 }, () => dice.int(233_300, 1_133_300)).reduce((a, b) => a + b, 0));
  return [...found].map((total) => rational(total, 100_000));
}

/** Milliseconds of processor time, the median of several runs, and how the window came to bear. */
function timed(
  totals: readonly Rational[],
  window: readonly [lowest: number, highest: number],
  runs: number,
) {
  const settings = policy.curve.get("182");
  if (settings?.method !== "guideline") throw new Error("182 is fitted to the guideline");
  const gpa = { lowest: rational(window[0], 100), highest: rational(window[1], 100) };
  const took: number[] = [];
  let kind: string | undefined;
  for (let run = 0; run < runs; run += 1) {
    const started = process.cpuUsage();
    kind = solve(curveProblem(totals, { ...settings, gpa }, policy.letters))?.window.kind;
    const { user, system } = process.cpuUsage(started);
    took.push((user + system) / 1000);
  }
  return { ms: took.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0, kind };
}

const FREE = [0, 400] as const;
const BINDING = [
  [330, 340],
  [325, 400],
  [300, 310],
  [0, 305],
  [320, 320],
  [340, 350],
  [290, 300],
  [350, 360],
] as const;

test("1,500 distinct totals with a window that binds take under half a second", () => {
  const totals = distinctTotals(1_500, 1);
  timed(totals, FREE, 3);
  const figures = BINDING.map((window) => ({ window, ...timed(totals, window, 3) }));
  console.info(figures.map(({ window, ms }) => `${window.join("..")}: ${Math.round(ms)} ms`).join(", "));
  expect(figures.map(({ kind }) => kind)).toEqual(BINDING.map(() => "binding"));
  expect(figures.filter(({ ms }) => ms > 500)).toEqual([]);
});

test("without a window that binds, eight times the totals take not much more than n log n allows", () => {
  const [few, many] = [10_000, 80_000] as const;
  timed(distinctTotals(few, 2), FREE, 3);
  const [small, large] = [few, many].map((count) => timed(distinctTotals(count, 2), FREE, 5).ms);
  const allowed = (many * Math.log(many)) / (few * Math.log(few));
  console.info(
    `${few}: ${small} ms, ${many}: ${large} ms; n log n allows ${Math.round(allowed * 100)} percent of the time`,
  );
  expect((large ?? 0) / (small ?? 1)).toBeLessThan(1.5 * allowed);
});
