import type { Moment, ParameterLeaf, Span } from "../../derivation/derivation.ts";
import { type Rational, rational } from "../../exact/rational.ts";
import { resolve, type Zone, zone } from "../../time/zone.ts";
import { parameter } from "../cite.ts";
import type { Component, Policy } from "../parameters.ts";
import { perObject } from "../per-object.ts";

/** The parameters of slip-day accounting as leaves that every student shares. */
export interface SlipDayParameters {
  readonly budget: ParameterLeaf<Rational>;
  readonly unit: ParameterLeaf<string>;
  readonly grace: ParameterLeaf<Span>;
  readonly timeZone: ParameterLeaf<Zone>;
  /** The policy's due time of a component: a wall-clock time of its zone. */
  readonly due: (component: Component) => ParameterLeaf<Moment>;
}

export const slipDayParameters = perObject((policy: Policy): SlipDayParameters => {
  const at = zone(policy.timeZone);
  const { budget, unit, grace } = policy.slipDays;
  return {
    budget: parameter(policy, "slip_days.budget", "slip days for the term", rational(budget)),
    unit: parameter(policy, "slip_days.unit", "slip-day unit", unit),
    grace: parameter(policy, "slip_days.grace", "grace", { milliseconds: grace }),
    timeZone: parameter(policy, "time_zone", "time zone", at),
    due: perObject((component: Component) => {
      const { instant } = resolve(at, component.due ?? 0);
      return parameter(policy, `components.${component.id}.due`, "due time", { instant });
    }),
  };
});
