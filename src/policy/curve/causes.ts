import type { GuidelineSettings } from "../parameters.ts";
import { attainableSpan } from "./attainable.ts";
import type { Cause } from "./certificate.ts";
import { objectiveOf } from "./objective.ts";
import type { CurveProblem } from "./problem.ts";
import { reachOf } from "./search.ts";

/**
 * Which rules keep every GPA above the window (guaranteed cut-offs) or below it (minimum ones): those without which
 * the interval of attainable GPAs would reach further. Where no single one does, because another would hold the
 * same students, all of them.
 */
export function causesOf(
  problem: CurveProblem,
  settings: Pick<GuidelineSettings, "guaranteed" | "minimum">,
  side: "below" | "above",
): readonly Cause[] {
  const rule = side === "above" ? "guaranteed" : "minimum";
  const objective = objectiveOf(problem);
  const end = (bounds: CurveProblem["bounds"]) => {
    const { least, greatest } = attainableSpan(reachOf({ ...objective, bounds }));
    return side === "above" ? least : greatest;
  };
  const free = side === "above" ? { least: 0 } : { greatest: objective.size };
  const now = end(problem.bounds);
  const named = problem.letters
    .slice(0, -1)
    .flatMap(({ letter }, cut): readonly (Cause & { cut: number })[] => {
      const cutoff = settings[rule].get(letter);
      return cutoff === undefined ? [] : [{ rule, letter, cutoff, cut }];
    });
  const single = named.filter(
    ({ cut }) => end(problem.bounds.map((own, index) => (index === cut ? { ...own, ...free } : own))) !== now,
  );
  return (single.length > 0 ? single : named).map(({ letter, cutoff }) => ({ rule, letter, cutoff }));
}
