import type { Excuse, Extension } from "../gradebook/gradebook.ts";
import type { ComponentId, Policy, TrackId } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { settingsTouching, type TouchingSetting } from "../policy/settings.ts";
import type { LedgerEntry } from "../policy/slip-days/ledger.ts";
import { type NearDeadline, nearDeadline } from "../policy/slip-days/near-deadline.ts";
import { sidKey } from "../records/sid.ts";
import type { Zone } from "../time/zone.ts";
import { gainFinder, type SlipDayGain } from "./slip-day-gain.ts";

/** One homework of one student. */
export interface SlipDayRow {
  readonly entry: LedgerEntry;
  readonly id: ComponentId;
  readonly daysLate: number;
  readonly extension: Extension | undefined;
  /** What the export says in the place of a score. */
  readonly excuse: Excuse | undefined;
  readonly near: NearDeadline | undefined;
}

/** The slip-day account of one student. */
export interface SlipDayStudent {
  readonly grade: Grade;
  readonly key: string;
  readonly sid: string;
  readonly name: string;
  readonly email: string;
  readonly track: TrackId;
  readonly budget: number;
  readonly used: number;
  readonly left: number;
  /** Whether decisions changed the days of the term. */
  readonly adjusted: boolean;
  /** Late homeworks without a score that could still be accepted: until then the days are those of due-date order. */
  readonly open: readonly ComponentId[];
  /** Settings of slip days other than the default that touched this student. */
  readonly settings: readonly TouchingSetting[];
  readonly gain: SlipDayGain | undefined;
  readonly rows: readonly SlipDayRow[];
}

/** Every student's account, by SID; homeworks by due date. */
export function slipDayStudents(policy: Policy, at: Zone, grades: Grades): readonly SlipDayStudent[] {
  const gain = gainFinder(policy, grades);
  return grades.grades.map((grade) => {
    const { student, ledger } = grade.assessment;
    const budget = Number(ledger.budget.value.numerator);
    return {
      grade,
      key: sidKey(student.sid.value),
      sid: student.sid.value,
      name: student.name,
      email: student.email,
      track: student.track,
      budget,
      used: ledger.used,
      left: budget - ledger.used,
      adjusted: student.adjustments.some(({ action }) => action === "slip-days"),
      open: ledger.open.map(({ id }) => id),
      settings: settingsTouching(policy, grade).filter(({ setting }) => setting.startsWith("slip_days.")),
      gain: gain(grade),
      rows: ledger.entries.map((entry) => {
        const extension = student.extensions.get(entry.component.id);
        const work = student.work.get(entry.component.id);
        return {
          entry,
          id: entry.component.id,
          daysLate: entry.handIn === undefined ? 0 : Number(entry.daysLate.value.numerator),
          extension,
          excuse: work?.kind === "excused" ? work.why : undefined,
          near: nearDeadline(policy, at, entry, extension),
        };
      }),
    };
  });
}
