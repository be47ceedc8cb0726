import { type Rational, rational, ZERO } from "../../../exact/rational.ts";
import { shareText } from "../../../reports/percent.ts";
import type { PublicBin } from "../../../reports/public/public-report.ts";
import { cutoffText } from "../../histogram.ts";
import { figureMarkup, label } from "../figures/figure.ts";
import { extent, type Scale } from "../figures/scale.ts";
import { type Markup, shape } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";
import { count } from "./page.ts";

const ROW = 24;
const [LEFT, RIGHT] = [104, 290];

/** Students by total, one bar a bin; bins differ in width, so each has its number beside it. */
export function publicBins(track: string, bins: readonly PublicBin[], students: number, id: string): Markup {
  const most = bins.reduce((height, bin) => Math.max(height, bin.students), 1);
  const x: Scale = { from: ZERO, to: rational(most), start: LEFT, end: RIGHT };
  return figureMarkup({
    id,
    title: `Totals of ${track}.`,
    description:
      "Students by total in percent points; the bins are joined where one alone would be too small, and end where a letter ends.",
    width: 328,
    height: bins.length * ROW + 8,
    drawing: bins.map((bin, index) => {
      const y = 4 + index * ROW;
      const width = extent(x, ZERO, rational(bin.students));
      return [
        label(LEFT - 10, y + 15, name(bin), { class: "end" }),
        shape("rect", { class: "bar", x: LEFT, y: y + 2, width, height: ROW - 6 }),
        label(LEFT + 6, y + 15, bin.students, { dx: width }),
      ];
    }),
    table: dataTable(
      `Students of ${track} by total`,
      [column("percent points"), numbers("students"), numbers("share %")],
      bins.map((bin) => [name(bin), count(bin.students), shareText(bin.students, students)]),
    ),
  });
}

function name({ from, to }: PublicBin): string {
  const text = (value: Rational) => cutoffText(value);
  if (from === undefined) return to === undefined ? "all" : `below ${text(to)}`;
  return to === undefined ? `from ${text(from)}` : `${text(from)} to ${text(to)}`;
}
