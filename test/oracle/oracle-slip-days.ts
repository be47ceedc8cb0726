// Slip days: how late each homework is, and which late homeworks are accepted under either order.
import type Fraction from "fraction.js";
import { addCalendarDays, DAY } from "./los-angeles-clock.ts";
import type { Component, Policy } from "./oracle-policy.ts";
import { ZERO } from "./oracle-table.ts";
import type { Work } from "./oracle-work.ts";

// The due time with the extension in it: where the export shows a lateness, submission - lateness is its due.
export function dueWithExtension(work: Work, component: Component, extension: number): number {
  const shown = work.submitted !== undefined && (work.lateness ?? 0) > 0;
  const base = shown ? (work.submitted ?? 0) - (work.lateness ?? 0) : (component.due ?? 0);
  return addCalendarDays(base, extension);
}

export function daysLate(work: Work, component: Component, extension: number, policy: Policy): number {
  if (work.state === "missing" || work.lateness === 0) return 0;
  if (work.submitted === undefined) {
    const elapsed = (work.lateness ?? 0) - policy.grace;
    return Math.max(0, Math.ceil(elapsed / DAY) - extension);
  }
  const due = dueWithExtension(work, component, extension);
  const deadline = (days: number): number =>
    (policy.elapsed ? due + days * DAY : addCalendarDays(due, days)) + policy.grace;
  let days = 0;
  while (work.submitted > deadline(days)) days++;
  return days;
}

export type LateHomework = {
  readonly id: string;
  readonly days: number;
  readonly worth: Fraction; // what accepting it adds to the total
};

// Which homeworks are charged; the list is in order of their due dates.
export type Accepted = ReadonlySet<string>;

export function inDueOrder(late: readonly LateHomework[], budget: number): Accepted {
  const accepted = new Set<string>();
  let left = budget;
  for (const homework of late) {
    if (homework.days > left) continue;
    left -= homework.days;
    accepted.add(homework.id);
  }
  return accepted;
}

// Every subset within the budget: the highest worth, then the fewest days, then the earlier homeworks.
export function bestForStudent(late: readonly LateHomework[], budget: number): Accepted {
  type Plan = { readonly takes: readonly boolean[]; readonly days: number; readonly worth: Fraction };
  let plans: Plan[] = [{ takes: [], days: 0, worth: ZERO }];
  for (const homework of late) {
    plans = plans.flatMap(({ takes, days, worth }) => [
      { takes: [...takes, true], days: days + homework.days, worth: worth.add(homework.worth) },
      { takes: [...takes, false], days, worth },
    ]);
  }
  const rank = (a: Plan, b: Plan): number =>
    b.worth.compare(a.worth) || a.days - b.days || firstDifference(a.takes, b.takes);
  const [best] = plans.filter((plan) => plan.days <= budget).sort(rank);
  return new Set(late.filter((_, i) => best?.takes[i]).map((homework) => homework.id));
}

function firstDifference(a: readonly boolean[], b: readonly boolean[]): number {
  const at = a.findIndex((take, i) => take !== b[i]);
  return at < 0 ? 0 : a[at] ? -1 : 1;
}
