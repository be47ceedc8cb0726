// The clock of Los Angeles in 2022, by rule: PST, and PDT from 13 March 02:00 to 6 November 02:00.

export const DAY = 86_400;

const PST = -8 * 3600;
const PDT = -7 * 3600;
const PDT_BEGINS = Date.UTC(2022, 2, 13, 10) / 1000;
const PDT_ENDS = Date.UTC(2022, 10, 6, 9) / 1000;

// An instant is in seconds since 1970 UTC; a wall time is the same count as the local clock shows it.

const offsetAt = (instant: number): number => (instant >= PDT_BEGINS && instant < PDT_ENDS ? PDT : PST);

export const wallOf = (instant: number): number => instant + offsetAt(instant);

export function instantOf(wall: number): number {
  const inSummer = wall - PDT;
  return offsetAt(inSummer) === PDT ? inSummer : wall - PST;
}

export const addCalendarDays = (instant: number, days: number): number =>
  instantOf(wallOf(instant) + days * DAY);

// "2022-02-21 23:59" or "2022-02-21 23:59:00", as the local clock shows it.
export function parseWall(text: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text.trim());
  if (!parts) throw new Error(`not a local time: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

// "2022-02-21 23:59:00 -0800", as Gradescope prints it.
export function parseInstant(text: string): number {
  const parts = /^(.+) ([+-])(\d\d):?(\d\d)$/.exec(text.trim());
  if (!parts) throw new Error(`not a time with an offset: ${text}`);
  const [, wall = "", sign = "+", hours = "", minutes = ""] = parts;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return parseWall(wall) - (sign === "-" ? -offset : offset);
}

const two = (n: number): string => String(n).padStart(2, "0");

function stamp(wall: number, between: string): string {
  return new Date(wall * 1000).toISOString().slice(0, 19).replace("T", between);
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset) / 60;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

export const isoText = (instant: number): string =>
  stamp(wallOf(instant), "T") + offsetText(offsetAt(instant), ":");

// As Gradescope prints an instant for a course that shows its times at the given offset.
export const gradescopeTime = (instant: number, offset: number = offsetAt(instant)): string =>
  `${stamp(instant + offset, " ")} ${offsetText(offset, "")}`;

export const durationText = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

export function parseDuration(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.trim().split(":").map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
