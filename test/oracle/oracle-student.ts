// One student: weights after missed exams and moves, accepted homeworks, the total and the status.
import type Fraction from "fraction.js";
import { type Adjustments, adjusted } from "./oracle-adjustments.ts";
import type { Component, Policy } from "./oracle-policy.ts";
import type { Student } from "./oracle-roster.ts";
import {
  type Accepted,
  bestForStudent,
  daysLate,
  inDueOrder,
  type LateHomework,
} from "./oracle-slip-days.ts";
import { ZERO } from "./oracle-table.ts";
import type { Gradebook, Work } from "./oracle-work.ts";

export type Part = {
  readonly component: Component;
  readonly work: Work;
  readonly daysLate: number;
  readonly missed: boolean;
  readonly settled: boolean; // under `set` or `zero`: the export's score and lateness no longer matter
  readonly counted: (accepted: boolean) => Fraction | undefined; // undefined: waits for its score
};

export type Result = {
  readonly student: Student;
  readonly adjustments: Adjustments;
  readonly parts: readonly Part[];
  readonly hasRows: boolean;
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly budget: number;
  readonly accepted: (part: Part) => boolean;
  readonly open: readonly Part[]; // late and without a score where the best set waits for it
  readonly status: "final" | "incomplete" | "undecided";
  readonly total: Fraction | undefined; // whenever everything that counts is known
  readonly totalWithZeros: Fraction | undefined; // missed exams without another reading counted as zero
  readonly gainIfBest: Fraction | undefined;
};

export function resultOf(
  student: Student,
  adjustments: Adjustments,
  gradebook: Gradebook,
  policy: Policy,
): Result {
  const own = policy.weights.get(student.track) ?? new Map<string, Fraction>();
  const parts = policy.components
    .filter(({ id }) => own.has(id))
    .map((component) => partOf(component, gradebook.work(student, component), adjustments, policy));
  const hasRows = gradebook.hasRows(student);
  const missed = parts.filter((part) => part.missed).map((part) => part.component.id);
  const reading = (id: string): string => policy.missed(id, student.track);
  const weights = weightsOf(own, adjustments, missed, reading);

  const late = byDueDate(parts).filter((part) => part.component.slipDays && part.daysLate > 0);
  const budget = Math.max(0, policy.budget + adjustments.slipDays);
  const dueOrder = inDueOrder(
    late.map((part) => lateHomework(part, weights)),
    budget,
  );
  const competing = late.filter((part) => !part.settled && weights.has(part.component.id));
  const unscored = competing.filter((part) => part.work.state === "ungraded" && part.daysLate <= budget);
  const bestIsOpen = unscored.length > 0;
  const bestOrder = (): Accepted => {
    const scored = competing.filter((part) => part.work.state === "scored");
    return bestForStudent(
      scored.map((part) => lateHomework(part, weights)),
      budget,
    );
  };
  const inForce = policy.bestForStudent && !bestIsOpen ? bestOrder() : dueOrder;
  const acceptedIn = (order: Accepted) => (part: Part) => part.daysLate === 0 || order.has(part.component.id);

  const counting = parts.filter((part) => weights.has(part.component.id));
  const waiting =
    !hasRows ||
    (policy.bestForStudent && bestIsOpen) ||
    counting.some((part) => !part.missed && part.counted(acceptedIn(inForce)(part)) === undefined);
  const absent = counting.filter((part) => part.missed).map((part) => reading(part.component.id));
  const sum = (order: Accepted): Fraction =>
    counting.reduce((total, part) => {
      const points = part.missed ? ZERO : (part.counted(acceptedIn(order)(part)) ?? ZERO);
      return total.add(weightOf(part, weights).mul(points).div(part.work.maximum));
    }, ZERO);

  const totalWithZeros = waiting ? undefined : sum(inForce);
  const total = absent.every((read) => read === "zero") ? totalWithZeros : undefined;
  const status = statusOf(
    adjustments,
    waiting || absent.includes("undecided"),
    absent.includes("incomplete"),
  );
  const comparable = status === "final" && total !== undefined && !policy.bestForStudent && !bestIsOpen;
  return {
    student,
    adjustments,
    parts,
    hasRows,
    weights,
    budget,
    accepted: acceptedIn(inForce),
    open: policy.bestForStudent ? unscored : [],
    status,
    total,
    totalWithZeros,
    gainIfBest: comparable ? sum(bestOrder()).sub(total) : undefined,
  };
}

function partOf(component: Component, work: Work, adjustments: Adjustments, policy: Policy): Part {
  const value = (action: string): string | undefined => adjustments.part(component.id, action);
  const settled = value("set") !== undefined || value("zero") !== undefined;
  const absent = value("absent") !== undefined || (work.state === "missing" && !settled);
  const { moves } = adjustments.extension(component.id);
  return {
    component,
    work,
    daysLate: component.slipDays ? daysLate(work, component, moves, policy) : 0,
    missed: component.absence === "missed" && absent,
    settled,
    counted: (accepted) => {
      const waits = accepted && work.state === "ungraded";
      return adjusted(waits ? undefined : accepted ? work.points : ZERO, work.maximum, value);
    },
  };
}

// A moved component's weight, then a missed one's, goes to the component that takes it over.
function weightsOf(
  own: ReadonlyMap<string, Fraction>,
  adjustments: Adjustments,
  missed: readonly string[],
  reading: (id: string) => string,
): ReadonlyMap<string, Fraction> {
  const weights = new Map(own);
  const hand = (from: string, to: string): void => {
    weights.set(to, (weights.get(to) ?? ZERO).add(weights.get(from) ?? ZERO));
    weights.delete(from);
  };
  for (const id of own.keys()) {
    const target = adjustments.part(id, "move-weight");
    if (target !== undefined) hand(id, target);
  }
  for (const _ of missed) {
    for (const id of missed) if (weights.has(id) && own.has(reading(id))) hand(id, reading(id));
  }
  return weights;
}

const weightOf = (part: Part, weights: ReadonlyMap<string, Fraction>): Fraction =>
  weights.get(part.component.id) ?? ZERO;

export function byDueDate(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => (a.component.due ?? 0) - (b.component.due ?? 0));
}

function lateHomework(part: Part, weights: ReadonlyMap<string, Fraction>): LateHomework {
  const points = (part.counted(true) ?? ZERO).sub(part.counted(false) ?? ZERO);
  const worth = weightOf(part, weights).mul(points).div(part.work.maximum);
  return { id: part.component.id, days: part.daysLate, worth };
}

function statusOf(adjustments: Adjustments, undecided: boolean, incomplete: boolean): Result["status"] {
  if (adjustments.grade !== undefined) return "final";
  if (adjustments.incomplete) return "incomplete";
  if (undecided) return "undecided";
  return incomplete ? "incomplete" : "final";
}
