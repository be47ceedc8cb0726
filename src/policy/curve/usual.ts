import { policyOf } from "../from-document.ts";
import type { CurveSettings, Policy, TrackId } from "../parameters.ts";
import { DEFAULT_TERM } from "../terms/index.ts";
import type { TrackCutoffs } from "./cutoffs.ts";
import { cutoffsInForce, type FittedTotals } from "./fit.ts";
import type { FrozenCutoffs } from "./frozen.ts";

const USUAL = policyOf(DEFAULT_TERM).curve;

/**
 * The cut-offs under the default answers to the curve's open questions, its shares and its method; undefined where the
 * policy gives those answers, or where frozen cut-offs stand before it.
 */
export function usualCutoffs(
  policy: Policy,
  isTaken: (track: TrackId) => boolean,
  fitted: FittedTotals,
  frozen: FrozenCutoffs | undefined,
): ReadonlyMap<TrackId, TrackCutoffs> | undefined {
  if (frozen !== undefined) return undefined;
  const curve = new Map([...policy.curve].map(([track, own]) => [track, usualAnswers(policy, track, own)]));
  if ([...curve].every(([track, settings]) => settings === policy.curve.get(track))) return undefined;
  return cutoffsInForce({ ...policy, curve }, isTaken, fitted, undefined, () => undefined);
}

function usualAnswers({ document, letters }: Policy, track: TrackId, own: CurveSettings): CurveSettings {
  const usual = USUAL.get(track);
  if (usual === undefined) return own;
  if (usual.method !== "guideline") return usual.method === own.method ? own : usual;
  const known = new Set(letters.map(({ letter }) => letter));
  if (usual.shares.some((group) => group.letters.some((letter) => !known.has(letter)))) return own;
  if (own.method !== "guideline") return usual;
  const shares = (of: Policy["document"]["curve"][string] | undefined) =>
    of?.method === "guideline" ? JSON.stringify(of.shares) : "";
  const isUsual = shares(document.curve[track]) === shares(DEFAULT_TERM.document.curve[track]);
  return isUsual ? own : { ...own, shares: usual.shares };
}
