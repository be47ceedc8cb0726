import { shortestBetween } from "../../exact/decimal.ts";
import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  ONE,
  type Rational,
  rational,
  subtract,
} from "../../exact/rational.ts";
import type { Letter } from "../../policy/parameters.ts";
import { neighbours } from "./placement.ts";
import { atOrAbove, type Cuts, type Roll, type TrackRoll } from "./roll.ts";

/** A tenth of a percent point: the grid of a drag, the step of an arrow key, and the distance kept from a neighbour. */
export const STEP: Rational = rational(1, 10);
export const LEAP: Rational = ONE;

/** The place nearest to a wanted one that keeps a step away from the neighbours; undefined where there is none. */
export function nearestFree(roll: Roll, cuts: Cuts, letter: Letter, wanted: Rational): Rational | undefined {
  const { better, worse } = neighbours(roll, cuts, letter);
  const highest = better && subtract(better.value, STEP);
  const lowest = worse && add(worse.value, STEP);
  if (highest !== undefined && lowest !== undefined && compare(lowest, highest) > 0) return undefined;
  const below = highest === undefined ? wanted : minimum(wanted, highest);
  const free = lowest === undefined ? below : maximum(below, lowest);
  const now = cuts.find((cut) => cut.letter === letter)?.value;
  // One that stands closer than a step to its neighbour does not jump away from where it is pulled to.
  const isBackward = now !== undefined && compare(wanted, now) * compare(free, now) < 0;
  return isBackward ? undefined : free;
}

/**
 * The cut-off at which the next student's letter changes: the shortest decimal between two totals, as the program
 * publishes them. Undefined where a neighbour, or the end of the class, is in the way.
 */
export function nextStudent(
  roll: Roll,
  track: TrackRoll,
  cuts: Cuts,
  letter: Letter,
  direction: "up" | "down",
): Rational | undefined {
  const cut = cuts.find((own) => own.letter === letter);
  if (cut === undefined) return undefined;
  const { better, worse } = neighbours(roll, cuts, letter);
  const above = atOrAbove(track, cut.value);
  const passed = track.students[direction === "up" ? above - 1 : above]?.total;
  if (passed === undefined) return undefined;
  if (direction === "up") {
    const next = higherThan(track, passed);
    const free = next ?? add(passed, ONE);
    if (better === undefined || compare(free, better.value) < 0)
      return shortestBetween({ lowest: passed, lowestIncluded: false, highest: free });
    if (compare(passed, better.value) >= 0) return undefined;
    return shortestBetween({ lowest: passed, lowestIncluded: false, highest: middle(passed, better.value) });
  }
  if (worse !== undefined && compare(passed, worse.value) <= 0) return undefined;
  const next = lowerThan(track, passed) ?? subtract(passed, ONE);
  const lowest = worse === undefined ? next : maximum(next, worse.value);
  return shortestBetween({ lowest, lowestIncluded: false, highest: passed });
}

function higherThan(track: TrackRoll, total: Rational): Rational | undefined {
  let index = atOrAbove(track, total) - 1;
  while (index >= 0 && compare(track.students[index]?.total ?? total, total) <= 0) index -= 1;
  return track.students[index]?.total;
}

function lowerThan(track: TrackRoll, total: Rational): Rational | undefined {
  return track.students[atOrAbove(track, total)]?.total;
}

function middle(a: Rational, b: Rational): Rational {
  return divide(add(a, b), rational(2));
}
