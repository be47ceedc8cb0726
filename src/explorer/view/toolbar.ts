import { element, setText } from "./dom.ts";
import type { Actions } from "./view.ts";

export interface ToolbarState {
  readonly canUndo: boolean;
  readonly isMoved: boolean;
  readonly text: string;
}

export interface Toolbar {
  readonly node: HTMLElement;
  readonly render: (state: ToolbarState) => void;
  /** Tells screen readers how a move ended. */
  readonly announce: (text: string) => void;
}

/** Undo, reset, download, and the outcome in words; stays in sight while the reader scrolls. */
export function toolbar({ undo, reset, download }: Actions): Toolbar {
  const button = (text: string, act: () => void) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  };
  const back = button("Undo", undo);
  const start = button("Back to the proposal", reset);
  const outcome = element("p", { class: "outcome" });
  const status = element("p", { class: "unseen", role: "status" });
  const node = element(
    "div",
    { class: "toolbar" },
    element("div", { class: "buttons" }, back, start, button("Download cutoffs.csv", download)),
    outcome,
    status,
  );
  return {
    node,
    render: ({ canUndo, isMoved, text }) => {
      // A button that loses its use keeps the focus: it is only marked.
      back.setAttribute("aria-disabled", String(!canUndo));
      start.setAttribute("aria-disabled", String(!isMoved));
      setText(outcome, text);
    },
    announce: (text) => setText(status, text),
  };
}
