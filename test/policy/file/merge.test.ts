import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { shortestText } from "../../../src/exact/decimal.ts";
import { readPolicy } from "../../../src/policy/file/read.ts";
import { policyOf } from "../../../src/policy/from-document.ts";
import type { Policy } from "../../../src/policy/parameters.ts";
import { DEFAULT_TERM } from "../../../src/policy/terms/index.ts";

function read(text: string): Policy {
  const found: Diagnostic[] = [];
  const policy = readPolicy("policy.yaml", text, (diagnostic) => void found.push(diagnostic));
  if (policy === undefined || found.length > 0) throw new Error(JSON.stringify(found));
  return policy;
}

const built = policyOf(DEFAULT_TERM);
const weightOf = (policy: Policy, track: string, id: string) => {
  const weight = policy.tracks.find((own) => own.id === track)?.weights.get(id);
  return weight && shortestText(weight);
};

describe("a policy that extends another", () => {
  it("changes nothing by itself", () => {
    expect(read("extends: cs182-sp22").document).toEqual(built.document);
  });

  it("changes what it says, key by key, and keeps the rest", () => {
    const policy = read("extends: cs182-sp22\nslip_days: { grace: 5m }\ncomponents: { hw2: { points: 40 } }");
    expect(policy.slipDays).toEqual({ ...built.slipDays, grace: 300_000 });
    expect(policy.components.map(({ points }) => shortestText(points))).toEqual([
      "100",
      "40",
      "100",
      "100",
      "100",
      "100",
      "100",
    ]);
    expect(policy.components[1]).toMatchObject({
      id: "hw2",
      title: "Homework 2",
      due: built.components[1]?.due,
    });
    expect(policy.curve).toEqual(built.curve);
  });

  it("changes single weights, so that they still sum to 100", () => {
    const policy = read(
      'extends: cs182-sp22\ntracks: { "182": { weights: { midterm1: 15, midterm2: 25 } } }',
    );
    expect(["hw1", "midterm1", "midterm2"].map((id) => weightOf(policy, "182", id))).toEqual([
      "15",
      "15",
      "25",
    ]);
    expect(weightOf(policy, "282A", "midterm1")).toBe("15");
  });

  it("replaces shares, names and cut-offs as a whole", () => {
    const policy = read(
      'extends: cs182-sp22\ncurve: { "182": { shares: { A: 50, F: 50 } } }\ncomponents: { hw1: { names: [Lab 1] } }',
    );
    expect(policy.curve.get("182")).toMatchObject({ shares: [{ letters: ["A"] }, { letters: ["F"] }] });
    expect(policy.components[0]?.names).toEqual(["Lab 1"]);
  });

  it("replaces the curve of a track by one of another method", () => {
    const policy = read(
      'extends: cs182-sp22\ncurve: { "182": { method: fixed, cutoffs: { A: 90, B: 80 } } }',
    );
    expect(policy.curve.get("182")).toMatchObject({ method: "fixed" });
    expect(policy.curve.get("282A")).toEqual({ method: "same-as", track: "182" });
  });

  it("takes over what it sets from the clauses, but not from interpretations, which name the setting", () => {
    const policy = read("extends: cs182-sp22\nslip_days: { budget: 7, unit: elapsed-24h }");
    expect(policy.clauses.get("slip_days.budget")).toBeUndefined();
    expect(policy.clauses.get("slip_days.unit")).toBe("i.slip-unit");
    expect(policy.clauses.get("slip_days.grace")).toBe("term.no-slack");
    expect(policy.places.get("slip_days.budget")).toMatchObject({ file: "policy.yaml", line: 2 });
  });

  it("means the same in JSON", () => {
    const yaml = read("extends: cs182-sp22\nslip_days: { order: best-for-student, budget: 7 }");
    const json = read(
      '{ "extends": "cs182-sp22", "slip_days": { "order": "best-for-student", "budget": 7 } }',
    );
    expect(json.document).toEqual(yaml.document);
  });

  it("keeps every decimal exact, however it is written", () => {
    const policy = read(
      'extends: cs182-sp22\ncurve: { "182": { near: 0.10, guaranteed: { A: 92.99999999999999999 } } }',
    );
    const settings = policy.curve.get("182");
    if (settings?.method !== "guideline") throw new Error("another method");
    expect(shortestText(settings.near)).toBe("0.1");
    expect([...settings.guaranteed.values()].map(shortestText)).toEqual(["92.99999999999999999"]);
  });
});
