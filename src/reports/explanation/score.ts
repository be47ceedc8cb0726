import type { Derivation, Step } from "../../derivation/derivation.ts";
import { equal, isNegative, type Rational, subtract } from "../../exact/rational.ts";
import type { Citation, ComponentId } from "../../policy/parameters.ts";
import { type About, entryOf, reasonOf } from "./about.ts";
import { daysLateLine, daysLeftLines, extensionLines } from "./lateness.ts";
import { amountText, type Line, line, placed, placeOf } from "./line.ts";
import { counted } from "./numbers.ts";

/** How a score came about: words after its value, and the lines below it. */
interface Told {
  readonly words: string;
  readonly by: Citation | undefined;
  /** Leaves whose cells the words name. */
  readonly sources: readonly Derivation[];
  readonly from: readonly Line[];
}

/** The line of a counted score: its points, the maximum, and how it came about. */
export function scoreLine(
  about: About,
  id: ComponentId,
  score: Derivation,
  maximum: Derivation | undefined,
): Line {
  const { words, by, sources, from } = told(about, id, score);
  const of = maximum === undefined ? "" : ` of ${maximumText(maximum)}`;
  const text = `${valueOf(score)}${of}${words === "" ? "" : `, ${words}`}`;
  const maxima = maximum?.kind === "step" ? maximum.from : maximum === undefined ? [] : [maximum];
  return line(amountText(score.value), text, {
    by,
    sources: [...valueSources(score), ...maxima, ...sources],
    from,
  });
}

/** A value with its cell, where it was read from one; what counts on time counts as it was read. */
function valueOf(score: Derivation): string {
  const leaf = readFrom(score);
  return leaf === undefined ? amountText(score.value) : placed(leaf);
}

