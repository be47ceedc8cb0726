import type { Field } from "../derivation/cell.ts";
import type { Adjustment } from "../gradebook/gradebook.ts";
import type { Assessment } from "./assess.ts";
import { missedClause } from "./cite.ts";
import type { Citation, ComponentId, Policy } from "./parameters.ts";

/** Why a grade cannot be said yet. */
export interface Question {
  readonly kind: "no-scores" | "ungraded" | "excused" | "missed" | "slip-order";
  readonly component: ComponentId | undefined;
  readonly by: Citation;
}

/** Why a student gets an I. */
export interface IncompleteCause {
  readonly component: ComponentId | undefined;
  readonly by: Citation;
}

export type Status =
  | { readonly kind: "final" }
  /** The instructor gave the grade outright. */
  | { readonly kind: "given"; readonly letter: Field<string>; readonly adjustment: Adjustment }
  | { readonly kind: "incomplete"; readonly causes: readonly IncompleteCause[] }
  | { readonly kind: "undecided"; readonly questions: readonly Question[] };

/** The first that applies: a given grade, a decided incomplete, an open question, a missed exam that gives an I, final. */
export function statusOf(policy: Policy, assessment: Assessment): Status {
  const { adjustments } = assessment.student;
  const given = adjustments.find((adjustment) => adjustment.action === "grade");
  if (given !== undefined) return { kind: "given", letter: given.letter, adjustment: given };
  if (adjustments.some(({ action }) => action === "incomplete"))
    return { kind: "incomplete", causes: [{ component: undefined, by: "decision.adjustment" }] };
  const questions = openQuestions(policy, assessment);
  if (questions.length > 0) return { kind: "undecided", questions };
  const causes = assessment.missed
    .filter(({ reading }) => reading === "incomplete")
    .map(({ component, by }) => ({ component, by: bothMissed(assessment) ? "i.missed-both" : by }) as const);
  return causes.length > 0 ? { kind: "incomplete", causes } : { kind: "final" };
}

/** Everything that keeps a grade from being said, whatever the status turns out to be. */
export function openQuestions(policy: Policy, assessment: Assessment): readonly Question[] {
  const { student, standings, weights, ledger, missed } = assessment;
  if (!student.hasScores) return [{ kind: "no-scores", component: undefined, by: "i.no-scores" }];
  const slipOrder = new Set(ledger.open.map(({ id }) => id));
  return [
    ...[...standings].flatMap(([component, { kind }]): readonly Question[] =>
      kind === "excused" && weights.has(component) ? [{ kind, component, by: "i.excused" }] : [],
    ),
    ...[...standings].flatMap(([component, standing]): readonly Question[] =>
      standing.kind === "ungraded" && weights.has(component)
        ? [
            slipOrder.has(component)
              ? { kind: "slip-order", component, by: "i.slip-order" }
              : { kind: "ungraded", component, by: "i.ungraded" },
          ]
        : [],
    ),
    ...missed
      .filter(({ reading }) => reading === "undecided")
      .map(
        ({ component }): Question => ({
          kind: "missed",
          component,
          by: missedClause(policy, component, student.track),
        }),
      ),
  ];
}

function bothMissed({ standings }: Assessment): boolean {
  return [...standings.values()].filter(({ kind }) => kind === "missed").length > 1;
}
