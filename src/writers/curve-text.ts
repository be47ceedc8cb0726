import { type CurveView, PROPOSAL } from "../reports/curve-view.ts";
import { comparisonLines } from "./curve-comparison.ts";
import { moveLines } from "./curve-moves.ts";
import { nearLines } from "./curve-near.ts";
import { stabilityLines } from "./curve-stability.ts";
import type { Drawing } from "./drawing.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { proposalLines, totalLines } from "./summary.ts";
import { wrapped } from "./wrap.ts";

/** What became of --freeze. */
export interface FrozenFile {
  readonly path: string;
  readonly frozen: "written" | "already there";
}

/** What `curve` prints, the decision first and its consequences after: proposal, methods, who is near, what moves. */
export function curveText(
  view: CurveView,
  file: FrozenFile | undefined,
  full: boolean,
  colours: Palette,
  drawing: Drawing,
): string {
  const { policy, request, tracks, comparison, near, sensitivity, stability } = view;
  return [
    `${colours.strong(policy.title)} (policy ${policy.id})`,
    ...(request.tried.length === 0 ? [] : wrapped("Tried: ", 7, inLine(request.tried.join("; ")))),
    ...tracks.flatMap((track) => [
      "",
      ...proposalLines(track, colours, drawing, request.fixed.get(track.track)),
    ]),
    ...comparison.flatMap((track) => ["", ...comparisonLines(track, request, full, colours)]),
    ...near.flatMap((track) => ["", ...nearLines(track, sensitivity, full, colours)]),
    ...sensitivity.flatMap((track) => ["", ...moveLines(track, full, colours)]),
    ...stability.flatMap((track) => ["", ...stabilityLines(track, colours)]),
    ...tracks.flatMap((track) => ["", colours.strong(track.track), ...totalLines(track, colours, drawing)]),
    "",
    ...closing(file),
    "",
  ].join("\n");
}

function closing(file: FrozenFile | undefined): readonly string[] {
  if (file === undefined)
    return wrapped(
      "",
      0,
      `Nothing is written: this is a ${PROPOSAL}. --freeze FILE writes its cut-offs to FILE.`,
    );
  return file.frozen === "written"
    ? wrapped(
        "",
        0,
        `Froze the proposal in ${file.path}; as cutoffs.csv beside the roster, or with --cutoffs, it is in force.`,
      )
    : wrapped("", 0, `${file.path} holds these cut-offs already; nothing is written.`);
}
