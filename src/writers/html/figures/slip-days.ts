import { rational, ZERO } from "../../../exact/rational.ts";
import type { SlipDayUse } from "../../../reports/class/slip-days.ts";
import { shareText } from "../../../reports/percent.ts";
import { type Child, type Markup, shape } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";
import { figureMarkup, label } from "./figure.ts";
import { extent, place, type Scale } from "./scale.ts";

const [TOP, BOTTOM] = [44, 150];
const STEP = 40;
const BAR = 28;
const GAP = 40;

/** How many students used 0, 1, ... days, the tracks side by side, each on its own share of students. */
export function slipDaysFigure(uses: readonly SlipDayUse[], id: string): Markup | undefined {
  const shown = uses.filter(({ students }) => students > 0);
  const days = shown.reduce((most, { used }) => Math.max(most, used.length), 0);
  if (days === 0) return undefined;
  const panel = days * STEP;
  return figureMarkup({
    id,
    title: "Slip days used.",
    description: "Students by the number of slip days that they were charged in the whole term.",
    width: Math.max(280, shown.length * (panel + GAP)),
    height: 190,
    drawing: shown.map((use, index) => bars(use, index * (panel + GAP) + 8, panel)),
    table: dataTable(
      "Students by slip days used",
      [column("days"), ...shown.flatMap(({ track }) => [numbers(track), numbers("share %")])],
      Array.from({ length: days }, (_, day) => [
        String(day),
        ...shown.flatMap(({ used, students }) => [used[day] ?? 0, shareText(used[day] ?? 0, students)]),
      ]),
    ),
  });
}

function bars({ track, used, students }: SlipDayUse, left: number, panel: number): Child {
  const most = used.reduce((height, count) => Math.max(height, count), 1);
  const y: Scale = { from: ZERO, to: rational(most), start: BOTTOM, end: TOP };
  return [
    label(left, 16, `${track}, ${students} students`, { class: "strong" }),
    shape("line", { class: "axis", x1: left, x2: left + panel, y1: BOTTOM, y2: BOTTOM }),
    used.map((count, day) => {
      const x = left + day * STEP + (STEP - BAR) / 2;
      const top = place(y, rational(count));
      return [
        count > 0 &&
          shape("rect", { class: "bar", x, width: BAR, y: top, height: extent(y, ZERO, rational(count)) }),
        label(x + BAR / 2, top, count, { class: "mid", dy: -5 }),
        label(x + BAR / 2, BOTTOM + 17, day, { class: "mid" }),
      ];
    }),
    label(left + panel / 2, BOTTOM + 34, "days used", { class: "mid faint" }),
  ];
}
