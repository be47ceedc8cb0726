import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { wrapped } from "./wrap.ts";

export interface Item {
  /** What names the item: an SID, a row. */
  readonly head: string;
  readonly text: string;
}

const LISTED = 20;

/** A titled list of at most twenty items, each within 80 columns; nothing where there is none. */
export function listLines(title: string, items: readonly Item[], colours: Palette): readonly string[] {
  if (items.length === 0) return [];
  const shown = items
    .slice(0, LISTED)
    .flatMap(({ head, text }) => wrapped(`  ${inLine(head)}  `, 6, inLine(text)));
  const rest = items.length > LISTED ? [`  and ${items.length - LISTED} more, with --json`] : [];
  return ["", colours.strong(`${title} (${items.length})`), ...shown, ...rest];
}
