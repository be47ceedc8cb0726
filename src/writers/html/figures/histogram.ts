import { rational } from "../../../exact/rational.ts";
import type { Bin } from "../../../reports/class/bins.ts";
import { type Child, shape } from "../markup.ts";
import { leftAxis, ticks } from "./axis.ts";
import { countStep, extent, place, type Scale } from "./scale.ts";

/** Bars of students by total: the fitted ones solid, the others hollow on top of them. */
export function histogramDrawing(bins: readonly Bin[], x: Scale, top: number, bottom: number): Child {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = countStep(most);
  const highest = Math.ceil(most / step) * step;
  const y: Scale = { from: rational(0), to: rational(highest), start: bottom, end: top };
  const split = bins.some(({ fitted }) => fitted > 0);
  return [
    leftAxis(y, x.start, x.end, ticks(0, highest, step)),
    bins.map(({ from, to, count, fitted }) => {
      const solid = split ? fitted : count;
      const bar = (low: number, high: number, kind: string) =>
        low < high &&
        shape("rect", {
          class: kind,
          x: place(x, rational(from)),
          width: extent(x, rational(from), rational(to)),
          y: place(y, rational(high)),
          height: extent(y, rational(low), rational(high)),
        });
      return [bar(0, solid, "bar"), bar(solid, count, "hollow")];
    }),
  ];
}
