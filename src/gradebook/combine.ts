import type { Component } from "../policy/parameters.ts";
import type { Instant } from "../time/zone.ts";
import type { Clash } from "./clashes.ts";
import type { HandIn, Maxima, Work } from "./gradebook.ts";
import { isHandedIn, type Part } from "./work.ts";

/** The maxima of the columns that a student's parts stand in; of the first column for none of them. */
export type MaximaOf = (parts: readonly Part[]) => Maxima;
type MaximaIn = { readonly of: MaximaOf; readonly all: () => Maxima };

/** Makes one student's parts of a component into one piece of work. */
export function combine(
  component: Component,
  parts: readonly Part[],
  maxima: MaximaIn,
  due: Instant | undefined,
  sid: string,
  clash: (clash: Clash) => void,
): Work {
  return component.combine === "sum"
    ? addUp(parts, maxima, due)
    : chooseOne(component, parts, maxima.of, sid, clash);
}

/** An exam in variants: at most one column has a score; else the first that was handed in waits for one. */
function chooseOne(
  component: Component,
  parts: readonly Part[],
  maximaOf: MaximaOf,
  sid: string,
  clash: (clash: Clash) => void,
): Work {
  const said = parts.filter(({ score, excuse }) => score !== undefined || excuse === "excused");
  const [first, second] = said;
  const scored = said.find(({ score }) => score !== undefined);
  if (scored !== undefined && first !== undefined && second !== undefined)
    clash({ component, sid, first, second });
  if (scored?.score !== undefined)
    return { kind: "graded", scores: [scored.score], maxima: maximaOf([scored]), handIn: scored.handIn };
  if (first !== undefined) return excusedWork(first, maximaOf([first]));
  const waiting = parts.find(isSubmitted);
  if (waiting !== undefined)
    return {
      kind: "ungraded",
      partial: [],
      maxima: maximaOf([waiting]),
      waiting: maximaOf([waiting]),
      handIn: waiting.handIn,
      cell: waiting.cell,
    };
  const apart = parts.length > 0 && parts.every(({ excuse }) => excuse !== undefined) ? parts[0] : undefined;
  if (apart !== undefined) return excusedWork(apart, maximaOf([apart]));
  return { kind: "missing", maxima: maximaOf([]), cell: parts[0]?.cell };
}

function excusedWork({ excuse = "excused", cell }: Part, maxima: Maxima): Work {
  return { kind: "excused", why: excuse, maxima, cell };
}

/** Code and write-up handed in apart: points and maxima add up, the larger lateness counts once. */
function addUp(parts: readonly Part[], of: MaximaIn, due: Instant | undefined): Work {
  const maxima = of.all();
  const excused = parts.find(({ excuse }) => excuse !== undefined);
  if (excused !== undefined) return excusedWork(excused, maxima);
  const handedIn = parts.filter(isSubmitted);
  const waiting = handedIn.filter(({ score }) => score === undefined);
  const [first] = waiting;
  const handIn = latest(
    handedIn.map((part) => part.handIn),
    due,
  );
  const scores = parts.flatMap(({ score }) => score ?? []);
  if (first !== undefined)
    return {
      kind: "ungraded",
      partial: scores,
      maxima,
      waiting: of.of(waiting),
      handIn,
      cell: first.cell,
    };
  if (scores.length === 0) return { kind: "missing", maxima, cell: parts[0]?.cell };
  return { kind: "graded", scores, maxima, handIn };
}

function isSubmitted({ handIn, isWaiting }: Part): boolean {
  return isWaiting || isHandedIn(handIn);
}

function latest(handIns: readonly HandIn[], due: Instant | undefined): HandIn {
  const none: HandIn = { submitted: undefined, lateness: undefined };
  return handIns.reduce(
    (worst, next) => (lateBy(next, due) > lateBy(worst, due) ? next : worst),
    handIns[0] ?? none,
  );
}

/** The export's lateness, else the time past the policy's due time. */
function lateBy({ lateness, submitted }: HandIn, due: Instant | undefined): number {
  if (lateness !== undefined) return lateness.value;
  return submitted === undefined || due === undefined ? 0 : Math.max(0, submitted.value - due);
}
