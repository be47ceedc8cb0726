import { shortestText } from "../../exact/decimal.ts";
import type { Letter } from "../../policy/parameters.ts";
import { gpaText } from "../../reports/percent.ts";
import { counted } from "../../writers/words.ts";
import type { Mover, TrackOutcome } from "../model/outcome.ts";
import type { Refusal } from "../model/placement.ts";

/** Why a typed cut-off is not taken, and what would be. */
export function refusalText(letter: Letter, refusal: Refusal | "no number"): string {
  if (refusal === "no number")
    return `${letter}: write a plain decimal such as 86.5, or nothing for no cut-off.`;
  if (refusal.kind === "last") return `${letter}: a track needs at least one cut-off.`;
  const { better, worse } = refusal;
  const bounds = [
    worse === undefined ? [] : [`above ${shortestText(worse.value)}, the cut-off of ${worse.letter}`],
    better === undefined ? [] : [`below ${shortestText(better.value)}, the cut-off of ${better.letter}`],
  ].flat();
  return `${letter} must be ${bounds.join(", and ")}.`;
}

/** How many move, and which way. */
export function moversText(movers: readonly Mover[]): string {
  const up = movers.filter(({ rises }) => rises).length;
  const down = movers.length - up;
  const get = (count: number, what: string) =>
    `${counted(count, "student")} ${count === 1 ? "gets" : "get"} a ${what} letter`;
  if (movers.length === 0) return "nobody gets another letter";
  return [up > 0 ? get(up, "better") : "", down > 0 ? get(down, "worse") : ""]
    .filter((text) => text !== "")
    .join(", ");
}

export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** The outcome of a move in one breath. */
export function sayOutcome(
  tracks: readonly { readonly track: string; readonly outcome: TrackOutcome }[],
): string {
  if (tracks.every(({ outcome }) => outcome.movers.length === 0))
    return "Nobody gets another letter than proposed.";
  const parts = tracks.map(({ track, outcome }) => {
    const { movers, gpaFitted, gpa } = outcome;
    const own = gpaFitted ?? gpa;
    const side = outcome.side === undefined ? "" : `, ${outcome.side} the guideline's window`;
    return `${track}: ${moversText(movers)}${own === undefined ? "" : `; GPA ${gpaText(own)}${side}`}.`;
  });
  return parts.join(" ");
}
