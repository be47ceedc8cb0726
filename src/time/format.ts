import { DAY, type Instant, MINUTE, SECOND, type Zone } from "./zone.ts";

/** `2022-02-21T23:59:00-08:00`: the wall clock of the zone with its offset at that instant. */
export function isoText(at: Zone, instant: Instant): string {
  const offset = at.offsetAt(instant);
  const wall = instant + offset;
  const day = Math.floor(wall / DAY);
  const ofDay = wall - day * DAY;
  const part = ofDay % SECOND === 0 ? "" : `.${String(ofDay % SECOND).padStart(3, "0")}`;
  return `${dateText(day)}T${clockText(Math.floor(ofDay / SECOND))}${part}${offsetText(offset)}`;
}

/** A class hands in on few days: each is made into text once. */
const dates = new Map<number, string>();

function dateText(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, text);
  return text;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `HH:MM:SS` with as many digits of hours as it takes; a part of a second counts as a whole one. */
export function durationText(duration: number): string {
  return clockText(Math.ceil(duration / SECOND));
}

function clockText(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
