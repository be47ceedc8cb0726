import { HUNDRED, maximum, minimum, type Rational, rational, ZERO } from "../../../exact/rational.ts";
import { binsOf } from "../../../reports/class/bins.ts";
import type { ComponentStatistics } from "../../../reports/class/components.ts";
import { type Child, type Markup, shape } from "../markup.ts";
import { bottomAxis } from "./axis.ts";
import { figureMarkup, label } from "./figure.ts";
import { extent, place, type Scale } from "./scale.ts";

const ROW = 58;
const HILL = 32;
const [LEFT, RIGHT] = [150, 700];
const BIN = 5;
const [LOWEST, HIGHEST] = [rational(-20), rational(120)];

/** One row a component: its scores as a low histogram, and below it the box of the quartiles. */
export function componentsFigure(
  track: string,
  components: readonly ComponentStatistics[],
  table: Markup,
  id: string,
): Markup | undefined {
  const used = components.filter(({ n }) => n > 0);
  if (used.length === 0) return undefined;
  const ends = used.flatMap(({ statistics }) =>
    statistics === undefined ? [] : [statistics.lowest, statistics.highest],
  );
  const from = maximum(LOWEST, ends.reduce(minimum, ZERO));
  const to = minimum(HIGHEST, ends.reduce(maximum, HUNDRED));
  const x: Scale = { from, to, start: LEFT, end: RIGHT };
  const bottom = used.length * ROW + 4;
  return figureMarkup({
    id,
    title: `Scores of ${track}, component by component.`,
    description: `Percent of the maximum. Grey: how many scores lie in each ${BIN} points, each row has its own height. Below: the line from the lowest to the highest score, the box of the middle half, the median across it, the mean as a dot.`,
    width: 720,
    height: bottom + 24,
    drawing: [
      used.map((own, index) => row(own, x, index * ROW)),
      bottomAxis(x, bottom, [0, 20, 40, 60, 80, 100]),
    ],
    table,
  });
}

function row({ component, n, scores, statistics }: ComponentStatistics, x: Scale, top: number): Child {
  if (statistics === undefined) return undefined;
  const { lowest, lower, median, mean, upper, highest } = statistics;
  const y = top + HILL + 14;
  const at = (value: Rational) => place(x, within(x, value));
  return [
    label(LEFT - 14, top + HILL - 4, component.title, { class: "end" }),
    label(LEFT - 14, top + HILL + 12, `n ${n}`, { class: "end faint" }),
    hill(scores, x, top + HILL + 4),
    shape("line", { class: "whisker", x1: at(lowest), x2: at(highest), y1: y, y2: y }),
    shape("rect", {
      class: "box",
      x: at(lower),
      width: extent(x, within(x, lower), within(x, upper)),
      y: y - 5,
      height: 10,
    }),
    shape("line", { class: "median", x1: at(median), x2: at(median), y1: y - 7, y2: y + 7 }),
    shape("circle", { class: "dot", cx: at(mean), cy: y, r: 2.5 }),
  ];
}

/** The scores as one grey outline above a base line. */
function hill(scores: readonly Rational[], x: Scale, base: number): Markup | undefined {
  const bins = binsOf(
    scores.map((value) => ({ value: within(x, value), fitted: false })),
    BIN,
  );
  const [first] = bins;
  if (first === undefined) return undefined;
  const most = bins.reduce((height, { count }) => Math.max(height, count), 1);
  const y: Scale = { from: ZERO, to: rational(most), start: base, end: base - HILL };
  // Full marks are a bin of their own, as wide as the others; it is drawn up to the end of the scale.
  const edge = (value: number) => place(x, within(x, rational(value)));
  const steps = bins.map(({ to, count }) => `V${place(y, rational(count))}H${edge(to)}`);
  return shape("path", { class: "hill", d: `M${edge(first.from)} ${base}${steps.join("")}V${base}Z` });
}

function within({ from, to }: Scale, value: Rational): Rational {
  return maximum(from, minimum(to, value));
}
