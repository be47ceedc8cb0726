import type { Claims } from "../gradebook/declared.ts";
import type { Citation, Policy } from "../policy/parameters.ts";
import { durationText } from "../time/format.ts";
import type { SlipDayRow, SlipDayStudent } from "./slip-day-ledger.ts";
import type { StudentRow } from "./slip-day-summary.ts";
import { shownLateness } from "./slip-day-table.ts";

/** A homework for which the student's claim is not what was charged; `declared` is undefined where nothing was claimed. */
export interface Difference extends StudentRow {
  readonly declared: number | undefined;
  readonly why: string;
  readonly by: Citation;
}

export interface DeclaredCheck {
  readonly claims: number;
  readonly agreeing: number;
  /** Claims that differ. */
  readonly differing: readonly Difference[];
  /** Days charged that nobody claimed. */
  readonly undeclared: readonly Difference[];
}

/** Sets what students say they spent beside what was charged. */
export function compareDeclared(
  policy: Policy,
  students: readonly SlipDayStudent[],
  claims: Claims,
): DeclaredCheck {
  const all = students.flatMap((student) =>
    student.rows.map((row) => ({
      student,
      row,
      declared: claims.get(student.key)?.get(row.id)?.value,
      ...reason(policy, row),
    })),
  );
  const claimed = all.filter(({ declared }) => declared !== undefined);
  const differing = claimed.filter(({ declared, row }) => declared !== row.entry.charged);
  return {
    claims: claimed.length,
    agreeing: claimed.length - differing.length,
    differing,
    undeclared: all.filter(({ declared, row }) => declared === undefined && row.entry.charged > 0),
  };
}

/** Why so many days were charged, with what licenses it. */
function reason(policy: Policy, { entry, daysLate, extension, excuse }: SlipDayRow) {
  if (excuse !== undefined) return { why: `${excuse}, to be decided`, by: "i.excused" } as const;
  const late = `${daysLate} ${daysLate === 1 ? "day" : "days"} late`;
  switch (entry.outcome) {
    case "missing":
      return { why: "nothing handed in", by: "hw.no-drops" } as const;
    case "rejected-late":
      return policy.slipDays.order === "best-for-student"
        ? ({ why: `${late}, rejected and not charged`, by: "i.slip-order" } as const)
        : ({
            why: `${late} with ${entry.left} left, rejected and not charged`,
            by: "hw.no-other-late",
          } as const);
    case "on-time":
    case "ungraded":
    case "accepted-late": {
      if (daysLate === 0)
        return extension === undefined
          ? ({ why: "on time", by: "hw.slip-days" } as const)
          : ({ why: `on time, extended ${extension.days.value}`, by: "i.extension" } as const);
      const lateness = shownLateness(entry);
      const shown = lateness === undefined ? "" : `, ${durationText(lateness)}`;
      return { why: `${late}${shown}`, by: "i.slip-unit" } as const;
    }
  }
}
