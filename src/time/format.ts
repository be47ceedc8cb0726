import { type Instant, MINUTE, SECOND, type Zone } from "./zone.ts";

/** `2022-02-21T23:59:00-08:00`: the wall clock of the zone with its offset at that instant. */
export function isoText(at: Zone, instant: Instant): string {
  const offset = at.offsetAt(instant);
  const wall = new Date(instant + offset).toISOString();
  return `${wall.slice(0, instant % SECOND === 0 ? 19 : 23)}${offsetText(offset)}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `HH:MM:SS` with as many digits of hours as it takes; a part of a second counts as a whole one. */
export function durationText(duration: number): string {
  const seconds = Math.ceil(duration / SECOND);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
