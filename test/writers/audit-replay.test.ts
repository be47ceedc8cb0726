import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { addCalendarDays, DAY, isoText, parseDuration } from "../oracle/los-angeles-clock.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { type Files, runOn } from "../properties/run.ts";

/** A derivation as audit.jsonl has it. */
interface Node {
  readonly what: string;
  readonly value: string;
  readonly operation?: string;
  readonly from?: readonly Node[];
}

type Words = readonly string[];

const LETTERS = ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"];
const number = (text = "") => new Fraction(text);
const text = (value: Fraction) => value.toFraction();
const seconds = (iso = "") => Date.parse(iso) / 1000;
const add = (values: Words) => text(values.reduce((sum, own) => sum.add(own), new Fraction(0)));
const notBelowZero = (value: Fraction) => text(value.compare(0) < 0 ? new Fraction(0) : value);

/** What each operation of the record does, written from its name alone; numbers with fraction.js. */
const OPERATIONS: Readonly<Record<string, (inputs: Words) => string>> = {
  sum: add,
  minus: ([a, b]) => text(number(a).sub(number(b))),
  instead: ([chosen = ""]) => chosen,
  "as given": ([letter = ""]) => letter,
  "days granted": ([days = ""]) => days,
  "the letter itself": ([letter = ""]) => letter,
  "decimal between two totals": ([value = ""]) => value,
  "weight x points / maximum": ([weight, points, maximum]) =>
    text(number(weight).mul(number(points)).div(number(maximum))),
  "missing work as zero": () => "0",
  "not handed in": () => "0",
  "zero by decision": () => "0",
  "counts zero": ([late, left]) => (number(late).compare(number(left)) > 0 ? "0" : "it was covered"),
  "on time by the export": () => "0",
  "not there": () => "missed",
  "own weight and the weight taken over": ([own = "", other = ""]) => add([own, other]),
  "points taken away": ([score, amount]) =>
    number(score).compare(0) < 0 ? text(number(score)) : notBelowZero(number(score).sub(number(amount))),
  "percent of the maximum": ([percent, of]) => text(number(percent).mul(number(of)).div(100)),
  "sum, never below zero": (days) => notBelowZero(number(add(days))),
  "counts, on time": ([score = ""]) => score,
  "counts if the days late are left": ([score = "", late, left]) =>
    number(late).compare(number(left)) <= 0 ? score : "0",
  "counts if it is in the best set": ([score = "", , , choice]) => (choice === "accepted" ? score : "0"),
  "submission minus lateness": ([submitted, late]) => isoText(seconds(submitted) - parseDuration(late ?? "")),
  "calendar days on": ([due, days]) => isoText(addCalendarDays(seconds(due), Number(days))),
  "days after": ([submitted, due, grace = "", unit]) => {
    const end = (days: number) =>
      unit === "elapsed-24h" ? seconds(due) + days * DAY : addCalendarDays(seconds(due), days);
    let days = 0;
    while (seconds(submitted) > end(days) + parseDuration(grace)) days += 1;
    return String(days);
  },
  "days of lateness": ([late = "", grace = "", extension]) =>
    String(
      Math.max(0, Math.ceil((parseDuration(late) - parseDuration(grace)) / DAY) - Number(extension ?? 0)),
    ),
};

/** The operations whose name holds a letter. */
function lettered(name: string, inputs: Words): string {
  const [first, second, ...rest] = inputs;
  const reached = /^at or above the cut-off: (\S+)$/.exec(name)?.[1];
  if (reached !== undefined) {
    const fits = number(first).compare(number(second)) >= 0;
    return fits && rest.every((next) => number(first).compare(number(next)) < 0) ? reached : "another letter";
  }
  const lowest = /^below the lowest cut-off: (\S+)$/.exec(name)?.[1];
  if (lowest !== undefined) return number(first).compare(number(second)) < 0 ? lowest : "another letter";
  const [, pass = "", fail = ""] = /^(P|S) or (NP|U)$/.exec(name) ?? [];
  if (pass === "") throw new Error(`the record names an operation that nobody wrote down: ${name}`);
  if (first === "RD") return "RD";
  return LETTERS.indexOf(first ?? "") <= LETTERS.indexOf(second ?? "") ? pass : fail;
}

/** Computes a derivation from its leaves; each step that gives something else is noted. */
function replayed({ what, value, operation, from }: Node, wrong: string[]): string {
  if (operation === undefined) return value;
  const inputs = (from ?? []).map((input) => replayed(input, wrong));
  const again = OPERATIONS[operation]?.(inputs) ?? lettered(operation, inputs);
  if (!same(again, value)) wrong.push(`${what}: ${again}, the record says ${value}`);
  return again;
}

function same(a: string, b: string): boolean {
  const isNumber = (own: string) => /^-?[\d.]+(\/\d+)?$/.test(own);
  return a === b || (isNumber(a) && isNumber(b) && number(a).equals(number(b)));
}

/** Every derivation of a line, however deep it stands. */
function derivationsIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(derivationsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("what" in value && "value" in value) return [value as Node];
  return Object.values(value).flatMap(derivationsIn);
}

async function replay(files: Files): Promise<{ readonly wrong: readonly string[]; readonly count: number }> {
  const lines = (await runOn(files, ["--quiet"])).text("audit.jsonl").trimEnd().split("\n").slice(1);
  const wrong: string[] = [];
  let count = 0;
  for (const line of lines) {
    const student = JSON.parse(line);
    const own: string[] = [];
    for (const derivation of derivationsIn(student)) {
      replayed(derivation, own);
      count += 1;
    }
    const total = totalIn(student.derivation);
    if (total !== undefined && student.total !== null && !number(total).equals(number(student.total)))
      own.push(`total ${total}, the record says ${student.total}`);
    wrong.push(...own.map((problem) => `${student.sid}: ${problem}`));
  }
  return { wrong, count };
}

function totalIn(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  return node.what === "total"
    ? replayed(node, [])
    : node.from?.map(totalIn).find((found) => found !== undefined);
}

describe("every derivation of audit.jsonl, computed again from its leaves by what the file alone says", () => {
  it("gives the values of the record for the example class", async () => {
    const { wrong, count } = await replay(exampleClass());
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(900);
  });

  it("and for thirty random classes", async () => {
    for (let seed = 7301; seed <= 7330; seed += 1) {
      const { wrong } = await replay(randomClass(seed));
      expect([seed, wrong.slice(0, 5)]).toEqual([seed, []]);
    }
  });

  it("is noticed where a leaf of the record is another", () => {
    const node = {
      what: "total",
      value: "3",
      operation: "sum",
      from: [
        { what: "a", value: "1" },
        { what: "b", value: "3" },
      ],
    };
    const wrong: string[] = [];
    replayed(node, wrong);
    expect(wrong).toEqual(["total: 4, the record says 3"]);
  });
});
