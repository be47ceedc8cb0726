import type { TrackDistribution } from "../../reports/distribution.ts";
import { fitSentences } from "../fit-text.ts";
import { originText } from "../origin-text.ts";
import { methodText } from "../summary.ts";

/** How the cut-offs of a track were found and what is proved of them; a file is named as the page names it. */
export function certificateText(
  distribution: TrackDistribution,
  fileName: (name: string) => string,
): readonly string[] {
  const { cutoffs, settings } = distribution;
  const { method, origin, from, fit } = cutoffs.source;
  const file = fileOf(distribution);
  if (method === "frozen" && file !== undefined) {
    const how = origin === undefined ? ", which does not say how they were found" : `: ${originText(origin)}`;
    return [`Cut-offs frozen in ${fileName(file)}${how}.`];
  }
  if (method === "same-as" && file !== undefined)
    return [`Cut-offs of ${from ?? ""} (i.curve-282A), frozen in ${fileName(file)}.`];
  return [methodText(distribution), ...(fit === undefined ? [] : fitSentences(fit, settings?.gpa))];
}

/** The file that the cut-offs stand in; undefined where the policy gives them or they were fitted. */
function fileOf({ cutoffs }: TrackDistribution): string | undefined {
  const [first] = cutoffs.cutoffs;
  return first?.cutoff.kind === "cell" ? first.cutoff.cell.file : undefined;
}
