import { z } from "zod";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { Locate } from "./check.ts";
import { isMapping, type Raw } from "./merge.ts";
import { schema } from "./schema.ts";

/** Reports one thing that the shape of a policy forbids, at the setting that is wrong. */
export function reportIssue(issue: z.core.$ZodIssue, raw: Raw, locate: Locate, report: Report): void {
  const path = issue.path.map(String);
  const name = path.join(".");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const at = [...path, key];
      report(
        problem(
          "policy-unknown-key",
          { key: at.join("."), nearest: nearest(key, knownKeys(path)) },
          locate(at),
        ),
      );
    }
    return;
  }
  if (issue.code === "invalid_key") {
    const expected = "lower-case letters, digits and _, a letter first, such as quiz_1";
    const facts = { path: name, found: "no id of a component", expected };
    report(problem("policy-value", facts, locate(path)));
    return;
  }
  const found = valueAt(raw, path);
  if (found === undefined) report(problem("policy-missing-key", { path: name }, locate(path)));
  else
    report(
      problem("policy-value", { path: name, found: shown(found), expected: issue.message }, locate(path)),
    );
}

/** The keys that the schema knows at a path. */
function knownKeys(path: readonly string[]): readonly string[] {
  let nodes: readonly JsonSchema[] = [z.toJSONSchema(schema, { io: "input" }) as JsonSchema];
  for (const key of path)
    nodes = nodes.flatMap(alternatives).flatMap(({ properties, additionalProperties }) => {
      const next = properties?.[key] ?? additionalProperties;
      return next === undefined || typeof next === "boolean" ? [] : [next];
    });
  const keys = nodes.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
  return path.length === 0 ? [...keys, "extends"] : keys;
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

function alternatives(node: JsonSchema): readonly JsonSchema[] {
  return node.anyOf ?? node.oneOf ?? [node];
}

function valueAt(raw: Raw | undefined, path: readonly string[]): Raw | undefined {
  return path.reduce<Raw | undefined>((current, key) => {
    if (Array.isArray(current)) return (current as readonly Raw[])[Number(key)];
    return isMapping(current) ? current[key] : undefined;
  }, raw);
}

/** A value as messages show it. */
export function shown(raw: Raw): string {
  if (typeof raw === "string") return `"${raw}"`;
  return Array.isArray(raw) ? "a list" : "a mapping";
}
