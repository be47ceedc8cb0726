import { cellText } from "../derivation/cell.ts";
import { shortestText } from "../exact/decimal.ts";
import { type Distances, roomText, type Step } from "../reports/explanation/distance.ts";
import { enoughText, exactText } from "../reports/explanation/numbers.ts";
import type { Explanation } from "../reports/explanation.ts";
import { settingText } from "../reports/notes.ts";
import { percentText } from "../reports/percent.ts";
import type { Zone } from "../time/zone.ts";
import { fullSections } from "./explanation-full.ts";
import { readingLines } from "./explanation-readings.ts";
import type { Palette } from "./palette.ts";
import { brokenLines, citedLines, titled, treeLines } from "./tree.ts";
import { counted } from "./words.ts";

/** What `explain` prints: who, the grade, the tree behind it, the other readings, the way to the next letter. */
export function explanationText(
  explanation: Explanation,
  zone: Zone,
  full: boolean,
  colours: Palette,
): string {
  const sections = [
    headLines(explanation, colours),
    treeLines(explanation.why, 0, colours),
    readingLines(explanation, colours),
    slipDayLines(explanation, full, colours),
    titled("Other decisions", treeLines(explanation.decisions, 1, colours), colours),
    titled("Read, but not counted", treeLines(explanation.unused, 1, colours), colours),
    settingLines(explanation, colours),
    distanceLines(explanation.distances, colours),
    ...(full ? fullSections(explanation, zone, colours) : []),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headLines(explanation: Explanation, colours: Palette): readonly string[] {
  const { sid, name, track, basis, email, provisional } = explanation;
  const facts = [track, ...(basis === undefined ? [] : [`basis ${basis === "" ? "blank" : basis}`]), email];
  return [
    ...brokenLines(`${sid}  ${name}`, "").map((line) => colours.strong(line)),
    ...brokenLines(facts.filter((fact) => fact !== "").join(", "), ""),
    ...brokenLines(conclusion(explanation), "").map((line) => colours.strong(line)),
    ...(provisional === 0
      ? []
      : citedLines(
          `Provisional: ${counted(provisional, "undecided student")} could still move the cut-offs.`,
          "",
          "curve.at-end",
          colours,
        )),
  ];
}

function conclusion({ status, given, grade, letter, total, ifZero }: Explanation): string {
  if (status === "undecided") return "undecided: no grade yet";
  const parts = [
    given ? "final, given by decision" : status,
    ...(letter !== undefined && letter !== grade ? [`letter ${letter}`] : []),
    ...(total === undefined ? [] : [`total ${percentText(total)}`]),
    ...(ifZero === undefined ? [] : [`${ifZero} if it is not confirmed`]),
  ];
  return `${grade ?? ""}  ${parts.join(", ")}`;
}

function slipDayLines({ slipDays }: Explanation, full: boolean, colours: Palette): readonly string[] {
  const { used, budget, entries, touched, gainIfBest } = slipDays;
  if (!touched && !full) return [];
  const gain =
    gainIfBest === undefined
      ? []
      : citedLines(
          `${exactText(gainIfBest)} percent points more if the days went where they help most`,
          "  ",
          "i.slip-order",
          colours,
        );
  const usedLines = citedLines(`${used} used`, "  ", "hw.slip-days", colours);
  const account = full ? treeLines(entries, 1, colours) : [];
  return titled("Slip days", [...treeLines(budget, 1, colours), ...usedLines, ...account, ...gain], colours);
}

function settingLines({ settings }: Explanation, colours: Palette): readonly string[] {
  const lines = settings.flatMap((own) => {
    const where = own.place === undefined ? "" : ` (${cellText(own.place)})`;
    return citedLines(`${settingText(own)}${where}`, "  ", own.by, colours);
  });
  return titled("Settings other than the default", lines, colours);
}

function distanceLines(distances: Distances | undefined, colours: Palette): readonly string[] {
  if (distances === undefined) return [];
  const { next, passing, above } = distances;
  const own =
    above === undefined
      ? []
      : brokenLines(
          `${above.letter} at ${shortestText(above.cutoff)}: ${exactText(above.distance)} percent points above it`,
          "  ",
        );
  const best = next === undefined ? ["  no letter is better under these cut-offs"] : stepLines(next);
  const steps = [...best, ...(passing === undefined ? [] : stepLines(passing, ", to pass")), ...own];
  return titled("To the next letter", steps, colours);
}

function stepLines({ letter, cutoff, distance, components }: Step, why = ""): readonly string[] {
  const width = Math.min(16, Math.max(...components.map(({ component }) => component.title.length)));
  const points = components.map((needed) => enoughText(needed.points));
  const digits = Math.max(...points.map((text) => text.length));
  return [
    ...brokenLines(
      `${letter} at ${shortestText(cutoff)}${why}: ${exactText(distance)} percent points more; on one component alone`,
      "  ",
    ),
    ...components.flatMap((needed, index) => {
      const { component, remark } = needed;
      const text = `${component.title.padEnd(width)}  ${(points[index] ?? "").padStart(digits)} points; ${roomText(needed)}`;
      return brokenLines(remark === undefined ? text : `${text} (${remark})`, "    ");
    }),
  ];
}
