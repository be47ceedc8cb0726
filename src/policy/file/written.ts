import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Place, Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { PolicyPlace } from "../parameters.ts";
import { isMapping, type Raw } from "./merge.ts";

/** The values of a policy file, and where each of them stands. */
export interface Written {
  readonly raw: { readonly [key: string]: Raw };
  readonly places: ReadonlyMap<string, PolicyPlace>;
}

/** Parses YAML or JSON; undefined, and said why, when it is neither or no mapping. */
export function parseWritten(file: string, text: string, report: Report): Written | undefined {
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
export function placeOf(
  file: string,
  places: ReadonlyMap<string, PolicyPlace>,
  path: readonly string[],
): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const found = places.get(path.slice(0, length).join("."));
    if (found !== undefined) return { ...found, unit: "character" };
  }
  return { file, line: 1 };
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

function firstSentence(message: string): string {
  const [first = message] = message.split(/\n| at line /);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, "");
}
