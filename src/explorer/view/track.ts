import { canFollow } from "../model/placement.ts";
import type { Roll, TrackRoll } from "../model/roll.ts";
import { element } from "./dom.ts";
import { gpaView } from "./gpa.ts";
import { lettersView } from "./letters.ts";
import { moversView } from "./movers.ts";
import { plotView } from "./plot.ts";
import type { Actions, TrackView } from "./view.ts";

/** One track: histogram with its lines, letters, GPA, and who moves. */
export function trackView(roll: Roll, track: TrackRoll, actions: Actions): TrackView {
  const [plot, letters, gpa, movers] = [
    plotView(roll, track, actions),
    lettersView(roll, track, actions),
    gpaView(track),
    moversView(track),
  ];
  const same = element("input", { type: "checkbox", "data-track": track.track });
  same.addEventListener("change", () => actions.setApart(track, !same.checked));
  const tie = element("label", { class: "tie" }, same, ` Same cut-offs as ${track.follows ?? ""}`);
  const node = element(
    "div",
    { class: "track", "data-track": track.track },
    element("h3", {}, track.track),
    ...(canFollow(roll, track) ? [tie] : []),
    element(
      "div",
      { class: "columns" },
      plot.node,
      element("div", { class: "side" }, letters.node, gpa.node),
      movers.node,
    ),
  );
  return {
    node,
    render: (state) => {
      same.checked = state.repeats !== undefined;
      for (const view of [plot, letters, gpa, movers]) view.render(state);
    },
  };
}
