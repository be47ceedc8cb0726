import { shortestText } from "../../../exact/decimal.ts";
import { compare } from "../../../exact/rational.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import { canLift } from "../../../reports/explanation/distance.ts";
import { enoughText } from "../../../reports/explanation/numbers.ts";
import type { NearCutoff, NearStudent, NearTrack } from "../../../reports/near-cutoffs.ts";
import { percentText } from "../../../reports/percent.ts";
import { cutoffText } from "../../histogram.ts";
import { type Child, fromFile } from "../markup.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { column, groupedTable, numbers, type RowGroup } from "../table.ts";

/** Who stands beside a cut-off, and what would reach it. */
export function nearSection({ near }: ClassReport): Section {
  const [first] = near;
  const distance = first === undefined ? "" : shortestText(first.distance);
  return {
    id: "near",
    title: "Near a cut-off",
    body: [
      first === undefined
        ? paragraph("Nobody has a final total yet.")
        : paragraph(`Final students within ${distance} percent points of a cut-off, by their totals.`),
      near.map((track) => [subheading(track.track), ofTrack(track)]),
      near.length > 0 &&
        note(
          "Distance from the cut-off: what the total has to spare, or, with a minus, what is missing to the cut-off, rounded up, and the one component that would reach it with the fewest raw points.",
        ),
    ],
  };
}

function ofTrack({ track, cutoffs }: NearTrack): Child {
  const groups = cutoffs.filter(({ above, below }) => above.length + below.length > 0).map(groupOf);
  if (groups.length === 0) return paragraph("Nobody.");
  return groupedTable(
    `Near a cut-off of ${track}`,
    [column("name"), numbers("total"), numbers("distance"), column("would reach it alone"), column("SID")],
    groups,
  );
}

/** The highest total first, so that the cut-off lies where the sign turns. */
function groupOf({ letter, cutoff, above, below }: NearCutoff): RowGroup {
  return {
    title: `${letter} ${cutoffText(cutoff)}: ${above.length} above, ${below.length} below`,
    rows: [
      ...above.toReversed().map((own) => rowOf(own, `+${percentText(own.distance)}`)),
      ...below.map((own) => rowOf(own, `-${enoughText(own.distance)}`)),
    ],
  };
}

function rowOf({ student, components }: NearStudent, away: string): readonly Child[] {
  return [
    fromFile(student.name),
    percentText(student.total),
    away,
    fewestPoints(components),
    fromFile(student.sid),
  ];
}

function fewestPoints(components: NearStudent["components"]): string {
  const [least] = components.filter(canLift).toSorted((a, b) => compare(a.points, b.points));
  return least === undefined ? "" : `${enoughText(least.points)} on ${least.component.title}`;
}
