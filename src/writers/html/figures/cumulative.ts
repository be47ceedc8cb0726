import { compare, maximum, minimum, type Rational, rational } from "../../../exact/rational.ts";
import { type Child, shape } from "../markup.ts";
import { leftAxis } from "./axis.ts";
import { label } from "./figure.ts";
import { place, type Scale } from "./scale.ts";

/** The share of the students that the guideline wants at or above a letter, in percent. */
export interface Target {
  readonly letter: string;
  readonly share: Rational;
}

/** The share of students at or above each total, as a step from the best total down. */
export function cumulativeDrawing(
  totals: readonly Rational[],
  targets: readonly Target[],
  x: Scale,
  top: number,
  bottom: number,
): Child {
  const y: Scale = { from: rational(0), to: rational(100), start: bottom, end: top };
  return [
    leftAxis(y, x.start, x.end, [0, 25, 50, 75, 100], "%"),
    targets.map(({ letter, share }) => [
      shape("line", { class: "target", x1: x.start, x2: x.end, y1: place(y, share), y2: place(y, share) }),
      label(x.end + 5, place(y, share), letter, { dy: 4 }),
    ]),
    shape("path", { class: "curve", d: stepPath(totals, x, y) }),
  ];
}

function stepPath(totals: readonly Rational[], x: Scale, y: Scale): string {
  const sorted = totals.toSorted((a, b) => compare(b, a));
  const parts = [`M${x.end} ${y.start}`];
  let before = "";
  sorted.forEach((total, index) => {
    const next = sorted[index + 1];
    if (next !== undefined && compare(next, total) === 0) return;
    const at = place(x, minimum(x.to, maximum(x.from, total)));
    const share = place(y, rational((index + 1) * 100, sorted.length));
    parts.push(at === before ? `V${share}` : `H${at}V${share}`);
    before = at;
  });
  return `${parts.join("")}H${x.start}`;
}
