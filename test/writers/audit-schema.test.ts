import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditSchema } from "../../src/writers/audit-schema.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { runOn } from "../properties/run.ts";
import { inputsOf, scenarios } from "../support/scenario-files.ts";

/** The published schema, as another program's validator reads it. */
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(auditSchema)));

type Json = Record<string, unknown>;

async function recordOf(files: ReadonlyMap<string, string | Uint8Array>): Promise<readonly Json[]> {
  const run = await runOn(files, ["--quiet"]);
  return run
    .text("audit.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
}

function problems(lines: readonly unknown[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const { success, error } = published.safeParse(line);
    return success ? [] : [`line ${index + 1}: ${JSON.stringify(error.issues).slice(0, 500)}`];
  });
}

describe("the schema of audit.jsonl", () => {
  it("fits every line of the example class", async () => {
    expect(problems(await recordOf(exampleClass()))).toEqual([]);
  });

  it("fits every line of fifty random classes and of one without its GPA window, which show every kind of line", async () => {
    const keys = new Set<string>();
    for (let seed = 6201; seed <= 6250; seed += 1) {
      const lines = await recordOf(randomClass(seed));
      expect(problems(lines), `seed ${seed}`).toEqual([]);
      for (const line of lines) for (const key of keysWithin(line)) keys.add(key);
    }
    const policy = 'extends: cs182-sp22\ncurve: { "182": { guaranteed: { A: 60 }, gpa: [1, 2] } }\n';
    const lines = await recordOf(new Map([...exampleClass(), ["policy.yaml", policy]]));
    expect(problems(lines)).toEqual([]);
    for (const line of lines) for (const key of keysWithin(line)) keys.add(key);
    expect(propertiesOf(auditSchema).filter((key) => !keys.has(key))).toEqual(["allow_sparse"]);
  });

  it("fits what open questions would give, one by one or by their ranges", async () => {
    for (const scenario of scenarios().filter(({ name }) => ["best-ungraded", "many-open"].includes(name)))
      expect(problems(await recordOf(inputsOf(scenario)))).toEqual([]);
  });

  it("refuses a line with a key too many, one too few, or a number where text is exact", async () => {
    const [manifest = {}, student = {}] = await recordOf(exampleClass());
    const { sid: _, ...nameless } = student;
    const derivation = student.derivation as Json;
    const wrong = [
      { ...manifest, more: 1 },
      { ...manifest, policy: { id: "x", sha256: "not a hash" } },
      nameless,
      { ...student, total: 86.925 },
      { ...student, total: "86.925" },
      { ...student, derivation: { ...derivation, from: [{ what: "letter", value: "A" }] } },
      { ...student, derivation: { ...derivation, value: 1 } },
      { kind: "teacher" },
      [],
    ];
    for (const line of wrong)
      expect(published.safeParse(line).success, JSON.stringify(line).slice(0, 80)).toBe(false);
  });
});

/** Every key that occurs in a value, at any depth. */
function keysWithin(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysWithin);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysWithin(inner)]);
}

/** Every key that the schema names. */
function propertiesOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf);
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(propertiesOf)])];
}
