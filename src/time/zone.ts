import { tzOffset } from "@date-fns/tz/tzOffset";

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Milliseconds since 1970-01-01T00:00:00 on the wall clock of a zone. */
export type LocalTime = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What the wall clock shows around an hour that a clock change skips or repeats. */
export type Resolved =
  | { readonly kind: "once"; readonly instant: Instant }
  | { readonly kind: "skipped"; readonly instant: Instant }
  | { readonly kind: "twice"; readonly instant: Instant; readonly later: Instant };

/** A civil time zone, by its IANA name; offsets come from the time-zone data of the platform. */
export interface Zone {
  readonly name: string;
  /** Local time minus UTC, in milliseconds. */
  offsetAt(instant: Instant): number;
}

/** Whether the platform knows a zone; asked of the platform itself, since `__proto__` is in every look-up table. */
export function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return !Number.isNaN(tzOffset(name, new Date(0)));
  } catch {
    return false;
  }
}

/** Looks each UTC midnight up once: where two neighbours agree, no clock changed between them. */
export function zone(name: string): Zone {
  const midnights = new Map<number, number>();
  const lookUp = (instant: Instant): number => tzOffset(name, new Date(instant)) * MINUTE;
  const atMidnight = (day: number): number => {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const offset = lookUp(day * DAY);
    midnights.set(day, offset);
    return offset;
  };
  return {
    name,
    offsetAt(instant) {
      const day = Math.floor(instant / DAY);
      const offset = atMidnight(day);
      return offset === atMidnight(day + 1) ? offset : lookUp(instant);
    },
  };
}

export function localTime(at: Zone, instant: Instant): LocalTime {
  return instant + at.offsetAt(instant);
}

/** The instants at which the wall clock shows `local`; a skipped time counts with the offset before the gap. */
export function resolve(at: Zone, local: LocalTime): Resolved {
  const before = local - at.offsetAt(local - DAY);
  const after = local - at.offsetAt(local + DAY);
  const fitting = [before, after].filter((instant) => localTime(at, instant) === local);
  const [first, second] = fitting;
  if (first === undefined) return { kind: "skipped", instant: before };
  if (second === undefined || second === first) return { kind: "once", instant: first };
  return { kind: "twice", instant: Math.min(first, second), later: Math.max(first, second) };
}

/** The same wall-clock time `days` calendar days on, safe across daylight-saving changes. */
export function addCalendarDays(at: Zone, instant: Instant, days: number): Instant {
  return days === 0 ? instant : resolve(at, localTime(at, instant) + days * DAY).instant;
}
