import type { InterpretationId } from "../policy/interpretations.ts";
import type { Policy, SlipOrder, TrackId } from "../policy/parameters.ts";
import type { Outcome } from "../policy/slip-days/ledger.ts";
import { MINUTE, type Zone } from "../time/zone.ts";
import { type DueTimes, dueTimes, type ExtensionCheck, extensionChecks } from "./slip-day-due.ts";
import type { SlipDayRow, SlipDayStudent } from "./slip-day-ledger.ts";

/** One homework of the class. */
export interface HomeworkUse {
  readonly times: DueTimes;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly bySeconds: number;
}

export interface StudentRow {
  readonly student: SlipDayStudent;
  readonly row: SlipDayRow;
}

/** The class at a glance. */
export interface SlipDaySummary {
  readonly students: number;
  readonly budget: number;
  readonly order: SlipOrder;
  readonly tracks: readonly TrackId[];
  /** How many students used 0, 1, ... days, by track. */
  readonly daysUsed: readonly { readonly days: number; readonly students: ReadonlyMap<TrackId, number> }[];
  readonly homeworks: readonly HomeworkUse[];
  /** Less than a minute over the due time or the end of a later day: a day charged, or the homework lost, by that. */
  readonly bySeconds: readonly StudentRow[];
  readonly nearDeadline: number;
  readonly gains: readonly SlipDayStudent[];
  /** Students with late work that has no score: whether they would gain cannot be said. */
  readonly gainUnknown: number;
  readonly extensions: readonly ExtensionCheck[];
  /** With the number of students whose ledger they touched. */
  readonly interpretations: readonly { readonly id: InterpretationId; readonly students: number }[];
}

export function slipDaySummary(
  policy: Policy,
  at: Zone,
  students: readonly SlipDayStudent[],
): SlipDaySummary {
  const all = students.flatMap((student) => student.rows.map((row) => ({ student, row })));
  const times = dueTimes(policy, students, at);
  return {
    students: students.length,
    budget: policy.slipDays.budget,
    order: policy.slipDays.order,
    tracks: policy.tracks.map(({ id }) => id).filter((id) => students.some(({ track }) => track === id)),
    daysUsed: daysUsed(policy, students),
    homeworks: times.map((own) => {
      const rows = all.filter(({ row }) => row.entry.component === own.component);
      return {
        times: own,
        outcomes: outcomes(rows.map(({ row }) => row)),
        bySeconds: rows.filter(({ row }) => isBySeconds(row)).length,
      };
    }),
    bySeconds: all.filter(({ row }) => isBySeconds(row)),
    nearDeadline: all.filter(({ row }) => row.near !== undefined).length,
    gains: students.filter(({ gain }) => gain !== undefined),
    gainUnknown: students.filter(({ grade }) => grade.assessment.ledger.gainIfBest === undefined).length,
    extensions: extensionChecks(students, times, at),
    interpretations: interpretationsTouched(students),
  };
}

export function isBySeconds({ near }: SlipDayRow): boolean {
  return near !== undefined && near.after > 0 && near.after < MINUTE;
}

function daysUsed(policy: Policy, students: readonly SlipDayStudent[]): SlipDaySummary["daysUsed"] {
  const most = Math.max(policy.slipDays.budget, ...students.map(({ used }) => used));
  return Array.from({ length: most + 1 }, (_, days) => {
    const own = new Map<TrackId, number>();
    for (const { used, track } of students) if (used === days) own.set(track, (own.get(track) ?? 0) + 1);
    return { days, students: own };
  });
}

function outcomes(rows: readonly SlipDayRow[]): HomeworkUse["outcomes"] {
  const count = (outcome: Outcome) => rows.filter(({ entry }) => entry.outcome === outcome).length;
  return {
    "on-time": count("on-time"),
    "accepted-late": count("accepted-late"),
    "rejected-late": count("rejected-late"),
    missing: count("missing"),
    ungraded: count("ungraded"),
  };
}

/** The unit counted somebody's days, the order chose between two or rejected one, an extension moved a due date. */
const TOUCHED: readonly (readonly [InterpretationId, (student: SlipDayStudent) => boolean])[] = [
  ["i.extension", ({ rows }) => rows.some(({ extension }) => extension !== undefined)],
  [
    "i.slip-order",
    ({ rows }) =>
      rows.filter(({ daysLate }) => daysLate > 0).length > 1 ||
      rows.some(({ entry }) => entry.outcome === "rejected-late"),
  ],
  ["i.slip-unit", ({ rows }) => rows.some(({ daysLate }) => daysLate > 0)],
  [
    "i.ungraded",
    ({ rows }) => rows.some(({ entry, excuse }) => entry.outcome === "ungraded" && excuse === undefined),
  ],
  ["i.excused", ({ rows }) => rows.some(({ excuse }) => excuse !== undefined)],
];

function interpretationsTouched(students: readonly SlipDayStudent[]): SlipDaySummary["interpretations"] {
  return TOUCHED.map(([id, touches]) => ({ id, students: students.filter(touches).length })).filter(
    ({ students: count }) => count > 0,
  );
}
