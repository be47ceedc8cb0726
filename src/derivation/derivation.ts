import type { Rational } from "../exact/rational.ts";
import type { Citation, PolicyPlace } from "../policy/parameters.ts";
import type { Zone } from "../time/zone.ts";
import type { Cell } from "./cell.ts";

/** A point in time, in milliseconds since the epoch. */
export interface Moment {
  readonly instant: number;
}

/** A length of time, in milliseconds. */
export interface Span {
  readonly milliseconds: number;
}

/** What a derivation can hold: an exact number, a time, a word (a letter, a choice), the zone of a wall clock. */
export type Value = Rational | Moment | Span | Zone | string;

/** A value read from a file. */
export interface CellLeaf<V extends Value = Value> {
  readonly kind: "cell";
  readonly what: string;
  readonly value: V;
  readonly cell: Cell;
}

/** A value that the policy sets, or that a clause names outright (`path` undefined). */
export interface ParameterLeaf<V extends Value = Value> {
  readonly kind: "parameter";
  readonly what: string;
  readonly value: V;
  readonly path: string | undefined;
  readonly by: Citation;
  readonly place: PolicyPlace | undefined;
}

/** A value that a rule made from others. */
export interface Step<V extends Value = Value> {
  readonly kind: "step";
  readonly what: string;
  readonly value: V;
  readonly by: Citation;
  readonly operation: Operation<never, V>;
  readonly from: readonly Derivation[];
}

/** A value and where it comes from, down to cells and parameters. */
export type Derivation<V extends Value = Value> = CellLeaf<V> | ParameterLeaf<V> | Step<V>;

/** One way to make a value from others; replaying a step applies it again. */
export interface Operation<A extends readonly Value[], R extends Value> {
  readonly name: string;
  readonly apply: (...values: A) => R;
}

export function operation<A extends readonly Value[], R extends Value>(
  name: string,
  apply: (...values: A) => R,
): Operation<A, R> {
  return { name, apply };
}

/** Applies an operation and remembers what it was applied to and by which rule. */
export function derive<A extends readonly Value[], R extends Value>(
  by: Citation,
  what: string,
  rule: Operation<A, R>,
  ...from: { readonly [I in keyof A]: Derivation<A[I]> }
): Step<R> {
  const inputs = from as readonly Derivation[];
  const value = rule.apply(...(inputs.map((input) => input.value) as unknown as A));
  return { kind: "step", what, value, by, operation: rule as unknown as Operation<never, R>, from: inputs };
}

/** A value that a clause names outright, such as the zero of a missing homework. */
export function given<V extends Value>(by: Citation, what: string, value: V): ParameterLeaf<V> {
  return { kind: "parameter", what, value, path: undefined, by, place: undefined };
}
