import { cellText } from "../derivation/cell.ts";
import type { DueTimes, ExtensionCheck } from "../reports/slip-day-due.ts";
import type { HomeworkUse, SlipDaySummary, StudentRow } from "../reports/slip-day-summary.ts";
import { isoText } from "../time/format.ts";
import type { Zone } from "../time/zone.ts";
import type { Palette } from "./palette.ts";
import { nearText } from "./slip-day-rows.ts";
import { gainText } from "./slip-day-text.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

const LISTED = 20;
const LONG_BUDGET = 12;

/** The class at a glance: days used, homeworks, and the lists of those whom a minute, an order or an extension matters to. */
export function summaryLines(
  summary: SlipDaySummary,
  letters: string,
  at: Zone,
  colours: Palette,
): readonly string[] {
  const { bySeconds, extensions, nearDeadline, interpretations } = summary;
  const listed = extensions.filter(({ marked, seen }) => marked || seen === "in-gradescope");
  return [
    ...usedLines(summary, colours),
    ...homeworkLines(summary.homeworks, colours),
    ...dueLines(summary.homeworks, at, colours),
    ...list("Late by seconds only, less than a minute over", bySeconds, secondsText, colours),
    `  ${counted(nearDeadline, "hand-in")} within 10 minutes of a deadline: see --only near-deadline`,
    ...gainLines(summary, letters, colours),
    ...list("Extensions already in Gradescope", listed, extensionText, colours),
    ...wrapped("  ", 2, extensionCounts(extensions)),
    "",
    colours.strong("Interpretations that touched a student's ledger"),
    ...wrapped(
      "  ",
      2,
      interpretations.length === 0
        ? "none"
        : interpretations.map(({ id, students }) => `${id} (${students})`),
    ),
  ];
}

function usedLines(
  { budget, daysUsed, tracks, students }: SlipDaySummary,
  colours: Palette,
): readonly string[] {
  const shown = daysUsed.filter(
    ({ days, students: own }) => (budget <= LONG_BUDGET && days <= budget) || own.size > 0,
  );
  const columns = tracks.length > 1 ? tracks : [];
  return [
    "",
    colours.strong(`Days used, ${counted(students, "student")}`),
    colours.faint(`  days    all${columns.map((track) => track.padStart(7)).join("")}`),
    ...shown.map(({ days, students: own }) => {
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      const each = columns.map((track) => String(own.get(track) ?? 0).padStart(7)).join("");
      return `  ${String(days).padStart(4)}${String(all).padStart(7)}${each}`;
    }),
  ];
}

function homeworkLines(homeworks: readonly HomeworkUse[], colours: Palette): readonly string[] {
  const width = Math.min(18, Math.max(...homeworks.map(({ times }) => times.component.id.length)));
  return [
    "",
    colours.strong("Homeworks"),
    colours.faint(`  ${"".padEnd(width)}  on time  accepted  rejected  missing  ungraded  by seconds`),
    ...homeworks.map(({ times, outcomes, bySeconds }) =>
      [
        `  ${times.component.id.slice(0, width).padEnd(width)}`,
        String(outcomes["on-time"]).padStart(9),
        String(outcomes["accepted-late"]).padStart(10),
        String(outcomes["rejected-late"]).padStart(10),
        String(outcomes.missing).padStart(9),
        String(outcomes.ungraded).padStart(10),
        String(bySeconds).padStart(12),
      ].join(""),
    ),
  ];
}

/** The due time by the policy, and whether the export agrees. */
function dueLines(homeworks: readonly HomeworkUse[], at: Zone, colours: Palette): readonly string[] {
  return [
    "",
    colours.strong("Due times: the policy's, and Gradescope's as late work shows it"),
    ...homeworks.flatMap(({ times }) =>
      wrapped(`  ${times.component.id}  `, 6, `${policyText(times, at)}; ${exportText(times, at)}`),
    ),
  ];
}

function policyText({ policy, parameter: { by, place } }: DueTimes, at: Zone): string {
  const set = place === undefined ? "" : `, ${cellText(place)}`;
  return `${isoText(at, policy)} (${by}${set})`;
}

function exportText({ same, others }: DueTimes, at: Zone): string {
  if (same === 0 && others.length === 0) return "Gradescope shows none";
  const [first] = others;
  if (first === undefined) return `Gradescope agrees, ${same} late`;
  const shown = others.slice(0, 3).map(({ due, students }) => `${isoText(at, due)} for ${students}`);
  const more = others.length > 3 ? `, ${others.length - 3} more times` : "";
  return `Gradescope agrees for ${same} late, ${shown.join(", ")}${more}`;
}

function gainLines(
  { order, gains, gainUnknown }: SlipDaySummary,
  letters: string,
  colours: Palette,
): readonly string[] {
  if (order === "best-for-student") {
    const waiting = `${gainUnknown} with late work not graded yet: charged in the order due-date till then`;
    return [
      "",
      colours.strong("Slip days are charged best-for-student (i.slip-order): nobody can gain more"),
      ...(gainUnknown === 0 ? [] : wrapped("  ", 2, waiting)),
    ];
  }
  const unknown = `${gainUnknown} more with late work not graded yet: whether they would gain is not known`;
  return [
    ...list(
      "Would gain under best-for-student (i.slip-order)",
      gains,
      ({ sid, name, gain }) => ({ sid, text: `${name}: ${gain === undefined ? "" : gainText(gain)}` }),
      colours,
    ),
    ...(gains.length === 0 ? [] : wrapped("  ", 2, letters)),
    ...(gainUnknown === 0 ? [] : wrapped("  ", 2, unknown)),
  ];
}

function secondsText({ student, row }: StudentRow): Item {
  const { entry, near } = row;
  const cost = entry.outcome === "rejected-late" ? "rejected" : `${counted(entry.charged, "day")} charged`;
  const over = near === undefined ? "" : nearText(near);
  return { sid: student.sid, text: `${student.name}: ${row.id} ${over}, ${cost}` };
}

function extensionText({ student, row, days, marked, seen }: ExtensionCheck): Item {
  const what = `${student.name}: ${row.id}${days === undefined ? "" : ` +${days}`}`;
  const texts = {
    "in-gradescope": "marked, and Gradescope shows it",
    "not-in-gradescope": "marked, BUT Gradescope shows the class's due time",
    nothing: "marked; the hand-in does not show it",
  };
  if (marked) return { sid: student.sid, text: `${what}, ${texts[seen]}` };
  const unmarked =
    days === undefined
      ? "a later due time in Gradescope, BUT no row in extensions.csv"
      : "not marked, BUT Gradescope shows a later due time: set in_gradescope to yes";
  return { sid: student.sid, text: `${what}, ${unmarked}` };
}

function extensionCounts(extensions: readonly ExtensionCheck[]): string {
  const granted = extensions.filter(({ days }) => days !== undefined);
  const marked = granted.filter((own) => own.marked).length;
  return `${counted(granted.length, "extension")} in all, ${marked} marked as already in Gradescope (i.extension)`;
}

interface Item {
  readonly sid: string;
  readonly text: string;
}

function list<T>(
  title: string,
  entries: readonly T[],
  textOf: (entry: T) => Item,
  colours: Palette,
): readonly string[] {
  const shown = entries.slice(0, LISTED).flatMap((entry) => {
    const { sid, text } = textOf(entry);
    return wrapped(`  ${sid}  `, 6, text);
  });
  const rest = entries.length > LISTED ? [`  and ${entries.length - LISTED} more, with --json`] : [];
  return ["", colours.strong(`${title} (${entries.length})`), ...shown, ...rest];
}
