import { shortestText } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import { canLift } from "../reports/explanation/distance.ts";
import { enoughText } from "../reports/explanation/numbers.ts";
import type { NearCutoff, NearStudent, NearTrack } from "../reports/near-cutoffs.ts";
import { percentText } from "../reports/percent.ts";
import type { CutSensitivity, Neighbour, TrackSensitivity } from "../reports/sensitivity.ts";
import { cutoffText } from "./histogram.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { brokenLines } from "./tree.ts";
import { wrapped } from "./wrap.ts";

const BASES = { letter: "", unknown: "", pnp: "P/NP", su: "S/U" } as const;

/** Students listed below one cut-off, unless all are asked for. */
const LISTED = 3;

/** Who stands near each cut-off, and the raw points of one component that would lift those below it. */
export function nearLines(
  { track, distance, cutoffs }: NearTrack,
  sensitivity: readonly TrackSensitivity[],
  full: boolean,
  colours: Palette,
): readonly string[] {
  const cuts = sensitivity.find((own) => own.track === track)?.cuts ?? [];
  const within = shortestText(distance);
  return [
    colours.strong(`${track}: students within ${within} of a cut-off, and raw points that would lift them`),
    ...cutoffs.flatMap((cutoff) => [
      headLine(
        cutoff,
        cuts.find(({ letter }) => letter === cutoff.letter),
      ),
      ...cutoff.below.slice(0, full ? cutoff.below.length : LISTED).flatMap(studentLines),
      ...(full || cutoff.below.length <= LISTED
        ? []
        : [`      and ${cutoff.below.length - LISTED} more below it; --full lists them`]),
    ]),
  ];
}

function headLine({ letter, cutoff, below, above }: NearCutoff, cut: CutSensitivity | undefined): string {
  const nearest = (neighbour: Neighbour | undefined) =>
    neighbour === undefined ? "nobody" : `nearest ${percentText(neighbour.distance)}`;
  const name = `  ${letter.padEnd(3)}${cutoffText(cutoff).padStart(8)}`;
  return `${name}  ${below.length} below (${nearest(cut?.below)}), ${above.length} above (${nearest(cut?.above)})`;
}

function studentLines({ student, distance, components }: NearStudent): readonly string[] {
  const basis = student.inGpa ? "" : `${BASES[student.basis]}  `;
  const head = `      ${student.sid}  ${percentText(student.total)}  needs ${enoughText(distance)}  ${basis}${inLine(student.name)}`;
  const groups = new Map<string, string[]>();
  for (const { component, points } of components.filter(canLift))
    groups.set(neededText(points), [...(groups.get(neededText(points)) ?? []), component.id]);
  const lifts = [...groups].map(([points, ids]) => `${points} on ${ids.join("/")}`);
  return [
    ...brokenLines(head, ""),
    ...(lifts.length === 0 ? ["        no component alone has room for it"] : wrapped("        ", 8, lifts)),
  ];
}

/** Rounded up, so that it is enough; no zeros at the end. */
function neededText(points: Rational): string {
  return enoughText(points).replace(/\.?0+$/, "");
}
