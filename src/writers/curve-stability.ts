import { shareText } from "../reports/percent.ts";
import type { Stability } from "../reports/stability.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Why cut-offs are frozen, with this class's figures. */
export function stabilityLines(found: Stability, colours: Palette): readonly string[] {
  const { track, follow, fitted, tried, changes, affecting, worst } = found;
  const whom =
    tried === fitted
      ? fitted === 1
        ? "the one student"
        : `each of ${fitted} students`
      : `${tried} of ${fitted} students, evenly by total`;
  const where = follow.length > 1 ? ` (in ${follow.join(" and ")})` : "";
  return [
    colours.strong(`${track}: why cut-offs are frozen before regrades`),
    ...wrapped(
      "  ",
      2,
      `One raw point more or less on each component of ${whom}, and the curve fitted again each time:`,
    ),
    ...wrapped(
      "  ",
      2,
      affecting === 0
        ? `in none of ${counted(changes, "change")} does another student's letter change.`
        : `in ${affecting} of ${changes} (${shareText(affecting, changes)}%) another student's letter changes${where}, at most ${worst?.others.length ?? 0} at once.`,
    ),
    ...(worst === undefined ? [] : wrapped("  ", 2, exampleText(worst))),
  ];
}

function exampleText({ student, component, points, others }: NonNullable<Stability["worst"]>): string {
  const change = points > 0 ? "more" : "less";
  return `For example one point ${change} on ${component} of ${student.sid} (${inLine(student.name)}) would change ${counted(others.length, "other letter")}. Frozen cut-offs change none.`;
}
