// A random policy for a random class: what the policy.yaml says, and what the other files must know of it.
import { parseWall } from "./los-angeles-clock.ts";
import type { Dice } from "./random-dice.ts";

export const HOMEWORKS = ["hw1", "hw2", "hw3", "hw4"] as const;
export const COMPONENTS = [...HOMEWORKS, "midterm1", "midterm2", "project"] as const;
export type ComponentId = (typeof COMPONENTS)[number];

export const componentsOf = (track: string): readonly ComponentId[] =>
  track === "182" ? [...HOMEWORKS, "midterm1", "midterm2"] : [...HOMEWORKS, "midterm1", "project"];

export type RandomPolicy = {
  readonly text: string | undefined;
  readonly due: ReadonlyMap<string, number>; // wall time
  readonly points: ReadonlyMap<string, string>;
  readonly summed: ReadonlySet<string>;
  readonly renamed: ReadonlyMap<string, readonly string[]>;
  readonly own282A: boolean; // 282A has fixed cut-offs of its own
};

const DUE = ["2022-02-21 23:59", "2022-03-14 23:59", "2022-04-11 23:59", "2022-05-02 23:59"];

export const LADDER = ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-"];

// A strictly falling ladder of cut-offs for some of the letters.
export function ladder(dice: Dice, top: number, drop: number, keep: number): [string, string][] {
  let at = top;
  const rungs: [string, string][] = [];
  for (const letter of LADDER) {
    if (dice.chance(keep)) {
      const decimals = dice.pick([0, 0, 1, 2]);
      rungs.push([letter, (Math.round(at * 100) / 100).toFixed(decimals)]);
    }
    at -= drop + dice.int(0, 140) / 100;
  }
  return rungs;
}

