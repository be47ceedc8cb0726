import { shortestText } from "../exact/decimal.ts";
import { fractionText, type Rational } from "../exact/rational.ts";
import { type Fit, sharesMeanLittle, type WindowFit } from "../policy/curve/certificate.ts";

/** What a method found and proves, for the record and for `--json`; every number an exact fraction. */
export function fitJson(fit: Fit) {
  const common = {
    students: fit.students,
    distinct_totals: fit.distinctTotals,
    gpa: fractionText(fit.gpa),
  };
  if (fit.method === "shift")
    return {
      ...common,
      target_gpa: fractionText(fit.target),
      lowered: shortestText(fit.lowered),
      reached: fit.reached,
      highest_gpa: fractionText(fit.highest),
    };
  const quota = {
    ...common,
    shares_mean_little: sharesMeanLittle(fit),
    letters: fit.letters,
    cuts: fit.cuts,
    cost: fractionText(fit.cost),
  };
  if (fit.method === "shares") return quota;
  // The search is exact: what it returns is also the least that is possible.
  return { ...quota, lower_bound: fractionText(fit.cost), window: windowJson(fit.window) };
}

function windowJson(window: WindowFit) {
  switch (window.kind) {
    case "inside":
      return { status: window.kind };
    case "binding": {
      const { cuts, cost, gpa } = window.free;
      return {
        status: window.kind,
        without_window: { cuts, cost: fractionText(cost), gpa: fractionText(gpa) },
      };
    }
    case "unattainable": {
      const { side, lowest, highest, nearestBelow, nearestAbove, causes } = window;
      return {
        status: window.kind,
        attainable: side,
        lowest_gpa: fractionText(lowest),
        highest_gpa: fractionText(highest),
        nearest_below: orNull(nearestBelow),
        nearest_above: orNull(nearestAbove),
        causes: causes.map(({ rule, letter, cutoff }) => ({ rule, letter, cutoff: shortestText(cutoff) })),
      };
    }
  }
}

const orNull = (gpa: Rational | undefined) => (gpa === undefined ? null : fractionText(gpa));
