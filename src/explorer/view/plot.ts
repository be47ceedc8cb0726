import { shortestText } from "../../exact/decimal.ts";
import { rational } from "../../exact/rational.ts";
import type { Letter } from "../../policy/parameters.ts";
import { counted } from "../../writers/words.ts";
import type { Roll, TrackRoll } from "../model/roll.ts";
import { type Axis, axisOf, HEIGHT, pixelsOf, spread } from "./axis.ts";
import { element, setAttributes, shape } from "./dom.ts";
import { type Handle, handleOf } from "./handle.ts";
import type { Actions, TrackState, TrackView } from "./view.ts";

/** Height of a label with the space around it, and of a bar that has room for its count; in pixels. */
const PILL = 26;
const COUNTED = 12;

/** The histogram of a track, upright, with a line across it for each cut-off. */
export function plotView(roll: Roll, track: TrackRoll, actions: Actions): TrackView {
  const axis = axisOf(track);
  const bands = shape("g", {});
  const moved = shape("g", { class: "moved" });
  const lines = element("div", { class: "lines" });
  const picture = shape(
    "svg",
    { class: "bars", height: HEIGHT, "aria-hidden": "true" },
    bands,
    gridOf(axis),
    barsOf(axis),
    moved,
  );
  const leaders = shape("svg", { class: "leaders", height: HEIGHT, "aria-hidden": "true" });
  const pills = element("div", { class: "pills" });
  const handles = new Map<Letter, Handle>();
  const label = `Histogram of ${track.track} with its cut-offs`;
  const node = element(
    "div",
    { class: "plot", role: "group", "aria-label": label },
    ticksOf(axis),
    element("div", { class: "field" }, picture, lines),
    leaders,
    pills,
  );
  node.style.height = `${HEIGHT}px`;
  const figure = element("div", { class: "figure" }, node);
  if (axis.below > 0)
    figure.append(
      element("p", { class: "note" }, `Not drawn: ${counted(axis.below, "total")} below ${axis.lowest}.`),
    );
  const state: { now: TrackState | undefined } = { now: undefined };
  const handle = (letter: Letter): Handle => {
    const known = handles.get(letter);
    if (known !== undefined) return known;
    const made = handleOf(roll, track, axis, letter, actions, () => state.now?.cuts ?? []);
    handles.set(letter, made);
    return made;
  };
  return {
    node: figure,
    render: (now) => {
      state.now = now;
      const places = now.cuts.map(({ value }) => pixelsOf(axis, value));
      const labels = spread(places, PILL, HEIGHT);
      for (const [letter, { line, pill }] of handles)
        if (!now.cuts.some((cut) => cut.letter === letter)) {
          line.remove();
          pill.remove();
        }
      now.cuts.forEach(({ letter, value }, index) => {
        const own = handle(letter);
        const students = now.now.letters.find((other) => other.letter === letter)?.all ?? 0;
        own.render(value, `${shortestText(value)}: ${counted(students, "student")} with ${letter}`);
        own.line.style.top = `${places[index] ?? 0}px`;
        own.pill.style.top = `${labels[index] ?? 0}px`;
        const before = pills.children[index];
        if (before !== own.pill) {
          pills.insertBefore(own.pill, before ?? null);
          lines.append(own.line);
        }
      });
      drawLeaders(leaders, places, labels);
      drawBands(bands, places);
      drawMoved(moved, track, axis, now);
    },
  };
}

function ticksOf(axis: Axis): HTMLElement {
  const ticks = element("div", { class: "ticks", "aria-hidden": "true" });
  for (const value of tens(axis)) {
    const tick = element("span", {}, String(value));
    tick.style.top = `${pixelsOf(axis, rational(value))}px`;
    ticks.append(tick);
  }
  return ticks;
}

function tens({ lowest, highest }: Axis): readonly number[] {
  const first = Math.ceil(lowest / 10) * 10;
  return Array.from({ length: Math.floor((highest - first) / 10) + 1 }, (_, index) => first + index * 10);
}

function gridOf(axis: Axis): SVGElement {
  const lines = tens(axis).map((value) => {
    const y = pixelsOf(axis, rational(value));
    return shape("line", { class: "grid", x1: 0, x2: "100%", y1: y, y2: y });
  });
  return shape("g", {}, ...lines);
}

function barsOf(axis: Axis): SVGElement {
  const most = Math.max(1, ...axis.bars.map(({ students }) => students));
  const drawn = axis.bars
    .filter(({ students }) => students > 0)
    .map(({ from, to, students }) => {
      const [top, bottom] = [pixelsOf(axis, rational(to)), pixelsOf(axis, rational(from))];
      const width = `${(students * 86) / most}%`;
      const bar = shape("rect", { class: "bar", x: 0, y: top + 0.5, width, height: bottom - top - 1 });
      const count = { class: "bar-count", x: width, y: (top + bottom) / 2, dx: 4, dy: "0.35em" };
      return bottom - top < COUNTED ? [bar] : [bar, shape("text", count, String(students))];
    });
  return shape("g", {}, ...drawn.flat());
}

/** Every other letter on a tint, so that the eye sees where one begins and ends. */
function drawBands(target: SVGElement, places: readonly number[]): void {
  const edges = [0, ...places, HEIGHT];
  const rects = places.flatMap((_, index) => {
    const [from, to] = [edges[index * 2] ?? HEIGHT, edges[index * 2 + 1] ?? HEIGHT];
    return from >= to
      ? []
      : [shape("rect", { class: "tint", x: 0, y: from, width: "100%", height: to - from })];
  });
  target.replaceChildren(...rects);
}

/** Where cut-offs left the proposal: its line dashed, and the way to the new one. */
function drawMoved(target: SVGElement, { proposal }: TrackRoll, axis: Axis, { cuts }: TrackState): void {
  const drawn = proposal.flatMap(({ letter, value }) => {
    const now = cuts.find((cut) => cut.letter === letter);
    const [old, own] = [pixelsOf(axis, value), now === undefined ? undefined : pixelsOf(axis, now.value)];
    if (own === old) return [];
    const line = shape("line", { class: "was", x1: 0, x2: "100%", y1: old, y2: old });
    if (own === undefined) return [line];
    const [from, to] = [Math.min(old, own), Math.max(old, own)];
    return [shape("rect", { class: "way", x: 0, y: from, width: "100%", height: to - from }), line];
  });
  target.replaceChildren(...drawn);
}

/** From each line to its label, where labels had to move apart. */
function drawLeaders(target: SVGElement, places: readonly number[], labels: readonly number[]): void {
  const drawn = places.map((place, index) => {
    const path = shape("path", { class: "leader" });
    setAttributes(path, { d: `M0 ${place}H4L20 ${labels[index] ?? place}H24` });
    return path;
  });
  target.replaceChildren(...drawn);
}
