import { beforeAll, describe, expect, it } from "vitest";
import type { CellLeaf, ParameterLeaf, Value } from "../../src/derivation/derivation.ts";
import { derive, given, operation } from "../../src/derivation/derivation.ts";
import { minus, plus, total } from "../../src/derivation/operations.ts";
import { leaves, replay } from "../../src/derivation/replay.ts";
import { parseDecimal } from "../../src/exact/decimal.ts";
import { fractionText, fromFractionText, type Rational, rational, sum } from "../../src/exact/rational.ts";
import { clauses } from "../../src/policy/clauses.ts";
import { interpretations } from "../../src/policy/interpretations.ts";
import { parseDuration, parseGrace, parseLocalTime, parseTime } from "../../src/time/parse.ts";
import { resolve } from "../../src/time/zone.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { runOn } from "../properties/run.ts";
import { derivationsOf, type GradedClass, graded } from "./graded.ts";

const SEEDS = Array.from({ length: 12 }, (_, index) => 3001 + index);
const IDS = new Set([...Object.keys(clauses), ...Object.keys(interpretations)]);
let classes: readonly (readonly [string, GradedClass])[] = [];

beforeAll(async () => {
  classes = await Promise.all([
    graded(exampleClass()).then((own) => ["the example class", own] as const),
    ...SEEDS.map(async (seed) => [`class ${seed}`, await graded(randomClass(seed))] as const),
  ]);
});

/** Every derivation of every student, with where it belongs for a failure to name. */
function* everyDerivation() {
  for (const [name, own] of classes)
    for (const grade of own.grades.grades)
      for (const [what, derivation] of derivationsOf(grade))
        yield { own, derivation, place: `${name}, ${grade.assessment.student.sid.value}, ${what}` };
}

/** Every leaf, once, with the first place that it was found in. */
function* everyLeaf() {
  const seen = new Set<unknown>();
  for (const { own, derivation, place } of everyDerivation())
    for (const leaf of leaves(derivation)) {
      if (seen.has(leaf)) continue;
      seen.add(leaf);
      yield { own, leaf, place };
    }
}

describe("every derivation of every student", () => {
  it("gives its value again when it is replayed from its leaves alone", () => {
    const wrong: string[] = [];
    let steps = 0;
    for (const { derivation, place } of everyDerivation()) {
      const [again, shown] = [textOf(replay(derivation)), textOf(derivation.value)];
      if (again !== shown) wrong.push(`${place}: ${again}, not ${shown}`);
      if (derivation.kind === "step") steps += 1;
    }
    expect(wrong).toEqual([]);
    expect(steps).toBeGreaterThan(5000);
  });

  it("cites a known clause or interpretation at every step and at every parameter", () => {
    const cited = new Set<string>();
    for (const { derivation } of everyDerivation()) for (const id of citationsOf(derivation)) cited.add(id);
    expect([...cited].filter((id) => !IDS.has(id))).toEqual([]);
    expect(cited.size).toBeGreaterThan(20);
  });

  it("takes a letter given by decision from its cell of adjustments.csv", () => {
    const givenLetters = classes.flatMap(([, own]) =>
      own.grades.grades.flatMap(({ status, letter }) =>
        status.kind === "given" && letter !== undefined ? [{ status, leaf: leaves(letter)[0] }] : [],
      ),
    );
    for (const { status, leaf } of givenLetters)
      expect(leaf).toMatchObject({ kind: "cell", value: status.letter.value, cell: status.letter.cell });
    expect(givenLetters.length).toBeGreaterThan(5);
  });

  it("ends in cells whose text in the file really is that value", () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const { own, leaf, place } of everyLeaf()) {
      if (leaf.kind !== "cell") continue;
      cells += 1;
      const { file, line, column } = leaf.cell;
      const text = own.textAt(file, line, column);
      if (!readingsOf(text ?? "no such cell", leaf, own).includes(textOf(leaf.value)))
        wrong.push(`${place}: ${leaf.what} ${textOf(leaf.value)}, but ${file}:${line}:${column} is ${text}`);
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(5000);
  });

  it("ends otherwise in parameters that the policy in force really sets so, or in what a clause names", () => {
    const wrong: string[] = [];
    const paths = new Set<string>();
    for (const { own, leaf, place } of everyLeaf()) {
      if (leaf.kind !== "parameter" || leaf.path === undefined) continue;
      paths.add(leaf.path.replace(/\.(hw\d|midterm\d|project)/, ""));
      const text = settingAt(own, leaf.path);
      if (!readingsOf(text ?? "no such setting", leaf, own).includes(textOf(leaf.value)))
        wrong.push(`${place}: ${leaf.path} ${textOf(leaf.value)}, but the policy says ${text}`);
    }
    expect(wrong).toEqual([]);
    const expected = ["components.points", "components.due", "tracks.182.weights", "slip_days.budget"];
    expect([...paths]).toEqual(expect.arrayContaining(expected));
  });

  it("says where the policy file sets a parameter, if it does", () => {
    const wrong: string[] = [];
    let placed = 0;
    for (const { own, leaf, place } of everyLeaf()) {
      if (leaf.kind !== "parameter" || leaf.path === undefined) continue;
      if (leaf.place !== own.policy.places.get(leaf.path)) wrong.push(`${place}: ${leaf.path}`);
      if (leaf.place !== undefined) placed += 1;
    }
    expect(wrong).toEqual([]);
    expect(placed).toBeGreaterThan(5);
  });
});

