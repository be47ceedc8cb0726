import { decimalText, gradePointText } from "../exact/decimal.ts";
import type { LetterCount, TrackDistribution } from "../reports/distribution.ts";
import { gpaText, shareText } from "../reports/percent.ts";
import { cutoffText } from "./histogram.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Titles with the columns that each takes: in full, and on a terminal narrower than these. */
const ROOMY: Titles = [
  ["  letter ", 8],
  ["cut-off", 9],
  ["all", 6],
  ["share %", 9],
  ["fitted", 9],
  ["share %", 9],
  ["guideline %", 13],
];
const NARROW: Titles = [
  ["", 4],
  ["cut-off", 8],
  ["all", 5],
  ["%", 6],
  ["fit", 5],
  ["%", 6],
  ["guide", 6],
];
type Titles = readonly (readonly [title: string, columns: number])[];

/** Letters with counts and shares; the guideline stands beside the students it is about. */
export function letterLines(track: TrackDistribution, colours: Palette, width: number): readonly string[] {
  const compared = track.letters.some(({ guideline }) => guideline !== undefined) && track.fitted > 0;
  const of = (titles: Titles) => titles.slice(0, compared ? 7 : 4);
  const roomy = of(ROOMY).reduce((sum, [, columns]) => sum + columns, 0);
  const titles = of(roomy <= width ? ROOMY : NARROW);
  const line = (cells: readonly string[]) =>
    titles
      .map(([, columns], index) => {
        const cell = cells[index] ?? "";
        return index === 0 ? cell.padEnd(columns) : cell.padStart(columns);
      })
      .join("")
      .trimEnd();
  return [
    colours.faint(line(titles.map(([title]) => title))),
    ...track.letters.map((letter) => line(cellsOf(letter, track))),
  ];
}

function cellsOf(
  { letter, cutoff, all, fitted, guideline }: LetterCount,
  track: TrackDistribution,
): readonly string[] {
  return [
    `  ${letter}`,
    cutoff === undefined ? "" : cutoffText(cutoff),
    String(all),
    shareText(all, track.letterGraded),
    String(fitted),
    shareText(fitted, track.fitted),
    guideline === undefined ? "" : decimalText(guideline, 1, "half-up"),
  ];
}

export function gpaLines(
  { gpa, gpaFitted, settings, letterGraded, others }: TrackDistribution,
  width: number,
): readonly string[] {
  const window =
    settings === undefined
      ? ""
      : `; guideline ${gradePointText(settings.gpa.lowest)} to ${gradePointText(settings.gpa.highest)}`;
  const fitted = gpaFitted === undefined ? "" : `; fitted group ${gpaText(gpaFitted)}${window}`;
  const all = `GPA ${gpa === undefined ? "-" : gpaText(gpa)} of ${counted(letterGraded, "letter grade")}${fitted}`;
  // A grade and its count stay together where the line breaks.
  const rest = others.map(({ grade, count }) => `${grade}\u00a0${count}`).join("  ");
  return [
    ...wrapped("  ", 2, all, width),
    ...(rest === ""
      ? []
      : wrapped("  ", 2, `not in the GPA: ${rest}`, width).map((line) => line.replaceAll("\u00a0", " "))),
  ];
}
