import { type Derivation, derive, operation } from "../../derivation/derivation.ts";
import { maximum, type Rational, sum, ZERO } from "../../exact/rational.ts";
import type { Student } from "../../gradebook/gradebook.ts";
import { read } from "../cite.ts";
import type { Policy } from "../parameters.ts";
import { slipDayParameters } from "./parameters.ts";

const neverBelowZero = operation(
  "sum, never below zero",
  (...days: readonly Rational[]): Rational => maximum(ZERO, sum(days)),
);

/** The slip days of a student for the term: the policy's, plus or minus the adjustments, never below zero. */
export function budgetOf(policy: Policy, student: Student): Derivation<Rational> {
  const base = slipDayParameters(policy).budget;
  const changes = student.adjustments.flatMap((adjustment) =>
    adjustment.action === "slip-days" ? [read("slip days given or taken", adjustment.days)] : [],
  );
  if (changes.length === 0) return base;
  return derive("decision.adjustment", "slip days of this student", neverBelowZero, base, ...changes);
}
