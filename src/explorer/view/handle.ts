import { shortestText } from "../../exact/decimal.ts";
import { add, negate, type Rational, rational } from "../../exact/rational.ts";
import type { Letter } from "../../policy/parameters.ts";
import type { Cuts, Roll, TrackRoll } from "../model/roll.ts";
import { LEAP, nearestFree, nextStudent, STEP } from "../model/steps.ts";
import { type Axis, pixelsOf, valueAt } from "./axis.ts";
import { element, setAttributes, setText } from "./dom.ts";
import type { Actions } from "./view.ts";

/** The line of a cut-off across the histogram, and the label that it is moved by. */
export interface Handle {
  readonly line: HTMLElement;
  readonly pill: HTMLElement;
  readonly render: (value: Rational, spoken: string) => void;
}

/** Moves by a drag of line or label, and by the keys of a slider. */
export function handleOf(
  roll: Roll,
  track: TrackRoll,
  axis: Axis,
  letter: Letter,
  actions: Actions,
  cutsNow: () => Cuts,
): Handle {
  const line = element("div", { class: "line" });
  const number = element("span", {});
  const pill = element(
    "div",
    {
      class: "pill",
      role: "slider",
      tabindex: 0,
      "aria-orientation": "vertical",
      "aria-label": `Cut-off of ${letter} in ${track.track}`,
      "data-track": track.track,
      "data-letter": letter,
    },
    element("b", {}, letter),
    " ",
    number,
  );
  const valueNow = () => cutsNow().find((cut) => cut.letter === letter)?.value;
  const moveTo = (wanted: Rational | undefined) => {
    const free = wanted && nearestFree(roll, cutsNow(), letter, wanted);
    if (free !== undefined) actions.move(track, letter, free);
  };
  const keys: Readonly<Record<string, (now: Rational, step: Rational) => void>> = {
    ArrowUp: (now, step) => moveTo(add(now, step)),
    ArrowRight: (now, step) => moveTo(add(now, step)),
    ArrowDown: (now, step) => moveTo(add(now, negate(step))),
    ArrowLeft: (now, step) => moveTo(add(now, negate(step))),
    Home: () => moveTo(rational(axis.lowest)),
    End: () => moveTo(rational(axis.highest)),
    PageUp: () => toNextStudent("up"),
    PageDown: () => toNextStudent("down"),
  };
  const toNextStudent = (direction: "up" | "down") => {
    const next = nextStudent(roll, track, cutsNow(), letter, direction);
    if (next !== undefined) actions.move(track, letter, next);
  };
  pill.addEventListener("keydown", (event) => {
    const now = valueNow();
    const key = keys[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || key === undefined || now === undefined) return;
    event.preventDefault();
    key(now, event.shiftKey ? LEAP : STEP);
  });
  pill.addEventListener("keyup", (event) => {
    if (keys[event.key] !== undefined) actions.settle();
  });
  pill.addEventListener("blur", () => actions.settle());
  for (const part of [pill, line]) dragged(part, pill, actions, axis, valueNow, moveTo);
  return {
    line,
    pill,
    render: (value, spoken) => {
      const text = shortestText(value);
      setText(number, text);
      setAttributes(pill, {
        "aria-valuenow": text,
        "aria-valuemin": axis.lowest,
        "aria-valuemax": axis.highest,
        "aria-valuetext": spoken,
      });
    },
  };
}

/** Follows a pointer from where it took hold, also outside of the element; Escape takes the drag back. */
function dragged(
  part: HTMLElement,
  pill: HTMLElement,
  { settle, cancel }: Actions,
  axis: Axis,
  valueNow: () => Rational | undefined,
  moveTo: (wanted: Rational) => void,
): void {
  /** Pixels between the pointer and the line, while it is held. */
  let held: number | undefined;
  const release = (finish: () => void) => () => {
    if (held === undefined) return;
    held = undefined;
    pill.classList.remove("held");
    finish();
  };
  part.addEventListener("pointerdown", (event) => {
    const now = valueNow();
    if (event.button !== 0 || now === undefined) return;
    event.preventDefault();
    pill.focus({ preventScroll: true });
    part.setPointerCapture(event.pointerId);
    pill.classList.add("held");
    held = event.clientY - pixelsOf(axis, now);
  });
  part.addEventListener("pointermove", (event) => {
    if (held !== undefined) moveTo(valueAt(axis, event.clientY - held));
  });
  part.addEventListener("pointerup", release(settle));
  part.addEventListener("pointercancel", release(cancel));
  pill.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release(cancel)();
  });
}
