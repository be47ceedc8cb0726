import { add, type Rational } from "../exact/rational.ts";
import { assess } from "../policy/assess.ts";
import { letterOf } from "../policy/curve/cutoffs.ts";
import type { ComponentId, Letter, Policy } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { gainOf } from "./slip-day-table.ts";

/** What a student would gain if slip days were charged best-for-student. */
export interface SlipDayGain {
  /** Percent points of the total. */
  readonly points: Rational;
  readonly total: { readonly now: Rational; readonly best: Rational };
  /** By the cut-offs in force, which are not fitted again; a letter given by hand stays. */
  readonly letter: { readonly now: Letter; readonly best: Letter };
  /** Late homeworks that would be accepted, and that would no longer be. */
  readonly accepts: readonly ComponentId[];
  readonly rejects: readonly ComponentId[];
}

/** Works out the gain of one student after another. */
export function gainFinder(policy: Policy, { cutoffs }: Grades): (grade: Grade) => SlipDayGain | undefined {
  const best: Policy = { ...policy, slipDays: { ...policy.slipDays, order: "best-for-student" } };
  return (grade) => {
    const { assessment, total, letter } = grade;
    const own = cutoffs.get(assessment.student.track);
    const points = gainOf(grade);
    if (points === undefined || total === undefined || letter === undefined || own === undefined)
      return undefined;
    const after = add(total.value, points);
    const accepted = new Map(
      assess(best, assessment.student).ledger.entries.map((entry) => [entry.component.id, entry.accepted]),
    );
    const changed = (now: boolean) =>
      assessment.ledger.entries
        .filter((entry) => entry.accepted === now && accepted.get(entry.component.id) === !now)
        .map(({ component }) => component.id);
    return {
      points,
      total: { now: total.value, best: after },
      letter: {
        now: letter.value,
        best: grade.status.kind === "given" ? letter.value : letterOf(own, after),
      },
      accepts: changed(false),
      rejects: changed(true),
    };
  };
}
