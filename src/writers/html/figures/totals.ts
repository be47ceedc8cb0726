import { add, compare, type Rational, rational } from "../../../exact/rational.ts";
import { type Bin, binsOf } from "../../../reports/class/bins.ts";
import type { TrackReport } from "../../../reports/class/class-report.ts";
import { shareText } from "../../../reports/percent.ts";
import { cutoffText } from "../../histogram.ts";
import { counted } from "../../words.ts";
import { type Child, element, type Markup, shape } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";
import { bottomAxis, ticks } from "./axis.ts";
import { cumulativeDrawing, type Target } from "./cumulative.ts";
import { figureMarkup, label } from "./figure.ts";
import { histogramDrawing } from "./histogram.ts";
import { place, type Scale } from "./scale.ts";

const WIDTH = 720;
const [LEFT, RIGHT] = [44, 684];
const [UPPER_TOP, UPPER_BOTTOM] = [60, 236];
const [LOWER_TOP, LOWER_BOTTOM] = [280, 424];
const BIN = 2;

/** Totals of a track: the histogram above, the share at or above each total below, the cut-off lines through both. */
export function totalsFigure(report: TrackReport, id: string): Markup | undefined {
  const { distribution, grades } = report;
  const all = grades.flatMap(({ total, fitted }) =>
    total === undefined ? [] : [{ value: total.value, fitted }],
  );
  const bins = binsOf(all, BIN);
  const [lowest] = bins;
  const highest = bins.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  const isFitted = all.some(({ fitted }) => fitted);
  const curve = all.filter(({ fitted }) => fitted || !isFitted).map(({ value }) => value);
  const targets = targetsOf(report);
  const [from, to] = [Math.floor(lowest.from / 10) * 10, Math.max(100, highest.to)];
  const x: Scale = { from: rational(from), to: rational(to), start: LEFT, end: RIGHT };
  const cutoffs = distribution.cutoffs.cutoffs
    .map(({ letter, cutoff }) => ({ letter, value: cutoff.value }))
    .filter(({ value }) => compare(value, x.from) >= 0 && compare(value, x.to) <= 0);
  const who = isFitted
    ? `Solid: the ${counted(curve.length, "student")} that the cut-offs were fitted on; hollow: everybody else with a final total.`
    : `${counted(all.length, "student")} with a final total.`;
  const dotted = targets.length > 0 ? "; dotted, the shares that the guideline wants" : "";
  return figureMarkup({
    id,
    title: `Totals of ${distribution.track}.`,
    description: `Above, students by total in bins of ${BIN} percent points. ${who} Below, the share of ${isFitted ? "the fitted students" : "them"} at or above each total${dotted}. The upright lines are the cut-offs.`,
    width: WIDTH,
    height: 466,
    fromRight: true,
    data: {
      "data-track": distribution.track,
      "data-from": from,
      "data-to": to,
      "data-left": LEFT,
      "data-right": RIGHT,
    },
    drawing: [
      histogramDrawing(bins, x, UPPER_TOP, UPPER_BOTTOM),
      bottomAxis(x, UPPER_BOTTOM, ticks(from, to, 10)),
      cumulativeDrawing(curve, targets, x, LOWER_TOP, LOWER_BOTTOM),
      bottomAxis(x, LOWER_BOTTOM, ticks(from, to, 10)),
      label((LEFT + RIGHT) / 2, 460, "total in percent points", { class: "mid" }),
      cutoffLines(cutoffs, x),
    ],
    table: binTable(bins, isFitted, all.length),
  });
}

/** Where the guideline's groups end, as the share of students at or above. */
function targetsOf({ distribution }: TrackReport): readonly Target[] {
  const { settings, fitted } = distribution;
  if (settings === undefined || fitted === 0) return [];
  let share = rational(0);
  return settings.shares.slice(0, -1).map((group) => {
    share = add(share, group.share);
    return { letter: group.letters.at(-1) ?? "", share };
  });
}

/** Lines through both panels; a letter steps up a row where the one at its right is too near. */
function cutoffLines(
  cutoffs: readonly { readonly letter: string; readonly value: Rational }[],
  x: Scale,
): Child {
  const lines: { readonly at: number; readonly row: number }[] = [];
  return cutoffs.map(({ letter, value }) => {
    const at = place(x, value);
    const end = Math.floor(Number(at)) + 4 + letter.length * 9;
    const crossed = lines.filter((line) => line.at <= end).map(({ row }) => row + 1);
    const row = Math.max(0, ...crossed);
    lines.push({ at: Math.floor(Number(at)), row });
    const y = 50 - Math.min(row, 3) * 14;
    return element(
      "g",
      { class: "cutoff", "data-letter": letter },
      element("title", {}, `${letter} from ${cutoffText(value)}`),
      shape("line", { x1: at, x2: at, y1: y - 10, y2: LOWER_BOTTOM }),
      label(at, y, letter, { dx: 3 }),
    );
  });
}

function binName({ from, to, openBelow, openAbove }: Bin): string {
  if (openBelow) return `below ${to}`;
  return openAbove ? `from ${from}` : `${from} to ${to}`;
}

/** The bins, the best first, and below each the share of whom the lower panel shows, at or above it. */
function binTable(bins: readonly Bin[], isFitted: boolean, students: number): Markup {
  const shown = bins.filter(({ count }) => count > 0).toReversed();
  const ofCurve = ({ count, fitted }: Bin) => (isFitted ? fitted : count);
  const whole = shown.reduce((sum, bin) => sum + ofCurve(bin), 0);
  const above = shown.map((_, index) =>
    shown.slice(0, index + 1).reduce((sum, bin) => sum + ofCurve(bin), 0),
  );
  return dataTable(
    "Students by total; a total on the border belongs to the upper bin",
    [
      column("percent points"),
      ...(isFitted ? [numbers("fitted")] : []),
      numbers("all"),
      numbers("share %"),
      numbers(isFitted ? "fitted at or above %" : "at or above %"),
    ],
    shown.map((bin, index) => [
      binName(bin),
      ...(isFitted ? [bin.fitted] : []),
      bin.count,
      shareText(bin.count, students),
      shareText(above[index] ?? 0, whole),
    ]),
  );
}
