import type { Derivation, Step } from "../../derivation/derivation.ts";
import type { Citation, ComponentId } from "../../policy/parameters.ts";
import type { About } from "./about.ts";
import { amountText, type Line, line, placed, placeOf } from "./line.ts";

/** How a score came about: words after its value, and the lines below it. */
export interface Told {
  readonly words: string;
  readonly by: Citation | undefined;
  /** Leaves whose cells the words name. */
  readonly sources: readonly Derivation[];
  readonly from: readonly Line[];
}

/** Tells one kind of step; `inner` tells the score that it was made from. */
export type Teller = (
  about: About,
  id: ComponentId,
  step: Step,
  inner: (score: Derivation | undefined) => Told,
) => Told;

export const NOTHING: Told = { words: "", by: undefined, sources: [], from: [] };

/** The line of a score: its points, the maximum where it matters, and how it came about. */
export function toldLine(score: Derivation, told: Told, maximum?: Derivation): Line {
  const of = maximum === undefined ? "" : ` of ${maximumText(maximum)}`;
  const text = `${ownText(score)}${of}${told.words === "" ? "" : `, ${told.words}`}`;
  const maxima = maximum?.kind === "step" ? maximum.from : [maximum ?? []].flat();
  const sources = [...ownSources(score), ...maxima, ...told.sources];
  return line(amountText(score.value), text, { by: told.by, sources, from: told.from });
}

/** A value with its cell, where it was read from one and stayed as it was. */
export function ownText(score: Derivation): string {
  const leaf = readFrom(score);
  return leaf === undefined ? amountText(score.value) : placed(leaf);
}

export function ownSources(score: Derivation): readonly Derivation[] {
  const leaf = readFrom(score);
  return leaf === undefined ? [] : [leaf];
}

/** The cell whose value a score still is. */
function readFrom(score: Derivation): Derivation | undefined {
  if (score.kind === "cell") return score;
  if (score.kind === "parameter" || !KEPT.has(score.what)) return undefined;
  return score.from[0] && readFrom(score.from[0]);
}

const KEPT: ReadonlySet<string> = new Set(["score, on time", "score, late but covered", "score set"]);

function maximumText(maximum: Derivation): string {
  if (maximum.kind !== "step") return placed(maximum, "with-clause");
  return `${amountText(maximum.value)} (${maximum.from.map((part) => placed(part)).join(" + ")})`;
}

/** The blank cell behind work that is not there, or that no row has one. */
export function blankText(evidence: Derivation): string {
  return evidence.kind === "cell" ? `: blank${cellOf(evidence)}` : ": no score file has a row for it";
}

export function cellOf(leaf: Derivation): string {
  const place = placeOf(leaf);
  return place === undefined ? "" : ` (${place})`;
}

export function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("; ");
}
