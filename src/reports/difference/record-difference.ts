import { linesOf, sameBytes } from "../../records/lines.ts";
import { type Difference, endsEarly, goesOn, shortened } from "./difference.ts";

/** The first difference of a record from the lines that it should have, by its path in the line. */
export function recordDifference(own: Uint8Array, computed: Iterable<string>): Difference | undefined {
  const found = linesOf(own);
  const encoder = new TextEncoder();
  let number = 0;
  for (const text of computed) {
    number += 1;
    const { value: line, done } = found.next();
    if (done === true || line === undefined) return endsEarly(number);
    const expected = encoder.encode(text.slice(0, -1));
    if (!sameBytes(line.bytes, expected)) return lineDifference(number, line.bytes, text);
    if (!line.ended) return { kind: "form", line: number, reason: "its last line has no end" };
  }
  return found.next().done === true ? undefined : goesOn(number + 1);
}

function lineDifference(line: number, own: Uint8Array, computed: string): Difference {
  const expected = JSON.parse(computed) as Json;
  const found = parsed(own);
  if (found === undefined) return { kind: "form", line, reason: "the line is cut short or no JSON" };
  const first = firstDifference(found, expected, "");
  if (first === undefined)
    return { kind: "form", line, reason: "its values are the same, but written otherwise" };
  const sid = isObject(expected) && line > 1 ? ` of ${String(expected.sid)}` : "";
  return {
    kind: "value",
    line,
    what: `${first.path}${sid}`,
    own: valueText(first.own),
    computed: valueText(first.computed),
  };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

interface Found {
  readonly path: string;
  readonly own: Json | undefined;
  readonly computed: Json | undefined;
}

function firstDifference(own: Json | undefined, computed: Json | undefined, path: string): Found | undefined {
  if (own === computed) return undefined;
  const sameKind = Array.isArray(own) === Array.isArray(computed);
  if (!isObject(own) || !isObject(computed) || !sameKind) return { path, own, computed };
  for (const key of new Set([...Object.keys(computed), ...Object.keys(own)])) {
    const step = Array.isArray(computed) ? `[${key}]` : path === "" ? key : `.${key}`;
    const found = firstDifference(own[key], computed[key], path + step);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null;
}

function valueText(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return shortened(typeof value === "string" ? value : JSON.stringify(value));
}