describe("every total", () => {
  it("is the sum of the contributions shown, over weights that add up to 100", () => {
    const wrong: string[] = [];
    let totals = 0;
    for (const { derivation, place } of everyDerivation()) {
      if (!place.includes(", total") || derivation.kind !== "step") continue;
      totals += 1;
      const parts = sum(derivation.from.map((part) => part.value as Rational));
      const weights = sum(
        derivation.from.flatMap((part) => (part.kind === "step" ? (part.from[0]?.value as Rational) : [])),
      );
      const shown = [parts, weights].map(fractionText).join(" over ");
      if (shown !== `${fractionText(derivation.value as Rational)} over 100/1`)
        wrong.push(`${place}: ${shown}`);
    }
    expect(wrong).toEqual([]);
    expect(totals).toBeGreaterThan(500);
  });

  it("is in the audit record as the exact sum of the contributions printed there", async () => {
    const { text } = await runOn(exampleClass(), ["--quiet"]);
    const records = text("audit.jsonl").trim().split("\n").slice(1);
    let totals = 0;
    for (const record of records) {
      const { total: shown, derivation } = JSON.parse(record) as AuditRecord;
      const found = derivation && totalIn(derivation);
      if (shown === null || found === undefined) continue;
      totals += 1;
      const parts = (found.from ?? []).map(({ value }) => parseDecimal(value) ?? fromFractionText(value));
      expect(fractionText(sum(parts))).toBe(shown);
    }
    expect(totals).toBeGreaterThan(300);
  });
});

interface Printed {
  readonly what: string;
  readonly value: string;
  readonly from?: readonly Printed[];
}

interface AuditRecord {
  readonly total: string | null;
  readonly derivation?: Printed;
}

function totalIn(printed: Printed): Printed | undefined {
  if (printed.what === "total") return printed;
  return printed.from?.map(totalIn).find((found) => found !== undefined);
}

describe("a derivation", () => {
  const two = given("hw.weight", "two", rational(2));
  const three = given("hw.weight", "three", rational(3));

  it("remembers its inputs and the rule that licensed it", () => {
    const step = derive("i.rounding", "sum", plus, two, three);
    expect(step).toMatchObject({ kind: "step", what: "sum", by: "i.rounding", from: [two, three] });
    expect(step.value).toEqual(rational(5));
    expect(leaves(derive("i.rounding", "all", total, step, two))).toEqual([two, three, two]);
  });

  it("that was tampered with no longer replays to its value", () => {
    const honest = derive("i.rounding", "difference", minus, three, two);
    expect(replay(honest)).toEqual(honest.value);
    const forged = { ...honest, value: rational(4) };
    expect(replay(forged)).not.toEqual(forged.value);
    const wrongLeaf = { ...honest, from: [three, { ...two, value: rational(1) }] };
    expect(replay(wrongLeaf)).not.toEqual(wrongLeaf.value);
  });

  it("keeps words and numbers apart", () => {
    const chosen = operation(
      "points if accepted",
      (points: Rational, choice: string): Rational => (choice === "accepted" ? points : rational(0)),
    );
    const step = derive("i.slip-order", "score", chosen, three, given("i.slip-order", "choice", "rejected"));
    expect(replay(step)).toEqual(rational(0));
  });
});

function citationsOf(derivation: Parameters<typeof replay>[0]): readonly string[] {
  if (derivation.kind === "cell") return [];
  return derivation.kind === "step"
    ? [derivation.by, ...derivation.from.flatMap(citationsOf)]
    : [derivation.by];
}

function textOf(value: Value): string {
  if (typeof value === "string") return `word ${value}`;
  if ("numerator" in value) return `number ${fractionText(value)}`;
  if ("instant" in value) return `instant ${value.instant}`;
  return "milliseconds" in value ? `length ${value.milliseconds}` : `zone ${value.name}`;
}

/** What a text can mean, in the form that `textOf` gives to values. */
function readingsOf(text: string, leaf: CellLeaf | ParameterLeaf, { zone }: GradedClass): readonly string[] {
  const number = parseDecimal(text.replace(/^\+/, "").replace(/%$/, ""));
  const time = parseTime(text, zone);
  const local = leaf.kind === "parameter" ? parseLocalTime(text) : undefined;
  const length = leaf.kind === "cell" ? parseDuration(text) : parseGrace(text);
  return [
    `word ${text}`,
    ...(number === undefined ? [] : [`number ${fractionText(number)}`]),
    ...(time.kind === "instant" ? [`instant ${time.instant}`] : []),
    ...(local === undefined ? [] : [`instant ${resolve(zone, local).instant}`]),
    ...(length === undefined ? [] : [`length ${length}`]),
    ...(text === zone.name ? [`zone ${text}`] : []),
  ];
}

function settingAt({ policy }: GradedClass, path: string): string | undefined {
  const found = path.split(".").reduce<unknown>((node, key) => {
    // A reading that is not given track by track holds for every track.
    if (path.startsWith("missed.") && typeof node === "string") return node;
    return typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }, policy.document);
  return found === undefined ? undefined : String(found);
}
