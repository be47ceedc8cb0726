import { cutoffsCsv } from "../model/file.ts";
import { begin, type History, moving, settled, step, undo } from "../model/history.ts";
import { outcomeOf } from "../model/outcome.ts";
import { cutsOf, leaderOf, place, proposalOf, samePlacement, setApart } from "../model/placement.ts";
import type { Roll, TrackRoll } from "../model/roll.ts";
import { element } from "./dom.ts";
import { offerFile } from "./download.ts";
import { toolbar } from "./toolbar.ts";
import { trackView } from "./track.ts";
import type { Actions, TrackState } from "./view.ts";
import { sayOutcome } from "./words.ts";

/** The explorer: holds where the cut-offs stand, and shows every part anew after each move. */
export function explorer(roll: Roll): HTMLElement {
  const proposal = proposalOf(roll);
  const proposed = new Map(
    roll.tracks.map((track) => [track, outcomeOf(roll, track, cutsOf(roll, proposal, track))]),
  );
  let history: History = begin(proposal);
  let statement = "";

  const actions: Actions = {
    move: (track, letter, value) => {
      const placed = place(roll, history.now, track, letter, value);
      if ("refused" in placed) return placed.refused;
      show(moving(history, placed.placement));
      return undefined;
    },
    settle: () => {
      if (history.from === undefined) return;
      show(settled(roll, history));
      bar.announce(statement);
    },
    cancel: () => {
      if (history.from !== undefined) show(undo(history));
    },
    undo: () => {
      show(undo(history));
      bar.announce(statement);
    },
    reset: () => {
      show(step(roll, history, proposal));
      bar.announce(statement);
    },
    setApart: (track, isApart) => {
      show(step(roll, history, setApart(roll, history.now, track, isApart)));
      bar.announce(statement);
    },
    download: () => {
      offerFile("cutoffs.csv", cutoffsCsv(roll, history.now));
      bar.announce("cutoffs.csv was handed to the browser.");
    },
  };
  const bar = toolbar(actions);
  const tracks = roll.tracks.map((track) => ({ track, view: trackView(roll, track, actions) }));

  function stateOf(track: TrackRoll): TrackState {
    const cuts = cutsOf(roll, history.now, track);
    const now = outcomeOf(roll, track, cuts);
    const leader = leaderOf(roll, history.now, track);
    return {
      cuts,
      now,
      proposed: proposed.get(track) ?? now,
      repeats: leader === track ? undefined : leader.track,
    };
  }
  function show(next: History): void {
    history = next;
    const states = tracks.map(({ track, view }) => {
      const state = stateOf(track);
      view.render(state);
      return { track: track.track, outcome: state.now };
    });
    statement = sayOutcome(states);
    bar.render({
      canUndo: history.past.length > 0 || history.from !== undefined,
      isMoved: !samePlacement(roll, history.now, proposal),
      text: statement,
    });
  }

  document.addEventListener("keydown", (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    // A field that holds half a number keeps its own undo.
    if (!isUndo || history.from !== undefined) return;
    event.preventDefault();
    actions.undo();
  });
  const node = element(
    "section",
    { id: "explorer", class: "explorer", "aria-labelledby": "explorer-title" },
    element("h2", { id: "explorer-title" }, "Try other cut-offs"),
    element(
      "p",
      {},
      "Drag a line, type a cut-off, or move a label with the arrow keys: letters, GPA and who moves follow at once, compared with the proposal of this page. Nothing leaves the page and no grade changes; ",
      "to use what you found, download cutoffs.csv and run ",
      element("code", {}, "grades compute ROSTER --cutoffs cutoffs.csv"),
      ".",
    ),
    keysHelp(),
    bar.node,
    ...tracks.map(({ view }) => view.node),
  );
  show(history);
  return node;
}

function keysHelp(): HTMLElement {
  const line = (keys: string, does: string) => element("li", {}, element("b", {}, keys), ` ${does}`);
  return element(
    "details",
    {},
    element("summary", {}, "Keys"),
    element(
      "ul",
      {},
      line("Arrow up, down:", "a tenth of a percent point; with Shift one percent point."),
      line("Page up, Page down:", "as far as the next student changes the letter."),
      line("Home, End:", "as low and as high as the neighbours allow."),
      line("Escape:", "takes back a drag, or what was typed."),
      line("Ctrl+Z:", "undoes the last move."),
    ),
  );
}
