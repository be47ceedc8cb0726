import { cellText } from "../../derivation/cell.ts";
import type { Derivation, Moment } from "../../derivation/derivation.ts";
import type { Adjustment } from "../../gradebook/gradebook.ts";
import { componentsOf } from "../../policy/assess.ts";
import type { TrackCutoffs } from "../../policy/curve/cutoffs.ts";
import type { Component, ComponentId, Policy } from "../../policy/parameters.ts";
import type { Grade } from "../../policy/policy.ts";
import type { LedgerEntry } from "../../policy/slip-days/ledger.ts";
import { isoText } from "../../time/format.ts";
import type { Zone } from "../../time/zone.ts";

/** Whom an explanation is about, and what it is looked up in. */
export interface About {
  readonly policy: Policy;
  readonly zone: Zone;
  readonly grade: Grade;
  /** Those of the student's track. */
  readonly cutoffs: TrackCutoffs;
  /** Of the track whose cut-offs these are, how many students they were fitted on. */
  readonly fittedOn: number | undefined;
}

export function titleOf({ policy }: About, id: ComponentId): string {
  return policy.components.find((component) => component.id === id)?.title ?? id;
}

/** The components of the student's track, in the policy's order. */
export function ownComponents({ policy, grade }: About): readonly Component[] {
  return componentsOf(policy, grade.assessment.student);
}

export function entryOf({ grade }: About, id: ComponentId): LedgerEntry | undefined {
  return grade.assessment.ledger.entries.find(({ component }) => component.id === id);
}

type Of<A> = Extract<Adjustment, { readonly action: A }>;

/** The student's adjustment of one kind, on one component where it has one. */
export function adjustmentOf<A extends Adjustment["action"]>(
  { grade }: About,
  action: A,
  component?: ComponentId,
): Of<A> | undefined {
  return grade.assessment.student.adjustments.find(
    (own): own is Of<A> =>
      own.action === action &&
      (component === undefined || ("component" in own && own.component === component)),
  );
}

/** The reason of the decision that a leaf was read from, as `: reason`; blank for any other leaf. */
export function reasonOf({ grade }: About, leaf: Derivation): string {
  if (leaf.kind !== "cell") return "";
  const { file, line } = leaf.cell;
  const own = grade.assessment.student.adjustments.find(
    ({ cell }) => cell.cell.file === file && cell.cell.line === line,
  );
  return own === undefined ? "" : `: ${own.reason}`;
}

/** Where a decision stands and why it was taken. */
export function decisionText({ cell, reason }: Adjustment): string {
  return `by decision (${cellText(cell.cell)}): ${reason}`;
}

/** `2022-02-21T23:59:00-08:00`, as slip-days.csv has it. */
export function timeText({ zone }: About, { instant }: Moment): string {
  return isoText(zone, instant);
}
