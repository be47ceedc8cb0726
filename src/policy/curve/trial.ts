import { parseDecimal } from "../../exact/decimal.ts";
import { add, divide, type Rational, rational, ZERO } from "../../exact/rational.ts";
import { policyOf } from "../from-document.ts";
import type {
  FixedSettings,
  GuidelineSettings,
  Letter,
  Policy,
  ShareGroup,
  SharesSettings,
  ShiftSettings,
  TrackId,
} from "../parameters.ts";
import { DEFAULT_TERM } from "../terms/index.ts";
import { usual } from "../terms/usual.ts";
import type { CurveMethod } from "./certificate.ts";
import type { MethodSettings } from "./methods.ts";

/** The methods that find cut-offs on their own, in the order in which they are compared. */
export const METHODS: readonly CurveMethod[] = ["guideline", "shares", "shift", "fixed"];

/** What an instructor tries instead of the policy's own settings; undefined leaves them. */
export interface Trial {
  readonly method: CurveMethod | undefined;
  readonly gpa: GuidelineSettings["gpa"] | undefined;
  /** The GPA that `shift` is to reach. */
  readonly target: Rational | undefined;
  readonly shares: ReadonlyMap<TrackId, readonly ShareGroup[]>;
  readonly guaranteed: ReadonlyMap<TrackId, ReadonlyMap<Letter, Rational>>;
}

/** The tracks with a method of their own: what is tried is tried on these, and `same-as` follows. */
export function ownTracks(policy: Policy): readonly TrackId[] {
  return policy.tracks.map(({ id }) => id).filter((id) => standalone(policy, id) !== undefined);
}

/** The groups of letters that shares are named for where only percentages are given. */
export function shareGroups(policy: Policy, track: TrackId): readonly ShareGroup[] {
  return (guideline(policy, track, NOTHING) ?? departments()).shares;
}

/** The policy as it is. */
export const NOTHING: Trial = {
  method: undefined,
  gpa: undefined,
  target: undefined,
  shares: new Map(),
  guaranteed: new Map(),
};

/** The policy with what is tried, and with `method` on every track of its own that has the settings for it. */
export function tryOut(policy: Policy, trial: Trial, method: CurveMethod | undefined): Policy {
  const curve = new Map(policy.curve);
  for (const track of ownTracks(policy)) {
    const tried = settingsFor(policy, track, trial, method ?? trial.method ?? methodOf(policy, track));
    if (tried !== undefined) curve.set(track, tried);
  }
  return { ...policy, curve };
}

/** Whether a track has letters that a method's settings know. */
export function canUse(policy: Policy, trial: Trial, method: CurveMethod): boolean {
  return ownTracks(policy).every((track) => settingsFor(policy, track, trial, method) !== undefined);
}

/** The settings of any method on a track: the policy's own where it has them, else the department's and the usual ones. */
function settingsFor(
  policy: Policy,
  track: TrackId,
  trial: Trial,
  method: CurveMethod,
): MethodSettings | undefined {
  switch (method) {
    case "guideline":
      return guideline(policy, track, trial);
    case "shares":
      return quota(policy, track, trial);
    case "fixed":
      return fixed(policy, track, trial);
    case "shift":
      return shift(policy, track, trial);
  }
}

function standalone(policy: Policy, track: TrackId): MethodSettings | undefined {
  const own = policy.curve.get(track);
  return own?.method === "same-as" ? undefined : own;
}

function methodOf(policy: Policy, track: TrackId): CurveMethod {
  return standalone(policy, track)?.method ?? "guideline";
}

function guideline(policy: Policy, track: TrackId, trial: Trial): GuidelineSettings | undefined {
  const own = standalone(policy, track);
  const base = departments();
  const settings: GuidelineSettings =
    own?.method === "guideline"
      ? own
      : own?.method === "shares"
        ? { ...base, ...own, method: "guideline" }
        : base;
  const tried = {
    ...settings,
    gpa: trial.gpa ?? settings.gpa,
    shares: trial.shares.get(track) ?? settings.shares,
    guaranteed: trial.guaranteed.get(track) ?? settings.guaranteed,
  };
  const known = policy.letters.map(({ letter }) => letter);
  return tried.shares.every(({ letters }) => letters.every((letter) => known.includes(letter)))
    ? tried
    : undefined;
}

function quota(policy: Policy, track: TrackId, trial: Trial): SharesSettings | undefined {
  const settings = guideline(policy, track, trial);
  if (settings === undefined) return undefined;
  const { shares, guaranteed, minimum, near } = settings;
  return { method: "shares", shares, guaranteed, minimum, near };
}

/** Where the cut-offs of `fixed` and `shift` come from; the usual scale is nobody's decision, and is shown as such. */
export type FixedOrigin = "policy" | "guaranteed" | "usual";

export function fixedOrigin(policy: Policy, track: TrackId, trial: Trial): FixedOrigin {
  const own = standalone(policy, track);
  if (own?.method === "fixed" || own?.method === "shift") return "policy";
  const guaranteed = trial.guaranteed.get(track) ?? own?.guaranteed;
  return guaranteed !== undefined && guaranteed.size > 0 ? "guaranteed" : "usual";
}

/** The policy's fixed cut-offs, else the guaranteed ones, which are the fixed bins that nobody falls below. */
function fixed(policy: Policy, track: TrackId, trial: Trial): FixedSettings {
  const own = standalone(policy, track);
  if (own?.method === "fixed" || own?.method === "shift") return { method: "fixed", cutoffs: own.cutoffs };
  const guaranteed = trial.guaranteed.get(track) ?? own?.guaranteed;
  if (guaranteed !== undefined && guaranteed.size > 0) return { method: "fixed", cutoffs: guaranteed };
  const scale = Object.entries(usual.scale).filter(([letter]) =>
    policy.letters.some((own) => own.letter === letter),
  );
  return { method: "fixed", cutoffs: new Map(scale.map(([letter, text]) => [letter, decimal(text)])) };
}

/** Without a target of its own it aims at the middle of the GPA window. */
function shift(policy: Policy, track: TrackId, trial: Trial): ShiftSettings {
  const own = standalone(policy, track);
  const { cutoffs } = fixed(policy, track, trial);
  const { lowest, highest } = trial.gpa ?? (own?.method === "guideline" ? own : departments()).gpa;
  const middle = divide(add(lowest, highest), rational(2));
  const [target, step] = own?.method === "shift" ? [own.target, own.step] : [middle, decimal(usual.step)];
  return { method: "shift", cutoffs, target: trial.target ?? target, step };
}

/** The department's guideline as the built-in policy has it. */
function departments(): GuidelineSettings {
  const found = [...policyOf(DEFAULT_TERM).curve.values()].find(({ method }) => method === "guideline");
  if (found?.method !== "guideline") throw new Error("the built-in policy has no guideline");
  return found;
}

function decimal(text: string): Rational {
  return parseDecimal(text) ?? ZERO;
}
