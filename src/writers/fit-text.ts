import { decimalText, gradePointText, shortestText } from "../exact/decimal.ts";
import { isZero, type Rational } from "../exact/rational.ts";
import type { Fit, GuidelineFit } from "../policy/curve/certificate.ts";
import { sharesMeanLittle } from "../policy/curve/certificate.ts";
import { attainableText, causeText } from "../policy/curve/window-text.ts";
import type { GuidelineSettings } from "../policy/parameters.ts";
import { counted } from "./words.ts";

/** What a method proves of its cut-offs, a sentence each; `window` is the policy's GPA window where it has one. */
export function fitSentences(fit: Fit, window: GuidelineSettings["gpa"] | undefined): readonly string[] {
  const few = sharesMeanLittle(fit)
    ? [`Only ${counted(fit.students, "student")}: shares mean little below 20.`]
    : [];
  return [...certificate(fit, window), ...few];
}

function certificate(fit: Fit, window: GuidelineSettings["gpa"] | undefined): readonly string[] {
  const distinct = counted(fit.distinctTotals, "distinct total");
  if (fit.method === "shares") return [`Nearest to the shares: cost ${costText(fit.cost)} on ${distinct}.`];
  if (fit.method === "shift") {
    const { reached, lowered, target, highest, gpa } = fit;
    if (reached && isZero(lowered))
      return [`Nothing is lowered: the GPA is ${gpaText(gpa)} already, at least ${gradePointText(target)}.`];
    return [
      reached
        ? `All cut-offs lowered by ${shortestText(lowered)} for a GPA of ${gradePointText(target)}.`
        : `No lowering reaches a GPA of ${gradePointText(target)}; the highest is ${gpaText(highest)}.`,
    ];
  }
  return [`Proved optimal: cost ${costText(fit.cost)} on ${distinct}; ${windowText(fit, window)}.`];
}

function windowText(
  { window: found, distinctTotals }: GuidelineFit,
  window: GuidelineSettings["gpa"] | undefined,
): string {
  const name =
    window === undefined
      ? "the GPA window"
      : `the GPA window ${gradePointText(window.lowest)} to ${gradePointText(window.highest)}`;
  switch (found.kind) {
    case "inside":
      return `${name} does not bind`;
    case "binding":
      return `${name} binds: without it cost ${costText(found.free.cost)} and GPA ${gpaText(found.free.gpa)}`;
    case "unattainable":
      return `${name} cannot be met, so without it: ${attainableText(found)} (${causeText(found, distinctTotals)})`;
  }
}

/** Students, with three digits at most where the cost is no whole number. */
function costText(cost: Rational): string {
  const shown = decimalText(cost, 3, "half-up");
  return cost.denominator === 1 ? String(cost.numerator) : shown.replace(/0+$/, "");
}

const gpaText = (gpa: Rational): string => decimalText(gpa, 3, "half-up");
