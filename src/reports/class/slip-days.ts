import type { Component, Policy, TrackId } from "../../policy/parameters.ts";
import type { Grade } from "../../policy/policy.ts";
import type { Outcome } from "../../policy/slip-days/ledger.ts";

/** How a track used its slip days. */
export interface SlipDayUse {
  readonly track: TrackId;
  readonly budget: number;
  readonly students: number;
  /** Students by days charged: 0, 1, ... up to the budget or the most that anybody used. */
  readonly used: readonly number[];
  readonly homeworks: readonly {
    readonly component: Component;
    readonly outcomes: Readonly<Record<Outcome, number>>;
  }[];
}

export function slipDayUse(policy: Policy, track: TrackId, grades: readonly Grade[]): SlipDayUse {
  const { budget } = policy.slipDays;
  const days = grades.map(({ assessment }) => assessment.ledger.used);
  const entries = grades.flatMap(({ assessment }) => assessment.ledger.entries);
  const components = policy.components.filter((own) => entries.some(({ component }) => component === own));
  return {
    track,
    budget,
    students: grades.length,
    used: Array.from(
      { length: Math.max(budget, ...days) + 1 },
      (_, used) => days.filter((own) => own === used).length,
    ),
    homeworks: components.map((component) => {
      const own = entries.filter((entry) => entry.component === component);
      const count = (outcome: Outcome) => own.filter((entry) => entry.outcome === outcome).length;
      return {
        component,
        outcomes: {
          "on-time": count("on-time"),
          "accepted-late": count("accepted-late"),
          "rejected-late": count("rejected-late"),
          missing: count("missing"),
          ungraded: count("ungraded"),
        },
      };
    }),
  };
}
