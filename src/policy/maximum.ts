import type { Derivation } from "../derivation/derivation.ts";
import { derive } from "../derivation/derivation.ts";
import { total } from "../derivation/operations.ts";
import type { Rational } from "../exact/rational.ts";
import type { Work } from "../gradebook/gradebook.ts";
import { parameter, read } from "./cite.ts";
import type { Component, Policy } from "./parameters.ts";

/** The maximum of a component in raw points: the export's, else the policy's; added up where parts are. */
export function maximumOf(
  policy: Policy,
  component: Component,
  work: Work | undefined,
): Derivation<Rational> {
  const own = () => parameter(policy, `components.${component.id}.points`, "maximum", component.points);
  const leaves = (work?.maxima ?? []).map((field) => (field === undefined ? own() : read("maximum", field)));
  const [only = own(), second] = leaves;
  return second === undefined ? only : derive("term.points", "maximum of the parts", total, ...leaves);
}
