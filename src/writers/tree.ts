import type { Line } from "../reports/explanation/line.ts";
import type { Palette } from "./palette.ts";
import { WIDTH } from "./wrap.ts";

const INDENT = 2;
const HANG = 2 * INDENT;
/** Titles beyond this are not lined up with their neighbours. */
const TITLE = 16;
const GAP = 2;

/** A section under its title; nothing where it has no lines. */
export function titled(title: string, lines: readonly string[], colours: Palette): readonly string[] {
  return lines.length === 0 ? [] : [colours.strong(title), ...lines];
}

/** A tree of lines: what is below is indented, the clause stands at the right edge. */
export function treeLines(lines: readonly Line[], depth: number, colours: Palette): readonly string[] {
  const width = Math.min(TITLE, Math.max(0, ...lines.map(({ title }) => title?.length ?? 0)));
  return lines.flatMap(({ title, text, by, from }) => {
    const head = title === undefined ? "" : `${title.padEnd(width)}  `;
    const indent = " ".repeat(depth * INDENT);
    const hang = head.length === 0 ? HANG : head.length;
    return [
      ...citedLines(`${head}${text}`, indent, by, colours, hang),
      ...treeLines(from, depth + 1, colours),
    ];
  });
}

/** A text within 80 columns, and its clause at the right edge of the last line, or of one of its own. */
export function citedLines(
  text: string,
  indent: string,
  by: string | undefined,
  colours: Palette,
  hang = HANG,
): readonly string[] {
  const lines = brokenLines(text, indent, hang);
  if (by === undefined) return lines;
  const last = lines.at(-1) ?? indent;
  const room = WIDTH - by.length;
  if (last.length + GAP > room) return [...lines, `${" ".repeat(room)}${colours.faint(by)}`];
  return [...lines.slice(0, -1), `${last.padEnd(room)}${colours.faint(by)}`];
}

/** Breaks at spaces, and within a word that no line could hold; what goes on is indented further. */
export function brokenLines(text: string, indent: string, hang = HANG): readonly string[] {
  const further = `${indent}${" ".repeat(Math.min(hang, 24))}`;
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  const turn = () => {
    lines.push(line);
    line = further;
    empty = true;
  };
  for (const word of text.replace(CONTROL, " ").trimEnd().split(" ")) {
    let rest = word;
    if (!empty && line.length + 1 + rest.length > WIDTH) turn();
    if (!empty) line += " ";
    while (line.length + rest.length > WIDTH) {
      const room = WIDTH - line.length;
      line += rest.slice(0, room);
      rest = rest.slice(room);
      turn();
    }
    line += rest;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: names and reasons may hold line breaks and escapes
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;
