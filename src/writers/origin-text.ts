import { decimalText } from "../exact/decimal.ts";
import { fractionText } from "../exact/rational.ts";
import type { FrozenOrigin } from "../policy/curve/origin.ts";
import { counted } from "./words.ts";

/** How frozen cut-offs were found, as their file says: `guideline fitted on 216 students, GPA 3.175`. */
export function originText({ method, students, gpa, provisional }: FrozenOrigin): string {
  const fitted = students === undefined ? "" : ` fitted on ${counted(students, "student")}`;
  const average = gpa === undefined ? "" : `, GPA ${decimalText(gpa, 3, "half-up")}`;
  return `${method}${fitted}${average}${provisional ? ", provisional then" : ""}`;
}

export function originJson({ file, method, students, gpa, provisional }: FrozenOrigin) {
  return {
    file,
    method,
    students: students ?? null,
    gpa: gpa === undefined ? null : fractionText(gpa),
    provisional,
  };
}
