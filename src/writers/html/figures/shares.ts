import { decimalText } from "../../../exact/decimal.ts";
import { divide, HUNDRED, maximum, multiply, ONE, rational, ZERO } from "../../../exact/rational.ts";
import type { TrackDistribution } from "../../../reports/distribution.ts";
import { shareText } from "../../../reports/percent.ts";
import { type Markup, shape } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";
import { figureMarkup, label } from "./figure.ts";
import { extent, place, type Scale } from "./scale.ts";

const [TOP, BOTTOM] = [24, 150];
const STEP = 27;
const BAR = 18;

/** The share of each letter as a bar, the guideline's share as a line across it. */
export function sharesFigure(distribution: TrackDistribution, id: string): Markup | undefined {
  const { track, letters, settings, fitted, letterGraded } = distribution;
  const compared = settings !== undefined;
  const isFitted = compared && fitted > 0;
  const whole = isFitted ? fitted : letterGraded;
  if (whole === 0) return undefined;
  const own = letters.map(({ letter, all, fitted: ofFitted, guideline }) => {
    const count = isFitted ? ofFitted : all;
    const share = multiply(divide(rational(count), rational(whole)), HUNDRED);
    return { letter, count, share, guideline: compared ? (guideline ?? ZERO) : undefined };
  });
  const most = own.flatMap(({ share, guideline }) => [share, guideline ?? ZERO]).reduce(maximum, ONE);
  const y: Scale = { from: ZERO, to: most, start: BOTTOM, end: TOP };
  const who = isFitted ? "fitted students" : "letter grades";
  const across = compared ? " The line across a bar is the guideline's share." : "";
  return figureMarkup({
    id,
    title: `Letters of ${track}.`,
    description: `Each letter's share of the ${whole} ${who}, in percent.${across}`,
    width: Math.max(240, letters.length * STEP + 8),
    height: 176,
    drawing: own.map(({ letter, count, share, guideline }, index) => {
      const left = 4 + index * STEP + (STEP - BAR) / 2;
      const top = place(y, maximum(share, guideline ?? ZERO));
      const at = guideline === undefined ? undefined : place(y, guideline);
      return [
        count > 0 &&
          shape("rect", {
            class: "bar",
            x: left,
            width: BAR,
            y: place(y, share),
            height: extent(y, ZERO, share),
          }),
        at !== undefined &&
          shape("line", { class: "mark", x1: left - 3, x2: left + BAR + 3, y1: at, y2: at }),
        label(left + BAR / 2, top, shareText(count, whole), { class: "mid small", dy: -5 }),
        label(left + BAR / 2, BOTTOM + 17, letter, { class: "mid" }),
      ];
    }),
    table: dataTable(
      `Shares of ${track}`,
      [
        column("letter"),
        numbers("students"),
        numbers("share %"),
        ...(compared ? [numbers("guideline %")] : []),
      ],
      own.map(({ letter, count, guideline }) => [
        letter,
        count,
        shareText(count, whole),
        ...(guideline === undefined ? [] : [decimalText(guideline, 1, "half-up")]),
      ]),
    ),
  });
}
