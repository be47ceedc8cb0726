import type { Field } from "../derivation/cell.ts";
import type { CellLeaf, ParameterLeaf, Value } from "../derivation/derivation.ts";
import type { Citation, ComponentId, Policy, TrackId } from "./parameters.ts";

/** A parameter of the policy in force with the clause behind it. */
export function parameter<V extends Value>(
  policy: Policy,
  path: string,
  what: string,
  value: V,
): ParameterLeaf<V> {
  return { kind: "parameter", what, value, path, by: clauseOf(policy, path), place: policy.places.get(path) };
}

/** The clause of a parameter path; what only a policy file sets is the file's own. */
export function clauseOf(policy: Policy, path: string): Citation {
  return policy.clauses.get(path) ?? "decision.policy";
}

/** What decides about a missed component: a clause, or an interpretation with its setting. */
export function missedClause(policy: Policy, component: ComponentId, track: TrackId): Citation {
  return policy.clauses.get(`missed.${component}.${track}`) ?? "decision.policy";
}

/** A value of a file as the leaf of a derivation. */
export function read<V extends Value>(what: string, field: Field<V>): CellLeaf<V> {
  return { kind: "cell", what, value: field.value, cell: field.cell };
}
