import { cellText } from "../../derivation/cell.ts";
import type { Grade } from "../../policy/policy.ts";
import { decidedValue } from "../decided-value.ts";
import { type Person, personOf } from "./person.ts";

/** One row of adjustments.csv. */
export interface Decision {
  readonly person: Person;
  readonly action: string;
  /** Blank for a decision on the student as a whole. */
  readonly assignment: string;
  readonly value: string;
  readonly reason: string;
  readonly cell: string;
}

/** Every decision of the instructor, student by student. */
export function decisionsOf(
  grades: readonly Grade[],
  fileName: (name: string) => string,
): readonly Decision[] {
  return grades.flatMap((grade) =>
    grade.assessment.student.adjustments.map((adjustment) => ({
      person: personOf(grade),
      action: adjustment.action,
      assignment: "component" in adjustment ? adjustment.component : "",
      value: decidedValue(adjustment) ?? "",
      reason: adjustment.reason,
      cell: cellText({ ...adjustment.cell.cell, file: fileName(adjustment.cell.cell.file) }),
    })),
  );
}
