import { decimalText, shortestText } from "../exact/decimal.ts";
import { absolute, isNegative, isZero, type Rational } from "../exact/rational.ts";
import type { CutMove, CutSensitivity, TrackSensitivity } from "../reports/sensitivity.ts";
import { cutoffText } from "./histogram.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { wrapped } from "./wrap.ts";

const COLUMN = 7;

/** What moving one cut-off does, a table: letters that change, and below them the change of the GPA. */
export function moveLines(
  { track, cuts }: TrackSensitivity,
  full: boolean,
  colours: Palette,
): readonly string[] {
  const [first] = cuts;
  if (first === undefined) return [];
  const distances = first.moves
    .filter(({ direction }) => direction === "lower")
    .map(({ by }) => shortestText(by));
  const heads = [...distances.map((by) => `-${by}`), ...distances.map((by) => `+${by}`)];
  const moving = cuts.filter(({ moves }) => moves.some(({ movers }) => movers.length > 0));
  const still = cuts.filter((cut) => !moving.includes(cut)).map(({ letter }) => letter);
  const clipped = cuts.some(({ moves }) => moves.some(({ reaches }) => reaches !== undefined));
  return [
    colours.strong(`${track}: one cut-off moved`),
    "  Lowered (-) so many students rise, raised (+) they fall; below it, the change",
    "  of the GPA of all letter grades.",
    colours.faint(
      `  ${"letter".padEnd(7)}${"cut-off".padStart(8)}${heads.map((head) => head.padStart(COLUMN)).join("")}`,
    ),
    ...moving.flatMap((cut) => cutLines(cut, full, colours)),
    ...(still.length === 0
      ? []
      : wrapped("  ", 2, [...still.slice(0, -1), `${still.at(-1)}: no letter changes`])),
    ...(clipped ? ["  * ends at the neighbouring cut-off: nobody is left for one of the two letters"] : []),
  ];
}

function cutLines(
  { letter, cutoff, moves }: CutSensitivity,
  full: boolean,
  colours: Palette,
): readonly string[] {
  const ordered = [
    ...moves.filter(({ direction }) => direction === "lower"),
    ...moves.filter(({ direction }) => direction === "raise"),
  ];
  const cells = (cell: (move: CutMove) => string) =>
    ordered.map((move) => cell(move).padStart(COLUMN)).join("");
  return [
    `  ${letter.padEnd(7)}${cutoffText(cutoff).padStart(8)}${cells(({ movers, reaches }) => `${reaches === undefined ? "" : "*"}${movers.length}`)}`,
    ...(moves.every(({ gpaChange }) => gpaChange === undefined || isZero(gpaChange))
      ? []
      : [colours.faint(`  ${" ".repeat(15)}${cells(({ gpaChange }) => changeText(gpaChange))}`)]),
    ...(full ? ordered.flatMap((move, index) => nameLines(move, ordered[index - 1])) : []),
  ];
}

/** Whoever a move changes beside those that the smaller one in its direction does. */
function nameLines(move: CutMove, before: CutMove | undefined): readonly string[] {
  const known = before?.direction === move.direction ? before.movers.length : 0;
  const further = move.movers.slice(known);
  if (further.length === 0) return [];
  const sign = move.direction === "lower" ? "-" : "+";
  const names = further.map(({ sid, name }) => `${sid} ${inLine(name).replaceAll(",", "")}`);
  return wrapped(`    ${sign}${shortestText(move.by)} to ${move.letter}: `, 6, names);
}

function changeText(change: Rational | undefined): string {
  if (change === undefined) return "-";
  if (isZero(change)) return "0";
  return `${isNegative(change) ? "-" : "+"}${decimalText(absolute(change), 3, "half-up")}`;
}
