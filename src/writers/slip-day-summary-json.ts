import type { DueTimes, ExtensionCheck } from "../reports/slip-day-due.ts";
import type { SlipDaySummary, StudentRow } from "../reports/slip-day-summary.ts";
import { isoText } from "../time/format.ts";
import type { Zone } from "../time/zone.ts";
import { gainJson } from "./slip-day-json.ts";

/** The class at a glance, as data. */
export function slipDaySummaryJson(summary: SlipDaySummary, at: Zone) {
  return {
    students: summary.students,
    days_used: summary.daysUsed.map(({ days, students }) => ({
      days,
      students: [...students.values()].reduce((sum, count) => sum + count, 0),
      tracks: Object.fromEntries(summary.tracks.map((track) => [track, students.get(track) ?? 0])),
    })),
    homeworks: summary.homeworks.map(({ times, outcomes, bySeconds }) => ({
      assignment: times.component.id,
      outcomes,
      late_by_seconds: bySeconds,
      due: dueJson(times, at),
    })),
    late_by_seconds: summary.bySeconds.map(secondsJson),
    near_deadline: summary.nearDeadline,
    gains: summary.gains.map(({ sid, name, gain }) => ({ sid, name, ...(gain && gainJson(gain)) })),
    gain_unknown: summary.gainUnknown,
    extensions: summary.extensions.map(extensionJson),
    interpretations: summary.interpretations,
  };
}

function dueJson({ policy, parameter: { by, place }, same, others }: DueTimes, at: Zone) {
  return {
    policy: isoText(at, policy),
    by,
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    gradescope_same: same,
    gradescope_others: others.map(({ due, students }) => ({ due: isoText(at, due), students })),
  };
}

function secondsJson({ student, row }: StudentRow) {
  const { near, entry, id } = row;
  return {
    sid: student.sid,
    name: student.name,
    assignment: id,
    day: near?.day,
    milliseconds_after: near?.after,
    days_charged: entry.charged,
    outcome: entry.outcome,
  };
}

function extensionJson({ student, row, days, marked, seen }: ExtensionCheck) {
  return {
    sid: student.sid,
    name: student.name,
    assignment: row.id,
    days: days ?? null,
    marked_in_gradescope: marked,
    export_shows: seen,
  };
}
