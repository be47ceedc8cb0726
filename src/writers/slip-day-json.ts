import { fractionText, type Rational } from "../exact/rational.ts";
import type { DeclaredCheck, Difference } from "../reports/declared.ts";
import { percentText } from "../reports/percent.ts";
import type { SlipDayGain } from "../reports/slip-day-gain.ts";
import type { SlipDayRow, SlipDayStudent } from "../reports/slip-day-ledger.ts";
import type { SlipDaySetting } from "../reports/slip-day-settings.ts";
import { shownLateness } from "../reports/slip-day-table.ts";
import { durationText, isoText } from "../time/format.ts";
import type { Zone } from "../time/zone.ts";
import { settingJson } from "./json.ts";

/** Settings by path, each with what it settles. */
export function settingsJson(settings: readonly SlipDaySetting[]) {
  return settings.map(settingJson);
}

export function studentJson(student: SlipDayStudent, at: Zone) {
  const { sid, name, email, track, budget, used, left, adjusted, open, settings, gain, rows } = student;
  return {
    ...{
      sid,
      name,
      email,
      track,
      days: budget,
      days_by_decision: adjusted,
      days_used: used,
      days_left: left,
    },
    open,
    settings: settings.map((own) => ({ ...settingJson(own), assignments: own.components })),
    gain_if_best: gain === undefined ? null : gainJson(gain),
    homeworks: rows.map((row) => rowJson(row, at)),
  };
}

function rowJson({ entry, id, daysLate, extension, excuse, near }: SlipDayRow, at: Zone) {
  const submitted = entry.handIn?.submitted;
  const lateness = shownLateness(entry);
  return {
    assignment: id,
    due: isoText(at, entry.due.value.instant),
    submitted: submitted === undefined ? null : isoText(at, submitted.value),
    lateness: lateness === undefined ? null : durationText(lateness),
    extension_days: entry.extensionDays,
    extension_in_gradescope: extension?.inGradescope ?? false,
    days_late: daysLate,
    days_charged: entry.charged,
    days_left: entry.left,
    outcome: entry.outcome,
    excuse: excuse ?? null,
    near_deadline: near === undefined ? null : { day: near.day, milliseconds_after: near.after },
  };
}

export function gainJson({ points, total, letter, accepts, rejects }: SlipDayGain) {
  return {
    points: exactly(points),
    total: { now: exactly(total.now), best: exactly(total.best) },
    letter,
    accepts,
    rejects,
    by: "i.slip-order",
  };
}

function exactly(value: Rational) {
  return { exact: fractionText(value), shown: percentText(value) };
}

export function declaredJson({ claims, agreeing, differing, undeclared }: DeclaredCheck) {
  return {
    claims,
    agreeing,
    differing: differing.map(differenceJson),
    undeclared: undeclared.map(differenceJson),
  };
}

function differenceJson({ student, row, declared, why, by }: Difference) {
  return {
    sid: student.sid,
    name: student.name,
    assignment: row.id,
    declared: declared ?? null,
    charged: row.entry.charged,
    why,
    by,
  };
}
