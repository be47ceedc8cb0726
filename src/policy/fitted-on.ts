import type { Assessment } from "./assess.ts";
import type { TrackId } from "./parameters.ts";
import type { Status } from "./status.ts";

/** Whether a student could set the boundaries: a letter-graded undergraduate (`department.fitted-on`), in a graduate course anybody with a letter. */
export function couldBeFitted({ student }: Assessment): boolean {
  return student.basis === "letter" && (!student.graduate || isGraduateCourse(student.track));
}

/** The campus numbers graduate courses from 200 to 299; the guideline's undergraduates are those of the others. */
export function isGraduateCourse(track: TrackId): boolean {
  return /^2\d\d(?!\d)/.test(track);
}

/** Whether the student does: the grade is final and comes from the total alone. */
export function isFitted(assessment: Assessment, status: Status): boolean {
  return couldBeFitted(assessment) && status.kind === "final";
}
