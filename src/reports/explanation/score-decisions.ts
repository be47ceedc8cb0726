import type { Derivation } from "../../derivation/derivation.ts";
import { equal, isNegative, type Rational, subtract } from "../../exact/rational.ts";
import type { Citation } from "../../policy/parameters.ts";
import { type About, reasonOf } from "./about.ts";
import { amountText, placeOf } from "./line.ts";
import { cellOf, type Teller, type Told, toldLine } from "./told.ts";

/** What an instructor's decision made of a score. */
export const DECIDED: Readonly<Record<string, Teller>> = {
  "score set": (about, _id, { by, from: [points, replaced] }, inner) => {
    const before = replaced && toldLine(replaced, inner(replaced));
    return {
      words: `set by decision${points === undefined ? "" : reasonOf(about, points)}`,
      by,
      sources: [],
      from: before === undefined ? [] : [{ ...before, text: `instead of ${before.text}` }],
    };
  },
  "score after the deduction": (about, _id, { by, value, from: [score, amount] }, inner) => {
    const [decision] = amount?.kind === "step" ? amount.from : [amount];
    if (score === undefined || amount === undefined || decision === undefined) return inner(score);
    return {
      words: `${deductionText(score, amount, value as Rational)} by decision${reasonOf(about, decision)}`,
      by,
      sources: [decision],
      from: [toldLine(score, inner(score))],
    };
  },
  zero: (about, _id, { by, from: [decision] }) => ({
    words: `by decision${decision === undefined ? "" : `${cellOf(decision)}${reasonOf(about, decision)}`}`,
    by,
    sources: [decision ?? []].flat(),
    from: [],
  }),
};

/** Points that a decision sets where there was no score to replace. */
export function setTold(about: About, points: Derivation): Told {
  const by: Citation = isNumber(points) && isNegative(points.value) ? "i.negative" : "decision.adjustment";
  return { words: `set by decision${reasonOf(about, points)}`, by, sources: [], from: [] };
}

/** `60 - 12 (adjustments.csv:18:4)`; where zero stops the deduction, that it does. */
function deductionText(score: Derivation, amount: Derivation, result: Rational): string {
  const [percent, maximum] = amount.kind === "step" ? amount.from : [];
  const [leaf = amount] = amount.kind === "step" ? amount.from : [];
  const share = percent && maximum ? `${amountText(percent.value)}% of ${amountText(maximum.value)}, ` : "";
  const taken = `${amountText(amount.value)} (${share}${placeOf(leaf)})`;
  if (isNumber(score) && isNegative(score.value)) return `no less for a deduction of ${taken}`;
  const whole = isNumber(score) && isNumber(amount) && equal(subtract(score.value, amount.value), result);
  return `${amountText(score.value)} - ${taken}${whole ? "" : ", but not below 0,"}`;
}

function isNumber(derivation: Derivation): derivation is Derivation<Rational> {
  return typeof derivation.value === "object" && "numerator" in derivation.value;
}