const flow = (pairs: readonly (readonly [string, string])[]): string =>
  `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;

export function randomPolicy(dice: Dice, frozen: boolean): RandomPolicy {
  const due = new Map<string, number>(HOMEWORKS.map((id, i) => [id, parseWall(DUE[i] as string)]));
  const points = new Map<string, string>(COMPONENTS.map((id) => [id, "100"]));
  const summed = new Set<string>();
  const renamed = new Map<string, readonly string[]>();
  if (dice.chance(0.42)) return { text: undefined, due, points, summed, renamed, own282A: false };

  const lines = ["extends: cs182-sp22", ...(dice.chance(0.5) ? ["id: random-policy"] : [])];
  lines.push(...componentLines(dice, due, points, summed, renamed));
  if (dice.chance(0.12)) {
    const weights182: [string, string][] = [
      ["hw1", "12.5"],
      ["hw2", "17.5"],
      ["hw3", "14.25"],
      ["hw4", "15.75"],
    ];
    lines.push("tracks:");
    lines.push(`  "182": { weights: ${flow([...weights182, ["midterm1", "18"], ["midterm2", "22"]])} }`);
    lines.push(`  "282A": { weights: ${flow([...weights182, ["midterm1", "13.5"], ["project", "26.5"]])} }`);
  }
  lines.push(...slipDayLines(dice), ...missedLines(dice));
  const own282A = !frozen && dice.chance(0.08);
  lines.push(...curveLines(dice, own282A));
  return { text: `${lines.join("\n")}\n`, due, points, summed, renamed, own282A };
}

function componentLines(
  dice: Dice,
  due: Map<string, number>,
  points: Map<string, string>,
  summed: Set<string>,
  renamed: Map<string, readonly string[]>,
): string[] {
  const changes = new Map<string, [string, string][]>();
  const change = (id: string, key: string, value: string): void => {
    changes.set(id, [...(changes.get(id) ?? []), [key, value]]);
  };
  const moveDue = (id: string, text: string): void => {
    due.set(id, parseWall(text));
    change(id, "due", text);
  };
  if (dice.chance(0.45))
    moveDue("hw2", dice.pick(["2022-03-11 23:59", "2022-03-12 23:59", "2022-03-10 17:00"]));
  if (dice.chance(0.08)) moveDue("hw1", dice.pick(["2022-03-18 23:59", "2022-03-11 12:00"]));
  if (dice.chance(0.06)) moveDue("hw4", dice.pick(["2022-11-04 23:59", "2022-11-05 17:00"]));
  for (const id of COMPONENTS) {
    if (dice.chance(0.15)) {
      points.set(id, dice.pick(["33.5", "70", "150", "40", "12.25"]));
      change(id, "points", points.get(id) as string);
    }
    if (dice.chance(id.startsWith("hw") ? 0.15 : 0.05)) {
      summed.add(id);
      change(id, "combine", "sum");
    }
  }
  if (dice.chance(0.1)) {
    const id = dice.pick(HOMEWORKS);
    const n = id.slice(2);
    renamed.set(id, [`Problem Set ${n}`, `PS ${n}`]);
    change(id, "names", `[Problem Set ${n}, PS ${n}]`);
  }
  if (changes.size === 0) return [];
  return ["components:", ...[...changes].map(([id, pairs]) => `  ${id}: ${flow(pairs)}`)];
}

function slipDayLines(dice: Dice): string[] {
  const pairs: [string, string][] = [];
  if (dice.chance(0.5)) pairs.push(["order", "best-for-student"]);
  if (dice.chance(0.35)) pairs.push(["unit", dice.pick(["elapsed-24h", "elapsed-24h", "calendar-day"])]);
  if (dice.chance(0.35)) pairs.push(["grace", dice.pick(["30s", "5m", "1h", "0s"])]);
  if (dice.chance(0.3)) pairs.push(["budget", dice.pick(["0", "2", "3", "4", "7", "10"])]);
  return pairs.length > 0 ? [`slip_days: ${flow(pairs)}`] : [];
}

function missedLines(dice: Dice): string[] {
  const readings: string[] = [];
  const midterm1: [string, string][] = [];
  if (dice.chance(0.2)) midterm1.push(['"182"', dice.pick(["midterm2", "zero", "incomplete", "undecided"])]);
  if (dice.chance(0.4))
    midterm1.push(['"282A"', dice.pick(["undecided", "project", "project", "incomplete", "zero"])]);
  if (midterm1.length > 0) readings.push(`  midterm1: ${flow(midterm1)}`);
  if (dice.chance(0.2))
    readings.push(`  midterm2: { "182": ${dice.pick(["incomplete", "zero", "undecided"])} }`);
  if (dice.chance(0.4)) {
    const reading = dice.pick(["undecided", "incomplete", "zero"]);
    readings.push(dice.chance(0.5) ? `  project: ${reading}` : `  project: { "282A": ${reading} }`);
  }
  return readings.length > 0 ? ["missed:", ...readings] : [];
}

const SHARES = [
  '{ "A A-": 40, "B+ B B-": 40, "C+ C C-": 15, "D+ D D- F": 5 }',
  '{ "A+ A A-": 45, "B+ B B-": 40, "C+ C C-": 10, "D+ D D- F": 5 }',
  '{ A+: 2.5, "A A-": 42.5, "B+ B B-": 40, "C+ C C-": 10, "D+ D D- F": 5 }',
  '{ "A A-": 33.3, "B+ B B-": 33.3, "C+ C C- D+ D D-": 30.4, F: 3 }',
];

function curveLines(dice: Dice, own282A: boolean): string[] {
  const pairs: [string, string][] = [];
  if (dice.chance(0.2)) {
    pairs.push(["cutoffs", flow(ladder(dice, dice.int(88, 95), 2.5, 0.85))]);
    if (dice.chance(0.5)) pairs.push(["method", "fixed"]);
    else
      pairs.push(
        ["method", "shift"],
        ["target_gpa", dice.pick(["2.5", "2", "1.25"])],
        ["step", dice.pick(["0.1", "0.25"])],
      );
  } else if (dice.chance(0.15)) {
    pairs.push(["method", "shares"], ["shares", dice.pick(SHARES)]);
    if (dice.chance(0.5)) pairs.push(["guaranteed", flow(ladder(dice, dice.int(86, 96), 2.1, 0.7))]);
  } else {
    if (dice.chance(0.3)) pairs.push(["shares", dice.pick(SHARES)]);
    if (dice.chance(0.4))
      pairs.push(["guaranteed", flow(ladder(dice, dice.int(86, 96), 2.1, dice.pick([0.2, 0.7, 1])))]);
    // Starts lower and falls faster than any guaranteed ladder, so the two never contradict.
    if (dice.chance(0.3))
      pairs.push(["minimum", flow(ladder(dice, dice.int(60, 83), 3.6, dice.pick([0.2, 0.7, 1])))]);
    if (dice.chance(0.5))
      pairs.push(["gpa", dice.pick(["[3.3, 3.5]", "[2.5, 2.8]", "[3.2, 3.2]", "[1, 1.2]", "[3.75, 3.8]"])]);
    if (dice.chance(0.15)) pairs.push(["near", dice.pick(["0.5", "0.1", "1"])]);
    if (dice.chance(0.15)) pairs.push(["near_weight", dice.pick(["0", "2", "0.5"])]);
    if (dice.chance(0.1)) pairs.push(["edge_weight", dice.pick(["1", "2.5"])]);
    if (dice.chance(0.1)) pairs.push(["inner_weight", dice.pick(["2", "0.5"])]);
  }
  const lines: string[] = [];
  if (pairs.length > 0) lines.push(`  "182": ${flow(pairs)}`);
  if (own282A) lines.push(`  "282A": { method: fixed, cutoffs: ${flow(ladder(dice, 90, 2.5, 0.9))} }`);
  return lines.length > 0 ? ["curve:", ...lines] : [];
}
