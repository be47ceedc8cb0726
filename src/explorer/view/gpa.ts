import { gradePointText } from "../../exact/decimal.ts";
import { maximum, minimum, type Rational, rational } from "../../exact/rational.ts";
import { gpaText } from "../../reports/percent.ts";
import { place, type Scale } from "../../writers/html/figures/scale.ts";
import { counted } from "../../writers/words.ts";
import type { TrackRoll } from "../model/roll.ts";
import { element, setAttributes, setText, shape } from "./dom.ts";
import type { TrackState, TrackView } from "./view.ts";

const SCALE: Scale = { from: rational(2), to: rational(4), start: 0, end: 100 };

/** The GPA in words against the guideline's window, and as a mark on a line from 2.0 to 4.0. */
export function gpaView(track: TrackRoll): TrackView {
  const main = element("strong", {});
  const rest = element("span", {});
  const { window } = track;
  const gauge = window === undefined ? undefined : gaugeOf(window);
  const node = element("div", { class: "gpa" }, element("p", {}, main, " ", rest));
  if (gauge !== undefined) node.append(gauge.node);
  return {
    node,
    render: (state) => {
      const { now, proposed } = state;
      const own = now.gpaFitted ?? now.gpa;
      const before = proposed.gpaFitted ?? proposed.gpa;
      setText(main, `GPA ${own === undefined ? "none" : gpaText(own)}`);
      setText(rest, restText(track, state, before));
      if (own !== undefined) gauge?.render(own);
    },
  };
}

function restText({ window }: TrackRoll, { now }: TrackState, before: Rational | undefined): string {
  const isFitted = now.gpaFitted !== undefined;
  const among = isFitted
    ? `of the ${counted(now.fitted, "student")} that the proposal was fitted on`
    : `of ${counted(now.graded, "letter grade")}`;
  const words = { below: "below", inside: "inside", above: "above" };
  const side =
    now.side === undefined || window === undefined
      ? ""
      : `, ${words[now.side]} the guideline's ${gradePointText(window.lowest)} to ${gradePointText(window.highest)}`;
  const proposal = before === undefined ? "" : `; proposal ${gpaText(before)}`;
  const all =
    isFitted && now.gpa !== undefined
      ? ` All ${counted(now.graded, "letter grade")}: ${gpaText(now.gpa)}.`
      : "";
  return `${among}${side}${proposal}.${all}`;
}

function gaugeOf(window: { readonly lowest: Rational; readonly highest: Rational }) {
  const percent = (value: Rational) => `${place(SCALE, maximum(SCALE.from, minimum(SCALE.to, value)))}%`;
  const mark = shape("line", { class: "mark", y1: 0, y2: 16 });
  const range = shape("line", {
    class: "window",
    x1: percent(window.lowest),
    x2: percent(window.highest),
    y1: 8,
    y2: 8,
  });
  const line = shape("line", { class: "axis", x1: 0, x2: "100%", y1: 8, y2: 8 });
  const node = shape("svg", { class: "gauge", height: 16, "aria-hidden": "true" }, line, range, mark);
  return {
    node,
    render: (gpa: Rational) => setAttributes(mark, { x1: percent(gpa), x2: percent(gpa) }),
  };
}
