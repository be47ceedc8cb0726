import { cellText } from "../../derivation/cell.ts";
import type { Derivation, Value } from "../../derivation/derivation.ts";
import type { Citation } from "../../policy/parameters.ts";
import { exactText } from "./numbers.ts";

/** One line of an explanation: a number or a word, what licensed it, the cells it came from, and the lines below it. */
export interface Line {
  /** The component that the line is about, where its neighbours are about others. */
  readonly title: string | undefined;
  /** Exact; blank where nothing is settled. */
  readonly value: string;
  /** The whole line in plain words, value and cells in it. */
  readonly text: string;
  readonly by: Citation | undefined;
  readonly cells: readonly string[];
  readonly from: readonly Line[];
}

interface Parts {
  readonly by?: Citation | undefined;
  readonly title?: string;
  /** Leaves whose cells the text names. */
  readonly sources?: readonly Derivation[];
  readonly cells?: readonly string[];
  readonly from?: readonly Line[];
}

export function line(value: string, text: string, parts: Parts = {}): Line {
  const { by, title, sources = [], cells = [], from = [] } = parts;
  const named = [...sources.flatMap((source) => placeOf(source) ?? []), ...cells];
  return { title, value, text, by, cells: [...new Set(named)], from };
}

/** The cell of a leaf, or the place of a policy file that set it; undefined for the built-in policy and for steps. */
export function placeOf(derivation: Derivation): string | undefined {
  if (derivation.kind === "cell") return cellText(derivation.cell);
  if (derivation.kind === "step" || derivation.place === undefined) return undefined;
  const { file, line: row, column } = derivation.place;
  return `${file}:${row}:${column}`;
}

/** A leaf's value with its place, or with the clause behind it: `93 (scores.csv:13:10)`. */
export function placed(derivation: Derivation, by: "with-clause" | "cell-only" = "cell-only"): string {
  const text = amountText(derivation.value);
  const place = placeOf(derivation);
  if (place !== undefined) return `${text} (${place})`;
  return by === "with-clause" && derivation.kind === "parameter" ? `${text} (${derivation.by})` : text;
}

/** Exact text of a number; a word as it is. */
export function amountText(value: Value): string {
  if (typeof value === "string") return value;
  return "numerator" in value ? exactText(value) : "";
}

/** All lines of a tree, the upper ones first. */
export function allLines(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((own) => [own, ...allLines(own.from)]);
}
