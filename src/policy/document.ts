import type { Citation } from "./parameters.ts";

/** A policy as it is written down: the shape of a policy file, decimals as text so that they stay exact. */
export interface PolicyDocument {
  readonly id: string;
  readonly title: string;
  readonly time_zone: string;
  readonly components: Readonly<Record<string, ComponentDocument>>;
  readonly tracks: Readonly<Record<string, { readonly weights: Readonly<Record<string, string>> }>>;
  readonly letters: Readonly<Record<string, string>>;
  readonly passing: { readonly pnp: string; readonly su: string };
  readonly slip_days: SlipDaysDocument;
  readonly missed: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly curve: Readonly<Record<string, CurveDocument>>;
}

export interface ComponentDocument {
  readonly title: string;
  readonly names: readonly string[];
  readonly points: string;
  readonly due?: string | undefined;
  readonly slip_days: boolean;
  readonly absence: "missing" | "missed";
  readonly combine: "one" | "sum";
}

export interface SlipDaysDocument {
  readonly budget: number;
  readonly order: "due-date" | "best-for-student";
  readonly unit: "calendar-day" | "elapsed-24h";
  readonly grace: string;
}

export type CurveDocument =
  | { readonly method: "same-as"; readonly track: string }
  | { readonly method: "fixed"; readonly cutoffs: Readonly<Record<string, string>> }
  | {
      readonly method: "shift";
      readonly cutoffs: Readonly<Record<string, string>>;
      readonly target_gpa: string;
      readonly step: string;
    }
  | {
      readonly method: "shares";
      readonly shares: Readonly<Record<string, string>>;
      readonly guaranteed: Readonly<Record<string, string>>;
      readonly minimum: Readonly<Record<string, string>>;
      readonly near: string;
    }
  | {
      readonly method: "guideline";
      /** Key: the letters of a group from best to worst, with a space between. */
      readonly shares: Readonly<Record<string, string>>;
      readonly guaranteed: Readonly<Record<string, string>>;
      readonly minimum: Readonly<Record<string, string>>;
      readonly gpa: readonly [string, string];
      readonly gpa_required: boolean;
      readonly near: string;
      readonly near_weight: string;
      readonly edge_weight: string;
      readonly inner_weight: string;
    };

/** A document together with the clause behind each of its parameters. */
export interface Term {
  readonly document: PolicyDocument;
  readonly clauses: Readonly<Record<string, Citation>>;
}
