import { shortestText } from "../../../exact/decimal.ts";
import { compare } from "../../../exact/rational.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import { enoughText } from "../../../reports/explanation/numbers.ts";
import type { NearCutoff, NearStudent, NearTrack } from "../../../reports/near-cutoffs.ts";
import { percentText } from "../../../reports/percent.ts";
import { cutoffText } from "../../histogram.ts";
import { type Child, fromFile } from "../markup.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

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
        : paragraph(`Final students within ${distance} percent points of a cut-off, the nearest first.`),
      near.map((track) => [subheading(track.track), ofTrack(track)]),
      near.length > 0 &&
        note(
          "Below: what is missing to the cut-off, and the one component that would reach it with the fewest raw points, rounded up. Above: what the total has to spare.",
        ),
    ],
  };
}

function ofTrack({ track, cutoffs }: NearTrack): Child {
  const rows = cutoffs.flatMap((cutoff) => [
    ...cutoff.above.toReversed().map((own) => row(cutoff, own, "above")),
    ...cutoff.below.map((own) => row(cutoff, own, "below")),
  ]);
  if (rows.length === 0) return paragraph("Nobody.");
  return dataTable(
    `Near a cut-off of ${track}`,
    [
      column("cut-off"),
      column("side"),
      numbers("percent points"),
      numbers("total"),
      column("SID"),
      column("name"),
      column("would reach it alone"),
    ],
    rows,
  );
}

function row(
  { letter, cutoff }: NearCutoff,
  { student, distance, components }: NearStudent,
  side: "above" | "below",
): readonly Child[] {
  const away = side === "below" ? enoughText(distance) : percentText(distance);
  return [
    `${letter} ${cutoffText(cutoff)}`,
    side,
    away,
    percentText(student.total),
    fromFile(student.sid),
    fromFile(student.name),
    fewestPoints(components),
  ];
}

function fewestPoints(components: NearStudent["components"]): string {
  const [least] = components
    .filter(({ reachable }) => reachable)
    .toSorted((a, b) => compare(a.points, b.points));
  return least === undefined ? "" : `${enoughText(least.points)} on ${least.component.title}`;
}
