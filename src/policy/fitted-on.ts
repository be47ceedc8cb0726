import type { Assessment } from "./assess.ts";
import type { Status } from "./status.ts";

/** Whether a student could set the boundaries: a letter-graded undergraduate (`department.fitted-on`). */
export function couldBeFitted({ student }: Assessment): boolean {
  return student.basis === "letter" && !student.graduate;
}

/** Whether the student does: the grade is final and comes from the total alone. */
export function isFitted(assessment: Assessment, status: Status): boolean {
  return couldBeFitted(assessment) && status.kind === "final";
}