function valueSources(score: Derivation): readonly Derivation[] {
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

function told(about: About, id: ComponentId, score: Derivation): Told {
  const nothing = { sources: [], from: [] };
  if (score.kind === "cell")
    return score.what === "points set"
      ? { ...nothing, words: `set by decision${reasonOf(about, score)}`, by: setBy(score) }
      : { ...nothing, words: "", by: undefined };
  if (score.kind === "parameter") return { ...nothing, words: score.what, by: score.by };
  const teller = TELLERS[score.what];
  if (teller !== undefined) return teller(about, id, score);
  const from = score.from.map((input) => line(amountText(input.value), `${input.what} ${placed(input)}`));
  return { words: `${score.what}: ${score.operation.name}`, by: score.by, sources: [], from };
}

function setBy(points: Derivation): Citation {
  return isNumber(points) && isNegative(points.value) ? "i.negative" : "decision.adjustment";
}

type Teller = (about: About, id: ComponentId, score: Step) => Told;

const TELLERS: Readonly<Record<string, Teller>> = {
  "score of the parts": (_about, _id, { by, from }) => ({
    words: `the sum of ${from.map((part) => placed(part)).join(" + ")}`,
    by,
    sources: from,
    from: [],
  }),
  "not handed in": (_about, _id, { by, from: [evidence] }) => ({
    words: `not handed in${evidence === undefined ? "" : blankText(evidence)}`,
    by,
    sources: evidence === undefined ? [] : [evidence],
    from: [],
  }),
  "score, on time": (about, id, { by, from: [score] }) => {
    const inner = score && told(about, id, score);
    return {
      words: joined(inner?.words, "on time"),
      by,
      sources: inner?.sources ?? [],
      from: [...(inner?.from ?? []), ...extensionLines(about, id)],
    };
  },
  "score, late but covered": (about, id, { by, from: [score, late, left, choice] }) => {
    const inner = score && told(about, id, score);
    const entry = entryOf(about, id);
    const days = entry === undefined ? "" : `${counted(entry.charged, "slip day")} charged`;
    const account = choice === undefined ? `, ${entry?.left ?? 0} left after it` : "";
    return {
      words: joined(inner?.words, `late, accepted: ${days}${account}`),
      by,
      sources: inner?.sources ?? [],
      from: [...(inner?.from ?? []), ...lateLines(about, id, late, left, choice)],
    };
  },
  "score, late and not covered": (about, id, { by, from: [score, late, left, choice] }) => {
    const inner = score && told(about, id, score);
    const kept = score === undefined ? "" : `not its ${valueOf(score)}`;
    return {
      words: joined(joined(kept, inner?.words), rejection(about, id, late, choice)),
      by,
      sources: [...(score === undefined ? [] : valueSources(score)), ...(inner?.sources ?? [])],
      from: [...(inner?.from ?? []), ...lateLines(about, id, late, left, choice)],
    };
  },
  "late and not covered, before any score": (about, id, { by, from: [late] }) => ({
    words: joined("whatever its score will be", rejection(about, id, late, undefined)),
    by,
    sources: [],
    from: lateLines(about, id, late, undefined, undefined),
  }),
  "score set": (about, id, { by, from: [points, replaced] }) => ({
    words: `set by decision${points === undefined ? "" : reasonOf(about, points)}`,
    by,
    sources: [],
    from: replaced === undefined ? [] : [insteadOf(scoreLine(about, id, replaced, undefined))],
  }),
  "score after the deduction": (about, id, { by, value, from: [score, amount] }) => {
    if (score === undefined || amount === undefined) return { words: "", by, sources: [], from: [] };
    const leaves = amount.kind === "step" ? amount.from : [amount];
    const [percent, of] = amount.kind === "step" ? amount.from : [];
    const share = percent && of && `${amountText(percent.value)}% of ${amountText(of.value)}`;
    const place = leaves[0] && placeOf(leaves[0]);
    const taken = `${amountText(amount.value)} (${share === undefined ? place : `${share}, ${place}`})`;
    const before = amountText(score.value);
    const isWhole =
      isNumber(score) && isNumber(amount) && equal(subtract(score.value, amount.value), value as Rational);
    const result = isWhole ? `${before} - ${taken}` : `${before} less ${taken}, but never below zero by that`;
    const inner = scoreLine(about, id, score, undefined);
    return {
      words: `${result} by decision${leaves[0] === undefined ? "" : reasonOf(about, leaves[0])}`,
      by,
      sources: leaves,
      from: [inner],
    };
  },
  zero: (about, _id, { by, from: [decision] }) => ({
    words: `by decision${decision === undefined ? "" : `${cellOf(decision)}${reasonOf(about, decision)}`}`,
    by,
    sources: decision === undefined ? [] : [decision],
    from: [],
  }),
};

/** Why a late homework was not accepted. */
function rejection(about: About, id: ComponentId, late: Derivation | undefined, choice?: Derivation): string {
  const days = late === undefined ? "" : counted(amountText(late.value), "day");
  if (choice !== undefined) return `not accepted: ${days} late and not in the best set`;
  const left = entryOf(about, id)?.left ?? 0;
  return `not accepted: ${days} late with ${counted(left, "slip day")} left`;
}

function lateLines(
  about: About,
  id: ComponentId,
  late: Derivation | undefined,
  left: Derivation | undefined,
  choice: Derivation | undefined,
): readonly Line[] {
  const best =
    choice === undefined
      ? []
      : [
          line(
            amountText(choice.value),
            `${amountText(choice.value)}: of the sets of late homeworks that ${left === undefined ? "the" : amountText(left.value)} slip days cover, the one with the highest total counts`,
            { by: choice.kind === "parameter" ? choice.by : undefined },
          ),
        ];
  return [
    ...(late === undefined ? [] : [daysLateLine(about, late)]),
    ...extensionLines(about, id),
    ...best,
    ...(left === undefined ? [] : daysLeftLines(about, left)),
  ];
}

function insteadOf(replaced: Line): Line {
  return { ...replaced, text: `instead of ${replaced.text}` };
}

/** The blank cell behind work that is not there, or that no row has one. */
export function blankText(evidence: Derivation): string {
  return evidence.kind === "cell" ? `: blank${cellOf(evidence)}` : ": no score file has a row for it";
}

export function cellOf(leaf: Derivation): string {
  const place = placeOf(leaf);
  return place === undefined ? "" : ` (${place})`;
}

function joined(first: string | undefined, second: string | undefined): string {
  return [first, second].filter((text) => text !== undefined && text !== "").join("; ");
}

function isNumber(derivation: Derivation): derivation is Derivation<Rational> {
  return typeof derivation.value === "object" && "numerator" in derivation.value;
}
