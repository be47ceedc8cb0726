import { cellText } from "../derivation/cell.ts";
import { settingText } from "../reports/notes.ts";
import { percentText } from "../reports/percent.ts";
import type { SlipDayGain } from "../reports/slip-day-gain.ts";
import type { SlipDayRow, SlipDayStudent } from "../reports/slip-day-ledger.ts";
import type { SlipDaySetting } from "../reports/slip-day-settings.ts";
import type { Zone } from "../time/zone.ts";
import type { Palette } from "./palette.ts";
import { layoutOf, nearText, rowLines, titleLine } from "./slip-day-rows.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Which policy, and every setting that the ledger rests on. */
export function settingLines(
  policy: { readonly id: string; readonly title: string },
  settings: readonly SlipDaySetting[],
  colours: Palette,
): readonly string[] {
  return [
    `${colours.strong(policy.title)} (policy ${policy.id})`,
    ...settings.flatMap(({ setting, value, by, place }) =>
      wrapped(`  ${setting}`, 20, `${value} (${by})${place === undefined ? "" : `, ${cellText(place)}`}`),
    ),
  ];
}

/** One block a student: who, how many days, the homeworks, and what the other order would give. */
export function ledgerLines(
  students: readonly SlipDayStudent[],
  at: Zone,
  showNear: boolean,
  colours: Palette,
): readonly string[] {
  if (students.length === 0) return ["Nobody."];
  const layout = layoutOf(
    students.flatMap(({ rows }) => rows),
    at,
  );
  return [
    colours.faint("(ext +n: extension in days, =n: already in Gradescope; chg: days charged)"),
    colours.faint(titleLine(layout)),
    ...students.flatMap((student) => [
      ...studentLines(student, colours),
      ...student.rows.flatMap((row) => [
        ...rowLines(layout, row, at).map((text) =>
          row.entry.outcome === "rejected-late" ? colours.warning(text) : text,
        ),
        ...(showNear ? nearLines(row, colours) : []),
        ...excusedLines(row, colours),
        ...decidedLines(student, row, colours),
      ]),
      ...student.settings.flatMap((own) => wrapped("  ", 4, `${settingText(own)} (${own.by})`)),
      ...openLines(student),
      ...(student.gain === undefined ? [] : gainLines("  best-for-student: ", student.gain)),
    ]),
  ];
}

function studentLines(
  { sid, name, track, used, budget, adjusted, left }: SlipDayStudent,
  colours: Palette,
): readonly string[] {
  const days = `${used} of ${counted(budget, "day")} used, ${left} left`;
  const decided = adjusted ? "; days by decision (decision.adjustment)" : "";
  const [first = "", ...rest] = wrapped(`${sid}  `, 4, `${name} (${track}): ${days}${decided}`);
  return [colours.strong(first), ...rest];
}

function nearLines({ near }: SlipDayRow, colours: Palette): readonly string[] {
  return near === undefined ? [] : [colours.faint(`${" ".repeat(9)}${nearText(near)}`)];
}

/** Work that need not be handed in is not missing, and takes no days. */
function excusedLines({ excuse }: SlipDayRow, colours: Palette): readonly string[] {
  return excuse === undefined
    ? []
    : [colours.faint(`${" ".repeat(9)}${excuse} by the export, takes no slip days (i.excused)`)];
}

/** A decision makes the score of a late or excused homework count, or not, whatever the ledger says. */
function decidedLines({ grade }: SlipDayStudent, { id, daysLate, excuse }: SlipDayRow, colours: Palette) {
  if (daysLate === 0 && excuse === undefined) return [];
  const texts: Readonly<Record<string, string>> = {
    set: "score set by decision, whatever the lateness (decision.adjustment)",
    zero: "zero by decision (hw.integrity)",
    "move-weight": "weight moved away by decision (decision.adjustment)",
  };
  return grade.assessment.student.adjustments.flatMap((own) => {
    const text = "component" in own && own.component === id ? texts[own.action] : undefined;
    return text === undefined ? [] : [colours.faint(`${" ".repeat(9)}${text}`)];
  });
}

function openLines({ open }: SlipDayStudent): readonly string[] {
  if (open.length === 0) return [];
  return wrapped(
    "  ",
    4,
    `open until ${open.join(", ")} has a score; till then charged in the order due-date (i.slip-order)`,
  );
}

/** What a student would gain, what it takes, and the letter. */
export function gainLines(head: string, gain: SlipDayGain): readonly string[] {
  return wrapped(head, head.length > 20 ? 6 : 4, `${gainText(gain)} (i.slip-order)`);
}

export function gainText({ points, total, letter, accepts, rejects }: SlipDayGain): string {
  const swap = rejects.length === 0 ? "" : ` and not ${rejects.join(", ")}`;
  const letters =
    letter.now === letter.best ? `the letter stays ${letter.now}` : `letter ${letter.now} to ${letter.best}`;
  return `+${percentText(points)}, ${percentText(total.now)} to ${percentText(total.best)}, ${letters}, by accepting ${accepts.join(", ")}${swap}`;
}
