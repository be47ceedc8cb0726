import type { Grade } from "../../policy/policy.ts";

/** A student as a list names one. */
export interface Person {
  readonly sid: string;
  readonly name: string;
  readonly track: string;
}

export function personOf({ assessment }: Pick<Grade, "assessment">): Person {
  const { sid, name, track } = assessment.student;
  return { sid: sid.value, name, track };
}
