import type { ParameterLeaf } from "../derivation/derivation.ts";
import { expectedDue, exportedDue } from "../gradebook/due-times.ts";
import type { Component, Policy } from "../policy/parameters.ts";
import { slipDayParameters } from "../policy/slip-days/parameters.ts";
import { addCalendarDays, type Instant, type Zone } from "../time/zone.ts";
import type { SlipDayRow, SlipDayStudent } from "./slip-day-ledger.ts";

/** The policy's due time of a homework beside those that the export shows for late work. */
export interface DueTimes {
  readonly component: Component;
  readonly policy: Instant;
  /** What the policy's due time comes from. */
  readonly parameter: ParameterLeaf;
  /** Late hand-ins for which the export shows the policy's due time, or the extension that it knows of. */
  readonly same: number;
  /** Other due times, the most common first. */
  readonly others: readonly { readonly due: Instant; readonly students: number }[];
}

/** What the export shows of an extension: that it was entered there, that it was not, or neither. */
export type Seen = "in-gradescope" | "not-in-gradescope" | "nothing";

/** An extension of extensions.csv, or one that only the export knows (`days` undefined). */
export interface ExtensionCheck {
  readonly student: SlipDayStudent;
  readonly row: SlipDayRow;
  readonly days: number | undefined;
  /** Whether extensions.csv says that it is in Gradescope. */
  readonly marked: boolean;
  readonly seen: Seen;
}

/** The due times of each homework that has slip days. */
export function dueTimes(policy: Policy, students: readonly SlipDayStudent[], at: Zone): readonly DueTimes[] {
  const parameters = slipDayParameters(policy);
  const found = new Map<Component, { due: Instant; same: number; others: Map<Instant, number> }>();
  for (const { entry, extension } of students.flatMap(({ rows }) => rows)) {
    const own = found.get(entry.component) ?? { due: entry.policyDue, same: 0, others: new Map() };
    found.set(entry.component, own);
    const shown = entry.handIn && exportedDue(entry.handIn);
    if (shown === undefined) continue;
    if (shown === expectedDue(entry.policyDue, extension, at)) own.same += 1;
    else own.others.set(shown, (own.others.get(shown) ?? 0) + 1);
  }
  return [...found].map(([component, { due, same, others }]) => ({
    component,
    policy: due,
    parameter: parameters.due(component),
    same,
    others: [...others]
      .map(([shown, count]) => ({ due: shown, students: count }))
      .sort((a, b) => b.students - a.students || a.due - b.due),
  }));
}

/** Every extension, and every hand-in for which the export shows a later due time than for the class. */
export function extensionChecks(
  students: readonly SlipDayStudent[],
  times: readonly DueTimes[],
  at: Zone,
): readonly ExtensionCheck[] {
  const usual = new Map(times.map((own) => [own.component, usualDue(own)]));
  return students.flatMap((student) =>
    student.rows.flatMap((row): readonly ExtensionCheck[] => {
      const { entry, extension } = row;
      const seen = seenIn(row, usual.get(entry.component) ?? entry.policyDue, at);
      if (extension === undefined && seen !== "in-gradescope") return [];
      const marked = extension?.inGradescope ?? false;
      return [{ student, row, days: extension?.days.value, marked, seen }];
    }),
  );
}

/** What the export holds the class to: what it shows most often. */
function usualDue({ policy, same, others }: DueTimes): Instant {
  const [first] = others;
  return first !== undefined && first.students > same ? first.due : policy;
}

function seenIn({ entry, extension }: SlipDayRow, usual: Instant, at: Zone): Seen {
  const { submitted, lateness } = entry.handIn ?? {};
  const shown = entry.handIn && exportedDue(entry.handIn);
  if (shown !== undefined) {
    if (extension !== undefined && shown === addCalendarDays(at, usual, extension.days.value))
      return "in-gradescope";
    return shown > usual ? "in-gradescope" : "not-in-gradescope";
  }
  const onTime = lateness !== undefined && lateness.value === 0;
  return onTime && submitted !== undefined && submitted.value > usual ? "in-gradescope" : "nothing";
}
