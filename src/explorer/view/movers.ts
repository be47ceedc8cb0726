import { percentText } from "../../reports/percent.ts";
import type { Mover } from "../model/outcome.ts";
import type { TrackRoll } from "../model/roll.ts";
import { element, setText } from "./dom.ts";
import type { TrackView } from "./view.ts";
import { moversText, sentence } from "./words.ts";

/** More names than this nobody reads while a line moves. */
const LISTED = 60;

/** The students whose letter is another than under the proposal, by name. */
export function moversView({ track }: TrackRoll): TrackView {
  const count = element("p", { class: "count" });
  const list = element("ul", { "aria-label": `Students of ${track} who get another letter` });
  const more = element("p", { class: "note" });
  const node = element("div", { class: "movers" }, element("h4", {}, "Who moves"), count, list, more);
  let shown: readonly Mover[] | undefined;
  return {
    node,
    render: ({ now: { movers } }) => {
      if (shown !== undefined && areSame(movers, shown)) return;
      shown = movers;
      setText(count, sentence(moversText(movers)));
      list.hidden = movers.length === 0;
      list.replaceChildren(...movers.slice(0, LISTED).map(moverItem));
      setText(more, movers.length > LISTED ? `and ${movers.length - LISTED} more with lower totals.` : "");
      more.hidden = movers.length <= LISTED;
    },
  };
}

function areSame(a: readonly Mover[], b: readonly Mover[]): boolean {
  return a.length === b.length && a.every((mover, index) => isSame(mover, b[index]));
}

function isSame(a: Mover, b: Mover | undefined): boolean {
  return b !== undefined && a.student === b.student && a.from === b.from && a.to === b.to;
}

function moverItem({ student, from, to, rises }: Mover): HTMLElement {
  const { name, sid, total, basis } = student;
  const graded = basis === "letter" ? "" : `, graded ${basis}`;
  return element(
    "li",
    {},
    element("span", { class: "turn" }, `${rises ? "▲" : "▼"} ${from} to ${to}`),
    element("bdi", {}, name),
    element("span", { class: "about" }, `${sid}, total ${percentText(total)}${graded}`),
  );
}
