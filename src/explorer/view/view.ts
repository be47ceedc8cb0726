import type { Rational } from "../../exact/rational.ts";
import type { Letter } from "../../policy/parameters.ts";
import type { TrackOutcome } from "../model/outcome.ts";
import type { Refusal } from "../model/placement.ts";
import type { Cuts, TrackRoll } from "../model/roll.ts";

/** A track as it stands: its cut-offs and what they give, beside what the proposal gives. */
export interface TrackState {
  readonly cuts: Cuts;
  readonly now: TrackOutcome;
  readonly proposed: TrackOutcome;
  /** The track whose cut-offs it repeats just now. */
  readonly repeats: string | undefined;
}

/** What the reader's hand does to the cut-offs. */
export interface Actions {
  /** Moves a cut-off while a gesture lasts, or takes it away; says why it cannot. */
  readonly move: (track: TrackRoll, letter: Letter, value: Rational | undefined) => Refusal | undefined;
  /** Ends the gesture: one step of undo, told to screen readers. */
  readonly settle: () => void;
  /** Takes the gesture under way back. */
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly reset: () => void;
  readonly setApart: (track: TrackRoll, isApart: boolean) => void;
  readonly download: () => void;
}

/** A part of the page that follows a track. */
export interface TrackView {
  readonly node: HTMLElement;
  readonly render: (state: TrackState) => void;
}
