import type { ClassReport } from "../../../reports/class/class-report.ts";
import { totalsFigure } from "../figures/totals.ts";
import { paragraph, type Section, subheading } from "../section.ts";

/** Histogram and cumulative curve of each track, with the cut-off lines. */
export function totalsSection({ tracks }: ClassReport): Section {
  return {
    id: "totals",
    title: "Totals",
    body: tracks.map((track, index) => [
      subheading(track.distribution.track),
      totalsFigure(track, `totals-${index + 1}`) ?? paragraph("No final totals yet."),
    ]),
  };
}
