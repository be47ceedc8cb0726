import { type Derivation, derive, operation } from "../../derivation/derivation.ts";
import { maximum, type Rational, rational, sum, ZERO } from "../../exact/rational.ts";
import type { Student } from "../../gradebook/gradebook.ts";
import { parameter, read } from "../cite.ts";
import type { Policy } from "../parameters.ts";

const neverBelowZero = operation(
  "sum, never below zero",
  (...days: readonly Rational[]): Rational => maximum(ZERO, sum(days)),
);

/** The slip days of a student for the term: the policy's, plus or minus the adjustments, never below zero. */
export function budgetOf(policy: Policy, student: Student): Derivation<Rational> {
  const base = parameter(
    policy,
    "slip_days.budget",
    "slip days for the term",
    rational(policy.slipDays.budget),
  );
  const changes = student.adjustments.flatMap((adjustment) =>
    adjustment.action === "slip-days" ? [read("slip days given or taken", adjustment.days)] : [],
  );
  if (changes.length === 0) return base;
  return derive("decision.adjustment", "slip days of this student", neverBelowZero, base, ...changes);
}
