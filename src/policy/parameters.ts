import type { Rational } from "../exact/rational.ts";
import type { LocalTime } from "../time/zone.ts";
import type { ClauseId } from "./clauses.ts";
import type { PolicyDocument } from "./document.ts";
import type { InterpretationId } from "./interpretations.ts";

/** What licenses a step of a derivation. */
export type Citation = ClauseId | InterpretationId;

export type ComponentId = string;
export type TrackId = string;
export type Letter = string;

/** One graded piece of work of the course. */
export interface Component {
  readonly id: ComponentId;
  readonly title: string;
  /** Column titles that mean this component, ignoring case and spacing. */
  readonly names: readonly string[];
  /** The maximum in raw points where the export has none. */
  readonly points: Rational;
  /** Due time on the wall clock of the policy's zone. */
  readonly due: LocalTime | undefined;
  readonly slipDays: boolean;
  /** Whether work that was not handed in counts zero (`missing`) or falls under a `missed` rule. */
  readonly absence: "missing" | "missed";
  /** How several matching columns become one score. */
  readonly combine: "one" | "sum";
}

export interface Track {
  readonly id: TrackId;
  /** Weight of each component, in percent points; they sum to exactly 100. */
  readonly weights: ReadonlyMap<ComponentId, Rational>;
}

export interface LetterGrade {
  readonly letter: Letter;
  readonly points: Rational;
}

export type SlipOrder = "due-date" | "best-for-student";
export type SlipUnit = "calendar-day" | "elapsed-24h";

export interface SlipDays {
  /** Days for the whole term. */
  readonly budget: number;
  readonly order: SlipOrder;
  readonly unit: SlipUnit;
  /** Lateness that costs nothing, in milliseconds. */
  readonly grace: number;
}

/** What a missed component does: another takes over its weight, or one of three words. */
export type MissedReading =
  | { readonly kind: "moves-to"; readonly component: ComponentId }
  | { readonly kind: "undecided" }
  | { readonly kind: "incomplete" }
  | { readonly kind: "zero" };

/** A group of the guideline: its letters share `share` (in percent of the students) equally. */
export interface ShareGroup {
  readonly letters: readonly Letter[];
  readonly share: Rational;
}

export type CurveSettings =
  | { readonly method: "same-as"; readonly track: TrackId }
  | FixedSettings
  | ShiftSettings
  | SharesSettings
  | GuidelineSettings;

export interface FixedSettings {
  readonly method: "fixed";
  readonly cutoffs: ReadonlyMap<Letter, Rational>;
}

/** Fixed cut-offs, all lowered by the same smallest multiple of `step` that reaches the target GPA. */
export interface ShiftSettings {
  readonly method: "shift";
  readonly cutoffs: ReadonlyMap<Letter, Rational>;
  readonly target: Rational;
  /** Percent points. */
  readonly step: Rational;
}

/** Each cut where the number of students above it is nearest to the cumulative share, and nothing else. */
export interface SharesSettings {
  readonly method: "shares";
  readonly shares: readonly ShareGroup[];
  readonly guaranteed: ReadonlyMap<Letter, Rational>;
  readonly minimum: ReadonlyMap<Letter, Rational>;
  /** How far below the lowest total its cut-off may be printed, in percent points. */
  readonly near: Rational;
}

export interface GuidelineSettings {
  readonly method: "guideline";
  readonly shares: readonly ShareGroup[];
  readonly guaranteed: ReadonlyMap<Letter, Rational>;
  readonly minimum: ReadonlyMap<Letter, Rational>;
  readonly gpa: { readonly lowest: Rational; readonly highest: Rational };
  readonly gpaRequired: boolean;
  /** Distance below a cut-off, in percent points, that counts as a near miss. */
  readonly near: Rational;
  readonly nearWeight: Rational;
  readonly edgeWeight: Rational;
  readonly innerWeight: Rational;
}

/** A place of a policy file that set a parameter: 1-based line and character. */
export interface PolicyPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Everything a term decides; the rules are the functions of this folder. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
  readonly components: readonly Component[];
  readonly tracks: readonly Track[];
  /** From best to worst; the last one needs no cut-off. */
  readonly letters: readonly LetterGrade[];
  readonly passing: { readonly pnp: Letter; readonly su: Letter };
  readonly slipDays: SlipDays;
  readonly missed: ReadonlyMap<ComponentId, ReadonlyMap<TrackId, MissedReading>>;
  readonly curve: ReadonlyMap<TrackId, CurveSettings>;
  /** The clause behind a parameter path; a path that is not here is the policy file's own. */
  readonly clauses: ReadonlyMap<string, Citation>;
  /** The document that this policy was read from, with what it extends merged in. */
  readonly document: PolicyDocument;
  /** Where a policy file set a parameter path. */
  readonly places: ReadonlyMap<string, PolicyPlace>;
}

export function trackOf(policy: Policy, id: TrackId): Track {
  const found = policy.tracks.find((track) => track.id === id);
  if (found === undefined) throw new Error(`track ${id} is not of policy ${policy.id}`);
  return found;
}
