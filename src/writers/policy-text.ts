import { gradePointText, shortestText } from "../exact/decimal.ts";
import { type Clause, clauses } from "../policy/clauses.ts";
import { type Interpretation, interpretations } from "../policy/interpretations.ts";
import type { CurveSettings, MissedReading, Policy } from "../policy/parameters.ts";
import { durationText } from "../time/format.ts";
import type { Palette } from "./palette.ts";
import { wrapped } from "./wrap.ts";

/** The policy in force: its parameters, then every clause and interpretation, at 80 columns. */
export function policyText(policy: Policy, colours: Palette): string {
  return [
    colours.strong(`${policy.title} (policy ${policy.id})`),
    "",
    colours.strong("Components"),
    ...policy.components.flatMap((component) => {
      const due = component.due === undefined ? "" : `, due ${localText(component.due)}`;
      const slip = component.slipDays ? ", slip days" : "";
      const absence = component.absence === "missed" ? ", may be missed" : ", zero when not handed in";
      const sum = component.combine === "sum" ? ", columns add up" : "";
      return wrapped(
        `  ${component.id}`,
        13,
        `${component.title}, ${shortestText(component.points)} points${due}${slip}${absence}${sum}; columns ${component.names.join(", ")}`,
      );
    }),
    "",
    colours.strong("Weights in percent"),
    ...policy.tracks.flatMap(({ id, weights }) =>
      wrapped(
        `  ${id}`,
        13,
        [...weights].map(([component, weight]) => `${component} ${shortestText(weight)}`),
      ),
    ),
    "",
    colours.strong("Slip days"),
    ...slipDayLines(policy),
    "",
    colours.strong("When an exam or the project is missed"),
    ...[...policy.missed].flatMap(([component, readings]) =>
      [...readings].map(([track, reading]) => `  ${component} in ${track}: ${readingText(reading)}`),
    ),
    "",
    colours.strong("Letters and grade points"),
    ...wrapped(
      "  ",
      2,
      policy.letters.map(({ letter, points }) => `${letter} ${gradePointText(points)}`),
    ),
    `  P from ${policy.passing.pnp}, S from ${policy.passing.su}`,
    "",
    colours.strong("Curve"),
    ...[...policy.curve].flatMap(([track, settings]) => wrapped(`  ${track}`, 13, curveText(settings))),
    "",
    colours.strong("Clauses"),
    ...Object.entries<Clause>(clauses).flatMap(([id, { text, source }]) => [
      `  ${id}`,
      ...wrapped("", 6, text),
      ...wrapped("", 6, `(${source})`).map((line) => colours.faint(line)),
    ]),
    "",
    colours.strong("Interpretations, where the text is silent"),
    ...Object.entries<Interpretation>(interpretations).flatMap(
      ([id, { question, decision, reason, setting }]) => [
        `  ${id}`,
        ...wrapped("", 6, question),
        ...wrapped("", 6, `${decision} ${reason}`),
        ...(setting === undefined
          ? []
          : wrapped("", 6, `setting: ${setting}`).map((line) => colours.faint(line))),
      ],
    ),
    "",
  ].join("\n");
}

function slipDayLines({ slipDays, timeZone }: Policy): readonly string[] {
  const { budget, order, unit, grace } = slipDays;
  return [
    `  ${budget} for the term, charged in the order ${order}`,
    `  a day is a ${unit} (${timeZone}); grace ${durationText(grace)}`,
  ];
}

function readingText(reading: MissedReading): string {
  return reading.kind === "moves-to" ? `${reading.component} takes over its weight` : reading.kind;
}

function curveText(settings: CurveSettings): string {
  if (settings.method === "same-as") return `the cut-offs of ${settings.track}`;
  const list = (cutoffs: ReadonlyMap<string, Parameters<typeof shortestText>[0]>) =>
    [...cutoffs].map(([letter, cutoff]) => `${letter} ${shortestText(cutoff)}`).join(", ");
  if (settings.method === "fixed") return `fixed cut-offs: ${list(settings.cutoffs)}`;
  if (settings.method === "shift")
    return `${list(settings.cutoffs)}; all lowered by the smallest multiple of ${shortestText(settings.step)} that gives a GPA of ${gradePointText(settings.target)}`;
  const { shares, guaranteed, minimum } = settings;
  const wanted = shares
    .map(({ letters, share }) => `${letters.join(" ")} ${shortestText(share)}%`)
    .join(", ");
  return [
    ...(settings.method === "shares"
      ? [`nearest to shares: ${wanted}`]
      : [
          `fitted to shares: ${wanted}`,
          `GPA ${gradePointText(settings.gpa.lowest)} to ${gradePointText(settings.gpa.highest)}${settings.gpaRequired ? " required" : ""}`,
          `near misses within ${shortestText(settings.near)}`,
        ]),
    ...(guaranteed.size === 0 ? [] : [`guaranteed ${list(guaranteed)}`]),
    ...(minimum.size === 0 ? [] : [`minimum ${list(minimum)}`]),
  ].join("; ");
}

function localText(local: number): string {
  return new Date(local).toISOString().slice(0, 16).replace("T", " ");
}
