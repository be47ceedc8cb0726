import type { Extension } from "../../gradebook/gradebook.ts";
import { addCalendarDays, DAY, type Instant, MINUTE, type Zone } from "../../time/zone.ts";
import type { Policy } from "../parameters.ts";
import type { LedgerEntry } from "./ledger.ts";

/** What a clock that is a little off could have changed. */
export const NEAR = 10 * MINUTE;

/** A hand-in close to the due time (day 0) or to the end of a later day; grace and extension are in both. */
export interface NearDeadline {
  readonly day: number;
  /** Milliseconds after it; zero or negative: in time. */
  readonly after: number;
}

/** The boundary that a hand-in came within ten minutes of, on either side; undefined where none is that close. */
export function nearDeadline(
  policy: Policy,
  at: Zone,
  entry: LedgerEntry,
  extension: Extension | undefined,
): NearDeadline | undefined {
  const { handIn, daysLate } = entry;
  if (handIn === undefined) return undefined;
  const days = Number(daysLate.value.numerator);
  const near = (days === 0 ? [0] : [days - 1, days]).flatMap((day): readonly NearDeadline[] => {
    const after = pastEndOf(policy, at, entry, extension, day);
    return after !== undefined && Math.abs(after) <= NEAR ? [{ day, after }] : [];
  });
  return near.sort((a, b) => Math.abs(a.after) - Math.abs(b.after))[0];
}

/** How long after the end of a day past the due time the work came, in milliseconds. */
function pastEndOf(
  policy: Policy,
  at: Zone,
  entry: LedgerEntry,
  extension: Extension | undefined,
  day: number,
): number | undefined {
  const { submitted, lateness } = entry.handIn ?? {};
  const { grace, unit } = policy.slipDays;
  if (submitted !== undefined) {
    const due: Instant = entry.due.value.instant;
    const end = unit === "elapsed-24h" ? due + day * DAY : addCalendarDays(at, due, day);
    return submitted.value - end - grace;
  }
  if (lateness === undefined || lateness.value === 0) return undefined;
  const moved = extension === undefined || extension.inGradescope ? 0 : extension.days.value;
  return lateness.value - (moved + day) * DAY - grace;
}
