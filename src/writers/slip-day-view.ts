import type { SlipDayFilter } from "../reports/slip-day-filter.ts";
import { notable } from "../reports/slip-day-filter.ts";
import type { LettersBy } from "../reports/slip-day-settings.ts";
import type { SlipDayView } from "../reports/slip-day-view.ts";
import type { Zone } from "../time/zone.ts";
import { declaredLines } from "./declared-text.ts";
import type { Palette } from "./palette.ts";
import { declaredJson, settingsJson, studentJson } from "./slip-day-json.ts";
import { slipDaySummaryJson } from "./slip-day-summary-json.ts";
import { summaryLines } from "./slip-day-summary-text.ts";
import { ledgerLines, settingLines } from "./slip-day-text.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** What `slip-days` prints: the settings; then the class, or what was asked for. */
export function slipDayText(view: SlipDayView, at: Zone, colours: Palette): string {
  const { policy, settings, filter, declared } = view;
  const wholeClass = isWhole(filter) && declared === undefined;
  return [
    ...settingLines(policy, settings, colours),
    ...(wholeClass ? summaryLines(view.summary, lettersText(view.letters), at, colours) : []),
    ...(declared === undefined ? [] : ["", ...declaredLines(declared, colours)]),
    ...(declared === undefined || filter.students !== undefined ? ledgers(view, at, colours) : []),
    "",
  ].join("\n");
}

/** The same as data, the class summary always with it. */
export function slipDayJson(view: SlipDayView, at: Zone): object {
  const { policy, settings, letters, summary, filter, students, declared } = view;
  return {
    policy: policy.id,
    settings: settingsJson(settings),
    letters_by: letters.map(({ from, ...own }) => ({ ...own, from: from ?? null })),
    summary: slipDaySummaryJson(summary, at),
    filter: {
      students: filter.students === undefined ? null : students.map(({ sid }) => sid),
      assignment: filter.assignment ?? null,
      only: filter.only ?? null,
    },
    students: students.map((student) => studentJson(student, at)),
    ...(declared === undefined ? {} : { declared: declaredJson(declared) }),
  };
}

function ledgers(view: SlipDayView, at: Zone, colours: Palette): readonly string[] {
  const { filter, students, letters } = view;
  const asked = filter.students !== undefined || filter.only !== undefined;
  const shown = asked ? students : notable(students);
  const gains = shown.some(({ gain }) => gain !== undefined);
  return [
    "",
    colours.strong(title(filter, shown.length)),
    ...ledgerLines(shown, at, filter.only === "near-deadline", colours),
    ...(gains && !isWhole(filter) ? ["", ...wrapped("", 0, lettersText(letters))] : []),
  ];
}

function title({ students, assignment, only }: SlipDayFilter, count: number): string {
  const where = assignment === undefined ? "" : `, ${assignment}`;
  if (only !== undefined) return `Only ${only}${where}: ${counted(count, "student")}`;
  if (students !== undefined) return `Ledger${where}: ${counted(count, "student")}`;
  return `Late homework and extensions${where}: ${counted(count, "student")}`;
}

function isWhole({ students, assignment, only }: SlipDayFilter): boolean {
  return students === undefined && assignment === undefined && only === undefined;
}

function lettersText(letters: readonly LettersBy[]): string {
  const how = letters.map(({ track, method, from, by, provisional }) => {
    const texts = {
      guideline: "fitted",
      shares: "fitted by quota",
      shift: "fixed by the policy and lowered",
      frozen: "frozen",
      fixed: "fixed by the policy",
      "same-as": `those of ${from ?? ""}`,
    };
    return `${track} ${texts[method]}${provisional ? ", PROVISIONAL" : ""} (${by})`;
  });
  return `Letters by the cut-offs in force, not fitted again: ${how.join("; ")}.`;
}
