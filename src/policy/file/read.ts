import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { z } from "zod";
import type { Place, Report } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { Term } from "../document.ts";
import { policyOf } from "../from-document.ts";
import type { Citation, Policy, PolicyPlace } from "../parameters.ts";
import { terms } from "../terms/index.ts";
import { checkMeaning, type Locate } from "./check.ts";
import { isMapping, merge, type Raw, rawOf } from "./merge.ts";
import { schema } from "./schema.ts";

/** Reads a policy file, YAML or JSON; every problem is reported with its line, and then there is no policy. */
export function readPolicy(file: string, text: string, report: Report): Policy | undefined {
  let sound = true;
  const tell: Report = (diagnostic) => {
    sound = false;
    report(diagnostic);
  };
  const written = parse(file, text, tell);
  if (written === undefined || !sound) return undefined;
  const { raw, places } = written;
  const locate: Locate = (path) => placeOf(file, places, path);
  const { extends: extended, ...own } = raw;
  const base = typeof extended === "string" ? terms.get(extended) : undefined;
  if (extended !== undefined && base === undefined) {
    const known = [...terms.keys()].join(", ");
    const at = locate(["extends"]);
    if (typeof extended === "string")
      tell(problem("policy-reference", { path: "extends", kind: "policy", text: extended, known }, at));
    else tell(problem("policy-value", { path: "extends", found: shown(extended), expected: known }, at));
    return undefined;
  }
  const merged = base === undefined ? own : merge(rawOf(base.document), own);
  const checked = schema.safeParse(merged);
  if (!checked.success) {
    for (const issue of checked.error.issues) reportIssue(issue, merged, locate, tell);
    return undefined;
  }
  checkMeaning(checked.data, locate, tell);
  if (!sound) return undefined;
  const term: Term = { document: checked.data, clauses: clausesLeft(base, places) };
  return policyOf(term, places);
}

/** An alias without its anchor, or one that unfolds without end, only shows when the values are asked for. */
function valuesOf(document: Document, fail: (reason: string) => void): Raw | null | undefined {
  try {
    return document.toJS() as Raw | null;
  } catch (failure) {
    fail(firstSentence(failure instanceof Error ? failure.message : String(failure)));
    return undefined;
  }
}

interface Written {
  readonly raw: { readonly [key: string]: Raw };
  readonly places: ReadonlyMap<string, PolicyPlace>;
}

function parse(file: string, text: string, report: Report): Written | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const place = (offset: number): PolicyPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  for (const { message, pos } of document.errors)
    report(
      problem("policy-syntax", { reason: firstSentence(message) }, { ...place(pos[0]), unit: "character" }),
    );
  if (document.errors.length > 0) return undefined;
  const raw = valuesOf(document, (reason) => report(problem("policy-syntax", { reason }, { file, line: 1 })));
  if (raw === undefined) return undefined;
  if (raw === null || !isMapping(raw)) {
    report(problem("policy-syntax", { reason: "it is no mapping of settings" }, { file, line: 1 }));
    return undefined;
  }
  const places = new Map<string, PolicyPlace>();
  collect(document.contents as Node, [], places, place);
  return { raw, places };
}

function collect(
  node: Node,
  path: readonly string[],
  places: Map<string, PolicyPlace>,
  place: (offset: number) => PolicyPlace,
): void {
  if (isMap(node))
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const inner = [...path, name];
      places.set(inner.join("."), place((key as Node).range?.[0] ?? 0));
      if (value !== null) collect(value as Node, inner, places, place);
    }
  if (isSeq(node))
    node.items.forEach((item, index) => {
      places.set([...path, index].join("."), place((item as Node).range?.[0] ?? 0));
      collect(item as Node, [...path, String(index)], places, place);
    });
}

/** The place of a path, or of the nearest setting around it that the file writes. */
function placeOf(file: string, places: ReadonlyMap<string, PolicyPlace>, path: readonly string[]): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const found = places.get(path.slice(0, length).join("."));
    if (found !== undefined) return { ...found, unit: "character" };
  }
  return { file, line: 1 };
}

function reportIssue(issue: z.core.$ZodIssue, raw: Raw, locate: Locate, report: Report): void {
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

function shown(raw: Raw): string {
  if (typeof raw === "string") return `"${raw}"`;
  return Array.isArray(raw) ? "a list" : "a mapping";
}

function firstSentence(message: string): string {
  const [first = message] = message.split(/\n| at line /);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, "");
}

/** A value that the file sets is no longer the clause's own; an interpretation is, since it names the setting. */
function clausesLeft(
  base: Term | undefined,
  places: ReadonlyMap<string, PolicyPlace>,
): Readonly<Record<string, Citation>> {
  const clauses = Object.entries(base?.clauses ?? {});
  return Object.fromEntries(clauses.filter(([path, by]) => by.startsWith("i.") || !places.has(path)));
}
