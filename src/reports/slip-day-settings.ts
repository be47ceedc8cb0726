import { clauseOf } from "../policy/cite.ts";
import type { CutoffSource } from "../policy/curve/cutoffs.ts";
import type { Citation, Policy, PolicyPlace, TrackId } from "../policy/parameters.ts";
import type { Grades } from "../policy/policy.ts";
import { durationText } from "../time/format.ts";

/** A setting that decides about slip days, with the clause or interpretation that it settles. */
export interface SlipDaySetting {
  readonly setting: string;
  readonly value: string;
  readonly by: Citation;
  /** Where a policy file set it. */
  readonly place: PolicyPlace | undefined;
}

/** Every setting that the ledger rests on, the due dates aside, which it shows homework by homework. */
export function slipDaySettings(policy: Policy): readonly SlipDaySetting[] {
  const { budget, order, unit, grace } = policy.slipDays;
  const setting = (path: string, value: string, by: Citation = clauseOf(policy, path)): SlipDaySetting => ({
    setting: path,
    value,
    by,
    place: policy.places.get(path),
  });
  return [
    setting("slip_days.budget", String(budget)),
    setting("slip_days.order", order, "i.slip-order"),
    setting("slip_days.unit", unit, "i.slip-unit"),
    setting("slip_days.grace", durationText(grace)),
    setting("time_zone", policy.timeZone, "i.due-zone"),
  ];
}

/** How the cut-offs of a track were found that name the letters, and whether undecided students could still move them. */
export interface LettersBy {
  readonly track: TrackId;
  readonly method: CutoffSource["method"];
  readonly from: TrackId | undefined;
  readonly by: Citation;
  readonly provisional: boolean;
}

export function lettersBy({ cutoffs, provisional }: Grades): readonly LettersBy[] {
  return [...cutoffs].map(([track, { source }]) => ({
    track,
    method: source.method,
    from: source.from,
    by: source.by,
    provisional: provisional.has(track) || (source.from !== undefined && provisional.has(source.from)),
  }));
}
