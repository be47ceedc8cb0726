import type { Code, Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Palette } from "./palette.ts";
import { printable, shortened } from "./printable.ts";

/** The text behind a file name, for excerpts; and the path by which the user knows it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** What stands between the cells of a row. */
  readonly separator: string;
}

const SHOWN_OF_ONE_CODE = 20;
const WIDTH = 80;

/** Prints diagnostics: errors before warnings, each with its row and a caret, at most 20 of one code in full. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  colours: Palette,
): string {
  const sorted = inOrder(diagnostics, [...sources.keys()]);
  return (["error", "warning"] as const)
    .flatMap((severity) =>
      severityTexts(
        sorted.filter((own) => own.severity === severity),
        sources,
        colours,
      ),
    )
    .join("\n");
}

/** File by file as they were read, each from top to bottom; what has no line stands before what has one. */
function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): readonly Diagnostic[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  const fileRank = ({ at }: Diagnostic) => (at === undefined ? files.length : (rank.get(at.file) ?? -1));
  return diagnostics.toSorted(
    (a, b) =>
      fileRank(a) - fileRank(b) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}

function severityTexts(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  colours: Palette,
): readonly string[] {
  const texts: string[] = [];
  const counts = new Map<Code, number>();
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= SHOWN_OF_ONE_CODE) texts.push(diagnosticText(diagnostic, sources, colours));
  }
  const severity = diagnostics[0]?.severity ?? "error";
  for (const [code, count] of counts) {
    const more = count - SHOWN_OF_ONE_CODE;
    if (more > 0)
      texts.push(`${label(severity, code, colours)}: and ${more} more like ${more === 1 ? "it" : "them"}.\n`);
  }
  return texts;
}

function label(severity: "error" | "warning", code: string, colours: Palette): string {
  return `${severity === "error" ? colours.error("error") : colours.warning("warning")}[${code}]`;
}

function diagnosticText(
  { at, severity, code, message, hint }: Diagnostic,
  sources: ReadonlyMap<string, Source>,
  colours: Palette,
): string {
  const place = at === undefined ? "" : `${placeText(at, sources)}: `;
  const excerpt = at === undefined ? [] : excerptOf(at, sources);
  const head = `${printable(place)}${label(severity, code, colours)}: ${shortened(printable(message))}`;
  return [head, ...excerpt.map(printable), `  hint: ${shortened(printable(hint))}`, ""].join("\n");
}

function placeText(at: Place, sources: ReadonlyMap<string, Source>): string {
  const path = sources.get(at.file)?.path ?? at.file;
  const file = path === "-" ? "stdin" : path;
  return [file, at.line, at.column].filter((part) => part !== undefined).join(":");
}

/** The offending row, cut to the terminal's width around the cell, and a caret under the cell. */
function excerptOf(at: Place, sources: ReadonlyMap<string, Source>): readonly string[] {
  const { text, separator = "," } = sources.get(at.file) ?? {};
  if (text === undefined || at.line === undefined) return [];
  const line = lineOf(text.replace(/^\uFEFF/, ""), at.line);
  if (line === undefined || line.trim() === "") return [];
  const { start, end } =
    at.column === undefined ? { start: 0, end: 0 } : span(line, at.column, at.unit ?? "field", separator);
  const prefix = `  ${at.line} | `;
  const { cut, shift } = window(line.replaceAll("\t", " "), start, end, WIDTH - prefix.length);
  const row = `${prefix}${cut}`;
  if (at.column === undefined) return [row];
  const carets = "^".repeat(Math.max(1, Math.min(end - start, WIDTH - prefix.length - (start - shift))));
  return [row, `${" ".repeat(prefix.length - 2)}| ${" ".repeat(start - shift)}${carets}`];
}

function lineOf(text: string, line: number): string | undefined {
  return text.split(/\r\n|\n|\r/)[line - 1];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the n-th field of a row stands (quotes included), or the word at a character. */
function span(line: string, column: number, unit: "field" | "character", separator: string): Span {
  if (unit === "character") {
    const start = Math.min(column - 1, line.length);
    const word = /^[^\s:,{}[\]]+/.exec(line.slice(start))?.[0] ?? "";
    return { start, end: start + word.length };
  }
  let field = 1;
  let start = 0;
  let quoted = false;
  for (let index = 0; index <= line.length; index += 1) {
    const char = line[index];
    if (char === '"') quoted = !quoted;
    if ((char === separator && !quoted) || char === undefined) {
      if (field === column) return { start, end: index };
      field += 1;
      start = index + 1;
    }
  }
  return { start: line.length, end: line.length };
}

/** At most `width` characters of a line around a span, with dots where it is cut; `shift` is what was cut in front. */
function window(
  line: string,
  start: number,
  end: number,
  width: number,
): { readonly cut: string; readonly shift: number } {
  if (line.length <= width) return { cut: line, shift: 0 };
  const length = Math.min(end - start, width - 6);
  const from = Math.max(0, Math.min(start - Math.floor((width - length) / 2), line.length - width));
  const head = from > 0 ? "..." : "";
  const tail = from + width < line.length ? "..." : "";
  const body = line.slice(from + head.length, from + width - tail.length);
  return { cut: `${head}${body}${tail}`, shift: from };
}
