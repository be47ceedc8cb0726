import type { Derivation } from "../derivation/derivation.ts";
import { derive } from "../derivation/derivation.ts";
import { total } from "../derivation/operations.ts";
import type { Rational } from "../exact/rational.ts";
import type { Maxima, Work } from "../gradebook/gradebook.ts";
import { parameter, read } from "./cite.ts";
import type { Component, Policy } from "./parameters.ts";

/** The maximum of a component in raw points: the export's, else the policy's; added up where parts are. */
export function maximumOf(
  policy: Policy,
  component: Component,
  work: Work | undefined,
): Derivation<Rational> {
  const leaves = maximumLeaves(policy, component, work?.maxima ?? []);
  const [only = ofPolicy(policy, component), second] = leaves;
  return second === undefined ? only : derive("term.points", "maximum of the parts", total, ...leaves);
}

/** The maximum of each column as a leaf. */
export function maximumLeaves(
  policy: Policy,
  component: Component,
  maxima: Maxima,
): readonly Derivation<Rational>[] {
  return maxima.map((field) => (field === undefined ? ofPolicy(policy, component) : read("maximum", field)));
}

function ofPolicy(policy: Policy, { id, points }: Component): Derivation<Rational> {
  return parameter(policy, `components.${id}.points`, "maximum", points);
}
