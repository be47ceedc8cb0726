import { durationText } from "../time/format.ts";
import type { Policy } from "./parameters.ts";
import { readingName } from "./weights.ts";

/** Every parameter of a policy as text by its path, in the order of the document; two policies are compared by them. */
export function parameterTexts({ document, slipDays, missed }: Policy): ReadonlyMap<string, string> {
  const { time_zone, components, tracks, letters, passing, slip_days, curve } = document;
  const own = { time_zone, components, tracks, letters, passing, slip_days, missed: {}, curve };
  const found = new Map<string, string>();
  for (const [path, value] of Object.entries(own)) add(found, path, value);
  // Texts that may be written in several ways: a duration, and a word for all tracks at once.
  found.set("slip_days.grace", durationText(slipDays.grace));
  for (const [component, readings] of missed)
    for (const [track, reading] of readings) found.set(`missed.${component}.${track}`, readingName(reading));
  return found;
}

/** Mappings that are one parameter: a policy file replaces them as a whole. */
const WHOLE = /\.(?:shares|guaranteed|minimum|cutoffs)$/;

function add(found: Map<string, string>, path: string, value: unknown): void {
  if (typeof value !== "object" || value === null) {
    if (value !== undefined) found.set(path, String(value));
  } else if (Array.isArray(value)) found.set(path, value.join(", "));
  else if (WHOLE.test(path)) found.set(path, pairsText(value));
  else for (const [key, inner] of Object.entries(value)) add(found, `${path}.${key}`, inner);
}

function pairsText(value: object): string {
  const pairs = Object.entries(value).map(([key, inner]) => `${key} ${inner}`);
  return pairs.length === 0 ? "none" : pairs.join(", ");
}
