import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { readPolicy } from "../../../src/policy/file/read.ts";
import { policyOf } from "../../../src/policy/from-document.ts";
import { DEFAULT_TERM } from "../../../src/policy/terms/index.ts";

function read(text: string) {
  const found: Diagnostic[] = [];
  const policy = readPolicy("policy.yaml", text, (diagnostic) => void found.push(diagnostic));
  return { codes: found.map(({ code }) => code), document: policy?.document };
}

const built = policyOf(DEFAULT_TERM).document;

describe("a policy file with a wrong setting", () => {
  it("is read as if the setting were that of the policy it extends; the sound ones stay", () => {
    const { codes, document } = read(
      "extends: cs182-sp22\ntitle: Mine\nslip_days: { order: best }\ncurv: 1\ncomponents: { hw2: { points: 40 } }",
    );
    expect(codes).toEqual(["policy-value", "policy-unknown-key"]);
    expect(document).toEqual({
      ...built,
      title: "Mine",
      components: { ...built.components, hw2: { ...built.components.hw2, points: "40" } },
    });
  });

  it("is read so too where a setting contradicts another one", () => {
    const { codes, document } = read('extends: cs182-sp22\ncurve: { "182": { gpa: [3.5, 3.0] } }');
    expect([codes, document]).toEqual([["policy-contradiction"], built]);
  });

  it.each([
    ["components", "components: { hw1: { points: x } }"],
    ["tracks", 'tracks: { "182": { weights: { hw1: 16 } } }'],
    ["letters", "letters: { A: four }"],
    ["time zone", "time_zone: Berkeley"],
    ["base", "extends: cs189"],
    ["syntax", "title: [1"],
  ])("is not read at all where its %s is wrong", (what, setting) => {
    const text = what === "base" ? setting : `extends: cs182-sp22\n${setting}`;
    const { codes, document } = read(text);
    expect(codes.length).toBeGreaterThan(0);
    expect(document).toBeUndefined();
  });

  it("is not read at all where it extends nothing and has no components", () => {
    expect(read("title: Mine").document).toBeUndefined();
  });
});
