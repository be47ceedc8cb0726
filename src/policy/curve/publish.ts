import { shortestBetween } from "../../exact/decimal.ts";
import { compare, maximum, minimum, type Rational, subtract } from "../../exact/rational.ts";
import type { GuidelineSettings, Letter } from "../parameters.ts";
import type { CurveProblem } from "./problem.ts";

/** What bounds a printed cut-off beside the totals. */
type Rules = Pick<GuidelineSettings, "guaranteed" | "minimum" | "near">;

export interface PublishedCutoff {
  readonly letter: Letter;
  readonly cutoff: Rational;
}

/**
 * Chooses a number to print for each cut: any in (s(b+1), s(b)] gives the fitted students the same letters.
 * A letter that nobody fitted gets is left out, unless it is guaranteed and could still apply.
 */
export function publish(
  problem: CurveProblem,
  cuts: readonly number[],
  settings: Rules,
): readonly PublishedCutoff[] {
  const published: PublishedCutoff[] = [];
  cuts.forEach((b, index) => {
    const letter = problem.letters[index]?.letter ?? "";
    const guaranteed = settings.guaranteed.get(letter);
    const better = published.at(-1)?.cutoff;
    if (b > (cuts[index - 1] ?? 0)) published.push({ letter, cutoff: between(problem, b, letter, settings) });
    else if (guaranteed !== undefined && (better === undefined || compare(guaranteed, better) < 0))
      published.push({ letter, cutoff: guaranteed });
  });
  return published;
}

function between(problem: CurveProblem, b: number, letter: Letter, settings: Rules): Rational {
  const highest = problem.totals[b - 1];
  if (highest === undefined) throw new Error(`a cut at ${b} without a total above it`);
  const lowest = problem.totals[b] ?? subtract(highest, settings.near);
  const guaranteed = settings.guaranteed.get(letter);
  const least = settings.minimum.get(letter);
  // Below the lowest total there is no gap to choose in: a guarantee beyond `near` stands as it is.
  if (guaranteed !== undefined && compare(guaranteed, lowest) <= 0) return guaranteed;
  const minimumBinds = least !== undefined && compare(least, lowest) > 0;
  return shortestBetween({
    lowest: least === undefined ? lowest : maximum(lowest, least),
    lowestIncluded: minimumBinds,
    highest: guaranteed === undefined ? highest : minimum(highest, guaranteed),
  });
}
