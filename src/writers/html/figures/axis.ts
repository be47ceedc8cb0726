import { rational } from "../../../exact/rational.ts";
import { type Markup, shape } from "../markup.ts";
import { label } from "./figure.ts";
import { place, type Scale } from "./scale.ts";

/** Ticks with their numbers below a line at height `y`. */
export function bottomAxis(scale: Scale, y: number, values: readonly number[]): readonly Markup[] {
  return [
    shape("line", { class: "axis", x1: scale.start, x2: scale.end, y1: y, y2: y }),
    ...values.flatMap((value) => {
      const x = place(scale, rational(value));
      return [
        shape("line", { class: "axis", x1: x, x2: x, y1: y, y2: y + 4 }),
        label(x, y + 17, String(value), { class: "mid" }),
      ];
    }),
  ];
}

/** Faint lines across with their numbers at the left. */
export function leftAxis(
  scale: Scale,
  left: number,
  right: number,
  values: readonly number[],
  unit = "",
): readonly Markup[] {
  return values.flatMap((value) => {
    const y = place(scale, rational(value));
    return [
      shape("line", { class: "grid", x1: left, x2: right, y1: y, y2: y }),
      label(left - 6, y, `${value}${unit}`, { class: "end", dy: 4 }),
    ];
  });
}

/** The multiples of a step between two whole numbers. */
export function ticks(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
