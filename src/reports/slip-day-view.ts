import type { Claims } from "../gradebook/declared.ts";
import type { Policy } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import type { Zone } from "../time/zone.ts";
import { compareDeclared, type DeclaredCheck } from "./declared.ts";
import { filtered, type SlipDayFilter } from "./slip-day-filter.ts";
import type { SlipDayStudent } from "./slip-day-ledger.ts";
import { type LettersBy, lettersBy, type SlipDaySetting, slipDaySettings } from "./slip-day-settings.ts";
import { type SlipDaySummary, slipDaySummary } from "./slip-day-summary.ts";

/** Everything that `slip-days` has to show. */
export interface SlipDayView {
  readonly policy: { readonly id: string; readonly title: string };
  readonly settings: readonly SlipDaySetting[];
  readonly letters: readonly LettersBy[];
  /** Of the whole class, whatever the filter. */
  readonly summary: SlipDaySummary;
  readonly filter: SlipDayFilter;
  /** What passes the filter. */
  readonly students: readonly SlipDayStudent[];
  readonly declared: DeclaredCheck | undefined;
}

export function slipDayView(
  policy: Policy,
  at: Zone,
  grades: Grades,
  all: readonly SlipDayStudent[],
  filter: SlipDayFilter,
  claims: Claims | undefined,
): SlipDayView {
  const students = filtered(all, filter);
  return {
    policy: { id: policy.id, title: policy.title },
    settings: slipDaySettings(policy),
    letters: lettersBy(grades),
    summary: slipDaySummary(policy, at, all),
    filter,
    students,
    declared: claims && compareDeclared(policy, students, claims),
  };
}
