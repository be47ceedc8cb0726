import { type Derivation, derive, operation } from "../derivation/derivation.ts";
import { instead } from "../derivation/operations.ts";
import {
  divide,
  HUNDRED,
  isNegative,
  maximum,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../exact/rational.ts";
import type { Adjustment, Deduction } from "../gradebook/gradebook.ts";
import { read } from "./cite.ts";
import type { Citation, Component } from "./parameters.ts";
import type { Standing } from "./standing.ts";

const deducted = operation(
  "points taken away",
  (score: Rational, amount: Rational): Rational =>
    isNegative(score) ? score : maximum(ZERO, subtract(score, amount)),
);

const percentOf = operation(
  "percent of the maximum",
  (percent: Rational, of: Rational): Rational => divide(multiply(percent, of), HUNDRED),
);

const zeroBy = operation("zero by decision", (_decision: string): Rational => ZERO);

/** The order in which adjustments of one component act. */
const ORDER = ["set", "deduct", "zero", "absent", "move-weight"] as const;

/** Applies the adjustments of one component to where it stands after lateness. */
export function adjust(
  component: Component,
  standing: Standing,
  adjustments: readonly Adjustment[],
  highest: Derivation<Rational>,
): Standing {
  const own = adjustments.filter(
    (adjustment) => "component" in adjustment && adjustment.component === component.id,
  );
  if (own.length === 0) return standing;
  return ORDER.flatMap((action) => own.filter((adjustment) => adjustment.action === action)).reduce<Standing>(
    (current, adjustment) => apply(component, current, adjustment, highest),
    standing,
  );
}

function apply(
  component: Component,
  standing: Standing,
  adjustment: Adjustment,
  highest: Derivation<Rational>,
): Standing {
  switch (adjustment.action) {
    case "set": {
      const points = read("points set", adjustment.points);
      const by: Citation = isNegative(points.value) ? "i.negative" : "decision.adjustment";
      const score =
        standing.kind === "counted" ? derive(by, "score set", instead, points, standing.score) : points;
      return { kind: "counted", score };
    }
    case "deduct":
      if (standing.kind !== "counted") return standing;
      return {
        kind: "counted",
        score: derive(
          "decision.adjustment",
          "score after the deduction",
          deducted,
          standing.score,
          deduction(adjustment.amount, highest),
        ),
      };
    case "zero": {
      const decision = read("decision", adjustment.cell);
      return { kind: "counted", score: derive(integrityClause(component), "zero", zeroBy, decision) };
    }
    case "absent":
      return { kind: "missed", evidence: read("decision", adjustment.cell) };
    case "move-weight":
      return { kind: "moved", to: adjustment.to };
    default:
      return standing;
  }
}

function deduction(amount: Deduction, highest: Derivation<Rational>): Derivation<Rational> {
  if (amount.unit === "points") return read("points to take away", amount.value);
  const percent = read("percent to take away", amount.value);
  return derive("decision.adjustment", "points to take away", percentOf, percent, highest);
}

/** The clause under which a zero for misconduct stands. */
export function integrityClause(component: Component): Citation {
  return component.absence === "missed" ? "exam.integrity" : "hw.integrity";
}
