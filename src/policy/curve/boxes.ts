import { type Integer, plus, times } from "../../exact/integer.ts";
import type { Bound } from "./bounds.ts";
import { bestVector, completions, type Objective, restricted, type Vector, vectorOf } from "./objective.ts";
import { type Critical, criticalPrice } from "./price.ts";
import type { Span } from "./problem.ts";
import { reachOf, searchBelow, survivors } from "./search.ts";

/** When a box is searched vector by vector and no longer halved; the answer is the same with any effort. */
export interface Effort {
  /** At most so many places are open, over all cuts. */
  readonly places: number;
  /** Or bound and limit are at most so many students apart. */
  readonly students: number;
}

export const USUAL_EFFORT: Effort = { places: 150, students: 2 };

/** A part of all vectors, given by bounds of the cuts, with what is known of its best one. */
interface Box {
  readonly objective: Objective;
  /** Nothing in the box that meets the window has a smaller value. */
  readonly bound: Integer;
  /** How to look inside; where the best vector of the box meets the window, that vector itself. */
  readonly inside: Vector | Critical;
}

/** The best vector so far, and the value that another must stay below; an equal one competes by the tie rule. */
interface Found {
  readonly best: Vector | undefined;
  readonly limit: Integer;
}

/**
 * The best vector inside the window; undefined when there is none. Where the relaxed problem leaves a gap, a box is
 * halved between the two vectors that stand on either side of the window's edge, and each half gets a price of its
 * own. Boxes whose bound reaches the limit wait; the limit is raised until a vector lies under it, and then every
 * box that could hold one as good has been looked into. So nothing better, nor an equal one that ties prefer, is left.
 */
export function bestInWindow(
  objective: Objective,
  window: Span,
  boundsOf: (part: Objective, critical: Critical) => readonly Bound[],
  effort: Effort,
): Vector | undefined {
  let waiting = boxOf(objective, window);
  let slack: Integer = objective.scale;
  const least = waiting[0]?.bound ?? 0;
  while (waiting.length > 0) {
    let found: Found = { best: undefined, limit: plus(least, slack) };
    const later: Box[] = [];
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      if (box.bound >= found.limit) later.push(box);
      else if ("cuts" in box.inside) found = better(found, box.inside);
      else {
        const places = survivors(box.objective, window, box.inside.price, found.limit);
        if (isSmall(box, places, found.limit, effort)) {
          const part = restricted(box.objective, places);
          const known = { bounds: boundsOf(part.objective, box.inside), reach: reachOf(part.objective) };
          const own = searchBelow(part.objective, window, known, found.limit, part.places);
          if (own !== undefined)
            found = better(found, { ...own, cuts: own.cuts.map((b) => part.columns[b] ?? 0) });
          else later.push({ ...box, bound: found.limit });
        } else waiting.push(...halves(box.objective, box.inside, window));
      }
    }
    if (found.best !== undefined) return found.best;
    waiting = later;
    slack = times(slack, 4);
  }
  return undefined;
}

/** The box with its bound; none where no vector of it can meet the window. */
function boxOf(objective: Objective, window: Span): Box[] {
  const free = bestVector(objective, completions(objective, 0));
  if (free === undefined) return [];
  if (window.least <= free.points && free.points <= window.greatest)
    return [{ objective, bound: free.value, inside: free }];
  const reach = reachOf(objective);
  const isBelow = free.points < window.least;
  const far = isBelow
    ? bestVector({ ...objective, value: objective.points.map(negated) }, reach.greatest)
    : bestVector({ ...objective, value: objective.points }, reach.least);
  const end = vectorOf(objective, far?.cuts ?? []);
  if (far === undefined || (isBelow ? end.points < window.least : end.points > window.greatest)) return [];
  const critical = criticalPrice(objective, window, free, end);
  return [{ objective, bound: critical.bound, inside: critical }];
}

const negated = (row: readonly Integer[]): readonly Integer[] => row.map((own) => times(own, -1));

/** Few places, or little room between bound and limit: then looking at the vectors is quicker than halving. */
function isSmall(
  { objective, bound }: Box,
  places: readonly (readonly number[])[],
  limit: Integer,
  effort: Effort,
): boolean {
  const open = places.reduce((count, own) => count + own.length, 0);
  return open <= effort.places || plus(limit, times(bound, -1)) <= times(objective.student, effort.students);
}

function halves(objective: Objective, { cut, between }: Critical, window: Span): readonly Box[] {
  const middle = Math.floor((between[0] + between[1]) / 2);
  const bounded = (own: { readonly least?: number; readonly greatest?: number }) =>
    boxOf(
      {
        ...objective,
        bounds: objective.bounds.map((before, index) =>
          index === cut
            ? {
                least: Math.max(before.least, own.least ?? before.least),
                greatest: Math.min(before.greatest, own.greatest ?? before.greatest),
              }
            : before,
        ),
      },
      window,
    );
  return [...bounded({ greatest: middle }), ...bounded({ least: middle + 1 })];
}

function better(so: Found, found: Vector): Found {
  if (found.value >= so.limit) return so;
  const { best } = so;
  const isBest = best === undefined || found.value < best.value || isMoreGenerous(found.cuts, best.cuts);
  return isBest ? { best: found, limit: plus(found.value, 1) } : so;
}

function isMoreGenerous(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((own, index) => own !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
