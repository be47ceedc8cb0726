import { type Derivation, derive, operation } from "../derivation/derivation.ts";
import { total } from "../derivation/operations.ts";
import { divide, multiply, type Rational, ZERO } from "../exact/rational.ts";

import type { ComponentId, Policy } from "./parameters.ts";
import type { Standings } from "./standing.ts";
import { type Weights, weightsByTrack } from "./weights.ts";

const contribution = operation(
  "weight x points / maximum",
  (weight: Rational, points: Rational, maximum: Rational): Rational =>
    divide(multiply(weight, points), maximum),
);

const missingAsZero = operation(
  "missing work as zero",
  (_weight: Rational, _reading: string): Rational => ZERO,
);

export type Maximums = ReadonlyMap<ComponentId, Derivation<Rational>>;

/**
 * The total in percent points, exact and never rounded; undefined when a component that carries weight has no
 * points, unless `asZero` says what makes its absence a zero.
 */
export function totalOf(
  policy: Policy,
  track: string,
  weights: Weights,
  standings: Standings,
  maximums: Maximums,
  asZero: (component: ComponentId) => Derivation<string> | undefined,
): Derivation<Rational> | undefined {
  const parts: Derivation<Rational>[] = [];
  const ownWeights = weightsByTrack(policy).get(track);
  for (const [id, weight] of weights) {
    const standing = standings.get(id);
    const maximum = maximums.get(id);
    if (standing?.kind === "counted" && maximum !== undefined) {
      const by = ownWeights?.get(id)?.by ?? "decision.policy";
      parts.push(derive(by, `contribution of ${id}`, contribution, weight, standing.score, maximum));
      continue;
    }
    const why = standing?.kind === "missed" ? asZero(id) : undefined;
    if (why === undefined || why.kind === "cell") return undefined;
    parts.push(derive(why.by, `contribution of ${id}`, missingAsZero, weight, why));
  }
  return derive("i.rounding", "total", total, ...parts);
}
