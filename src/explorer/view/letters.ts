import { decimalText, shortestText } from "../../exact/decimal.ts";
import { equal, type Rational } from "../../exact/rational.ts";
import type { Letter } from "../../policy/parameters.ts";
import { shareText } from "../../reports/percent.ts";
import type { Refusal } from "../model/placement.ts";
import { type Roll, type TrackRoll, typedCutoff } from "../model/roll.ts";
import { element, setAttributes, setText } from "./dom.ts";
import type { Actions, TrackState, TrackView } from "./view.ts";
import { refusalText } from "./words.ts";

/** The letters of a track: cut-offs to type, students and shares beside the proposal and the guideline. */
export function lettersView(roll: Roll, track: TrackRoll, actions: Actions): TrackView {
  const compared = track.shares.size > 0 && (track.fitted.at(-1) ?? 0) > 0;
  const heads = ["cut-off", "students", "change", ...(compared ? ["fitted %", "guideline %"] : ["share %"])];
  const problem = element("p", { class: "problem", id: `explorer-problem-${track.track}` });
  const lowest = roll.letters.at(-1)?.letter;
  const rows = roll.letters.map(({ letter }) => {
    const input = letter === lowest ? undefined : cutoffInput(track, letter, actions, problem);
    return rowOf(track, letter, compared, input);
  });
  const node = element(
    "div",
    { class: "letters" },
    element(
      "table",
      {},
      element("caption", {}, `Letters of ${track.track} with these cut-offs`),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, "letter"),
          ...heads.map((head) => element("th", { scope: "col", class: "n" }, head)),
        ),
      ),
      element("tbody", {}, ...rows.map((row) => row.node)),
    ),
    problem,
  );
  return {
    node,
    render: (state) => {
      for (const row of rows) row.render(state);
    },
  };
}

interface Row {
  readonly node: HTMLElement;
  readonly render: (state: TrackState) => void;
}

function rowOf(track: TrackRoll, letter: Letter, compared: boolean, input: CutoffInput | undefined): Row {
  const cell = () => element("td", { class: "n" });
  const [students, change, share, guideline] = [cell(), cell(), cell(), cell()];
  const target = track.shares.get(letter);
  setText(guideline, target === undefined ? "" : decimalText(target, 1, "half-up"));
  return {
    node: element(
      "tr",
      {},
      element("th", { scope: "row" }, letter),
      element("td", { class: "n" }, ...(input === undefined ? [] : [input.node])),
      students,
      change,
      share,
      ...(compared ? [guideline] : []),
    ),
    render: ({ cuts, now, proposed }) => {
      const own = now.letters.find((other) => other.letter === letter);
      const before = proposed.letters.find((other) => other.letter === letter);
      const all = own?.all ?? 0;
      const difference = all - (before?.all ?? 0);
      setText(students, String(all));
      setText(change, difference === 0 ? "" : difference > 0 ? `+${difference}` : `−${-difference}`);
      setText(share, compared ? shareText(own?.fitted ?? 0, now.fitted) : shareText(all, now.graded));
      input?.render(
        cuts.find((cut) => cut.letter === letter)?.value,
        track.proposal.find((cut) => cut.letter === letter)?.value,
      );
    },
  };
}

interface CutoffInput {
  readonly node: HTMLInputElement;
  readonly render: (value: Rational | undefined, proposed: Rational | undefined) => void;
}

/** A cut-off to type: what can stand is followed at once, what cannot is said when the field is left. */
function cutoffInput(track: TrackRoll, letter: Letter, actions: Actions, problem: HTMLElement): CutoffInput {
  const label = `Cut-off of ${letter} in ${track.track}`;
  const input = element("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    size: 7,
    "aria-label": label,
    "data-track": track.track,
    "data-letter": letter,
  });
  let typing = false;
  let standing = "";
  const refuse = (refused: Refusal | "no number" | undefined) => {
    const text = refused === undefined ? "" : refusalText(letter, refused);
    setText(problem, text);
    setAttributes(input, {
      "aria-invalid": refused === undefined ? undefined : "true",
      "aria-describedby": refused === undefined ? undefined : problem.id,
    });
  };
  const tried = (): Refusal | "no number" | undefined => {
    const value = typedCutoff(input.value);
    if (value === undefined && input.value.trim() !== "") return "no number";
    return actions.move(track, letter, value);
  };
  input.addEventListener("input", () => {
    typing = true;
    if (tried() === undefined) refuse(undefined);
    else actions.cancel();
  });
  input.addEventListener("change", () => {
    const refused = typing ? tried() : undefined;
    typing = refused !== undefined;
    refuse(refused);
    if (refused === undefined) actions.settle();
    else actions.cancel();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !typing) return;
    typing = false;
    refuse(undefined);
    actions.cancel();
    input.value = standing;
  });
  return {
    node: input,
    render: (value, proposed) => {
      standing = value === undefined ? "" : shortestText(value);
      const isMoved =
        value === undefined || proposed === undefined ? value !== proposed : !equal(value, proposed);
      input.classList.toggle("is-moved", isMoved);
      input.title = isMoved ? `proposed: ${proposed === undefined ? "none" : shortestText(proposed)}` : "";
      if (!typing) input.value = standing;
    },
  };
}
