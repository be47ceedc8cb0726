import type { Rational } from "../exact/rational.ts";
import type { CurveMethod } from "../policy/curve/certificate.ts";
import type { FixedOrigin } from "../policy/curve/trial.ts";
import type { Policy, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { distributions, type TrackDistribution } from "./distribution.ts";
import { type Candidate, compareMethods, type TrackComparison } from "./methods.ts";
import { NEAR, type NearTrack, nearCutoffs } from "./near-cutoffs.ts";
import { sensitivity, type TrackSensitivity } from "./sensitivity.ts";
import { type Stability, stability } from "./stability.ts";

/** What is shown beside the proposal. */
export interface CurveRequest {
  /** What was tried, in words; none when the policy stands as it is. */
  readonly tried: readonly string[];
  /** The other methods and the cut-offs in force, by name. */
  readonly others: readonly Candidate[];
  /** Methods that the policy's letters leave no room for. */
  readonly without: readonly CurveMethod[];
  /** Where the cut-offs of `fixed` and `shift` come from, by track. */
  readonly fixed: ReadonlyMap<TrackId, FixedOrigin>;
  readonly near: Rational | undefined;
  /** Changes of a point that are tried, as refits times totals. */
  readonly work: number;
}

/** Everything that an instructor looks at before cut-offs are decided; the tracks are always apart. */
export interface CurveView {
  readonly policy: { readonly id: string; readonly title: string };
  readonly request: CurveRequest;
  readonly tracks: readonly TrackDistribution[];
  readonly comparison: readonly TrackComparison[];
  readonly near: readonly NearTrack[];
  readonly sensitivity: readonly TrackSensitivity[];
  readonly stability: readonly Stability[];
}

/** The name of the proposal among the methods that are compared. */
export const PROPOSAL = "proposal";

export function curveView(policy: Policy, grades: Grades, request: CurveRequest): CurveView {
  const candidates = [{ name: PROPOSAL, cutoffs: grades.cutoffs }, ...request.others];
  return {
    policy: { id: policy.id, title: policy.title },
    request,
    tracks: distributions(policy, grades),
    comparison: compareMethods(policy, grades, candidates),
    near: nearCutoffs(policy, grades, request.near ?? NEAR),
    sensitivity: sensitivity(policy, grades),
    stability: policy.tracks.flatMap(({ id }) => stability(policy, grades, id, request.work) ?? []),
  };
}
