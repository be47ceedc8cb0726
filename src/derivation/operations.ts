import { add, type Rational, subtract, sum } from "../exact/rational.ts";
import { operation } from "./derivation.ts";

export const total = operation("sum", (...terms: readonly Rational[]): Rational => sum(terms));
export const plus = operation("plus", (a: Rational, b: Rational): Rational => add(a, b));
export const minus = operation("minus", (a: Rational, b: Rational): Rational => subtract(a, b));
/** The first value stands; the second is what it replaces. */
export const instead = operation("instead", <V extends Rational>(chosen: V, _replaced: V): V => chosen);
