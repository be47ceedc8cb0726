import { DAY, HOUR, type Instant, type LocalTime, MINUTE, resolve, SECOND, type Zone } from "./zone.ts";

const WITH_DATE_FIRST =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:(\.\d{1,3})\d*)?)?(?: ?(Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d))?$/;
const AS_SPREADSHEETS_SHOW_IT = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DURATION = /^(\d+):([0-5]\d):([0-5]\d)$/;
const GRACE = /^(\d+) ?(s|m|h)$/;

export type ParsedTime =
  | { readonly kind: "instant"; readonly instant: Instant }
  | { readonly kind: "unreadable" }
  | { readonly kind: "skipped" }
  | { readonly kind: "twice" };

/** Reads `2022-02-21 23:59:00 -0800`, ISO 8601, or `2/21/22 23:59`; without an offset the zone's wall clock counts. */
export function parseTime(text: string, at: Zone): ParsedTime {
  const iso = WITH_DATE_FIRST.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, offset] = iso;
    const local = wallClock(year, month, day, hour, minute, second, fraction);
    if (local === undefined) return { kind: "unreadable" };
    return offset === undefined
      ? resolved(at, local)
      : { kind: "instant", instant: local - offsetOf(offset) };
  }
  const mangled = AS_SPREADSHEETS_SHOW_IT.exec(text);
  if (mangled === null) return { kind: "unreadable" };
  const [, month, day, year = "", hour, minute, second] = mangled;
  const local = wallClock(year.length === 2 ? `20${year}` : year, month, day, hour, minute, second);
  return local === undefined ? { kind: "unreadable" } : resolved(at, local);
}

/** Reads `2022-02-21 23:59` as wall-clock time. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = WITH_DATE_FIRST.exec(text);
  if (match === null || match[8] !== undefined) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return wallClock(year, month, day, hour, minute, second);
}

function resolved(at: Zone, local: LocalTime): ParsedTime {
  const found = resolve(at, local);
  return found.kind === "once" ? { kind: "instant", instant: found.instant } : { kind: found.kind };
}

function wallClock(
  year = "",
  month = "",
  day = "",
  hour = "",
  minute = "",
  second = "0",
  fraction = "0",
): LocalTime | undefined {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  if (Number(year) < 1970 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  const milliseconds = Number(fraction.replace(".", "").padEnd(3, "0"));
  return midnight + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + milliseconds;
}

function offsetOf(text: string): number {
  if (text === "Z" || text === "UTC") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  return (text.startsWith("-") ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/** Reads `HH:MM:SS` with any number of hours, in milliseconds. */
export function parseDuration(text: string): number | undefined {
  if (text === "00:00:00") return 0;

  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds] = match;
  const total = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return total <= 36_500 * DAY ? total : undefined;
}

/** Reads a grace period: `30s`, `5m`, `1h`, in milliseconds. */
export function parseGrace(text: string): number | undefined {
  const match = GRACE.exec(text);
  if (match === null) return undefined;
  const unit = { s: SECOND, m: MINUTE, h: HOUR }[match[2] as "s" | "m" | "h"];
  return Number(match[1]) * unit;
}
