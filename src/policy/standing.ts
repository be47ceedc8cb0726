import type { Field } from "../derivation/cell.ts";
import type { Derivation } from "../derivation/derivation.ts";
import type { Rational } from "../exact/rational.ts";
import type { Excuse } from "../gradebook/gradebook.ts";
import type { ComponentId } from "./parameters.ts";

/** Where one component of one student stands, after lateness and adjustments. */
export type Standing =
  /** Raw points that count. */
  | { readonly kind: "counted"; readonly score: Derivation<Rational> }
  /** Handed in, no score yet. */
  | { readonly kind: "ungraded"; readonly cell: Field<string> }
  /** Marked as excused or as not assigned: no score, and no rule for it. */
  | { readonly kind: "excused"; readonly why: Excuse; readonly cell: Field<string> }
  /** An exam or project that the student was not there for; `evidence` is the blank cell or the decision. */
  | { readonly kind: "missed"; readonly evidence: Derivation<string> }
  /** Another component has taken over the weight by an adjustment. */
  | { readonly kind: "moved"; readonly to: ComponentId }
  /** No score file knows the student. */
  | { readonly kind: "unknown" };

export type Standings = ReadonlyMap<ComponentId, Standing>;
