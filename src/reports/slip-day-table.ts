import { isPositive, type Rational } from "../exact/rational.ts";
import type { Grade } from "../policy/policy.ts";
import type { LedgerEntry } from "../policy/slip-days/ledger.ts";
import { durationText, isoText } from "../time/format.ts";
import type { Zone } from "../time/zone.ts";
import { percentText } from "./percent.ts";
import { plain, type Table, text } from "./table.ts";

/** slip-days.csv: one row a student and homework, by SID and due date; those that `keep` passes over are left out. */
export function slipDayTable(
  zone: Zone,
  grades: readonly Grade[],
  keep: (entry: LedgerEntry) => boolean = () => true,
): Table {
  return {
    header: [
      ...["sid", "name", "assignment", "due", "submitted", "lateness", "extension_days"],
      ...["days_late", "days_charged", "days_left", "outcome", "gain_if_best"],
    ],
    rows: grades.flatMap((grade) => {
      const { student, ledger } = grade.assessment;
      const gain = gainText(grade);
      return ledger.entries
        .filter(keep)
        .map((entry) => [
          plain(student.sid.value),
          text(student.name),
          plain(entry.component.id),
          plain(isoText(zone, entry.due.value.instant)),
          plain(entry.handIn?.submitted === undefined ? "" : isoText(zone, entry.handIn.submitted.value)),
          plain(latenessText(entry)),
          plain(String(entry.extensionDays)),
          plain(entry.handIn === undefined ? "0" : String(entry.daysLate.value.numerator)),
          plain(String(entry.charged)),
          plain(String(entry.left)),
          plain(entry.outcome),
          plain(gain),
        ]);
    }),
  };
}

/** In milliseconds: the export's own lateness, else the time past the policy's due time; undefined without either. */
export function shownLateness({ handIn, policyDue }: LedgerEntry): number | undefined {
  const { submitted, lateness } = handIn ?? {};
  if (lateness !== undefined && (submitted !== undefined || lateness.value > 0)) return lateness.value;
  return submitted === undefined ? undefined : Math.max(0, submitted.value - policyDue);
}

function latenessText(entry: LedgerEntry): string {
  const lateness = shownLateness(entry);
  return lateness === undefined ? "" : durationText(lateness);
}

/** What best-for-student would add to the total: only where the total is final, and only a gain. */
export function gainOf({ status, total, assessment }: Grade): Rational | undefined {
  const gain = assessment.ledger.gainIfBest;
  const settled = (status.kind === "final" || status.kind === "given") && total !== undefined;
  return settled && gain !== undefined && isPositive(gain) ? gain : undefined;
}

function gainText(grade: Grade): string {
  const gain = gainOf(grade);
  return gain === undefined ? "" : percentText(gain);
}
