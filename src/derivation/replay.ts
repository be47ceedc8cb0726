import type { Derivation, Value } from "./derivation.ts";

/** Computes a derivation again from its leaves; what comes out must equal the value that it carries. */
export function replay(derivation: Derivation): Value {
  if (derivation.kind !== "step") return derivation.value;
  const values = derivation.from.map(replay);
  return (derivation.operation.apply as (...inputs: readonly Value[]) => Value)(...values);
}

/** All leaves of a derivation, each as often as it is used. */
export function leaves(derivation: Derivation): readonly Exclude<Derivation, { kind: "step" }>[] {
  return derivation.kind === "step" ? derivation.from.flatMap(leaves) : [derivation];
}
