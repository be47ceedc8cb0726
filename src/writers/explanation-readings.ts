import { exactText, shortText } from "../reports/explanation/numbers.ts";
import type { RangeGiven, ReadingGiven } from "../reports/explanation/readings.ts";
import type { Explanation } from "../reports/explanation.ts";
import type { Palette } from "./palette.ts";
import { brokenLines, citedLines, titled, treeLines } from "./tree.ts";

/** What the answers to open questions would give: each combination, or between what they lie. */
export function readingLines({ status, readings, ranges }: Explanation, colours: Palette): readonly string[] {
  if (status !== "undecided") return [];
  const lines = [
    ...readings.flatMap((reading) => givenLines(reading, colours)),
    ...rangeLines(ranges, colours),
  ];
  const none = "  None can be shown: there is no score to work with, or too many exams are open.";
  return titled("What each reading would give", lines.length === 0 ? brokenLines(none, "") : lines, colours);
}

function givenLines(reading: ReadingGiven, colours: Palette, head = ""): readonly string[] {
  const { words, total, from } = reading;
  const text =
    total === undefined
      ? `${head}${reading.grade} ${words}`
      : `${head}${gradeText(reading)} ${words}: ${exactText(total)} =`;
  return [...citedLines(text, "  ", undefined, colours), ...treeLines(from, 2, colours)];
}

/** The range of all combinations, that of each answer by itself, and the arithmetic of the two ends. */
function rangeLines(ranges: readonly RangeGiven[], colours: Palette): readonly string[] {
  const [all, ...alone] = ranges;
  if (all === undefined) return [];
  const head = `  ${all.combinations} combinations of answers: ${rangeText(all)}; one answer alone leaves:`;
  return [
    ...brokenLines(head, ""),
    ...alone.flatMap((range) => brokenLines(`${range.words}: ${rangeText(range)}`, "    ")),
    ...(all.lowest === undefined ? [] : givenLines(all.lowest, colours, "lowest: ")),
    ...(all.highest === undefined ? [] : givenLines(all.highest, colours, "highest: ")),
  ];
}

function rangeText({ lowest, highest, incomplete }: RangeGiven): string {
  const lie =
    lowest === undefined || highest === undefined ? [] : [`${endText(lowest)} to ${endText(highest)}`];
  return [...lie, ...(incomplete ? ["an I"] : [])].join(", or ");
}

function endText(reading: ReadingGiven): string {
  return `${reading.total === undefined ? "" : `${shortText(reading.total)} `}${gradeText(reading)}`;
}

function gradeText({ letter, grade }: ReadingGiven): string {
  return grade === letter ? grade : `${letter}, grade ${grade}`;
}
