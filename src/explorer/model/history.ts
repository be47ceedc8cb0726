import { type Placement, samePlacement } from "./placement.ts";
import type { Roll } from "./roll.ts";

/** The cut-offs as they stand, and every earlier standing that undo leads back to, the latest last. */
export interface History {
  readonly now: Placement;
  readonly past: readonly Placement[];
  /** Where a drag or a held key began; undefined while nothing is moving. */
  readonly from: Placement | undefined;
}

export function begin(now: Placement): History {
  return { now, past: [], from: undefined };
}

/** Moves on while a gesture lasts: all of it will be one step of undo. */
export function moving(history: History, now: Placement): History {
  return { ...history, now, from: history.from ?? history.now };
}

/** Ends a gesture; one that led back to its beginning leaves no trace. */
export function settled(roll: Roll, { now, past, from }: History): History {
  const same = from === undefined || samePlacement(roll, from, now);
  return { now, past: same ? past : [...past, from], from: undefined };
}

/** One step by itself. */
export function step(roll: Roll, history: History, now: Placement): History {
  return settled(roll, moving(settled(roll, history), now));
}

/** Goes back by one step; a gesture under way is taken back whole. */
export function undo({ now, past, from }: History): History {
  if (from !== undefined) return { now: from, past, from: undefined };
  return { now: past.at(-1) ?? now, past: past.slice(0, -1), from: undefined };
}
