import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Component, Policy } from "../policy/parameters.ts";
import { isoText } from "../time/format.ts";
import { addCalendarDays, type Instant, resolve, type Zone } from "../time/zone.ts";
import type { Extension, HandIn, Student } from "./gradebook.ts";

/** Says once for each homework for how many students the export's due time is not the policy's, late or in time. */
export function reportDueTimes(students: readonly Student[], policy: Policy, at: Zone, report: Report): void {
  for (const component of policy.components) {
    if (!component.slipDays || component.due === undefined) continue;
    const due = resolve(at, component.due).instant;
    reportLonger(students, component, due, at, report);
    const others = students.flatMap((student) => otherDue(student, component, due, at) ?? []);
    const [first] = others;
    if (first === undefined) continue;
    const facts = {
      what: component.title,
      students: others.length,
      exported: isoText(at, mostCommon(others) ?? first.instant),
      policy: isoText(at, due),
    };
    report(problem("due-time-differs", facts, first.cell));
  }
}

/** Work that came after the policy's due time and is in time by the export: Gradescope gave that student longer. */
function reportLonger(
  students: readonly Student[],
  component: Component,
  due: Instant,
  at: Zone,
  report: Report,
): void {
  const given = students.flatMap((student) => {
    const work = student.work.get(component.id);
    if (work === undefined || work.kind === "missing" || work.kind === "excused") return [];
    const { submitted, lateness } = work.handIn;
    if (submitted === undefined || lateness?.value !== 0) return [];
    const expected = expectedDue(due, student.extensions.get(component.id), at);
    return submitted.value > expected ? [lateness.cell] : [];
  });
  const facts = { what: component.title, students: given.length, policy: isoText(at, due) };
  if (given[0] !== undefined) report(problem("due-time-longer", facts, given[0]));
}

interface OtherDue {
  readonly instant: Instant;
  readonly cell: { readonly file: string; readonly line: number; readonly column: number };
}

/** The due time that the export shows: submission minus lateness, where it shows lateness. */
export function exportedDue({ submitted, lateness }: HandIn): Instant | undefined {
  if (submitted === undefined || lateness === undefined || lateness.value === 0) return undefined;
  return submitted.value - lateness.value;
}

/** The due time that the export ought to show: moved by an extension that was entered in Gradescope. */
export function expectedDue(due: Instant, extension: Extension | undefined, at: Zone): Instant {
  return extension?.inGradescope === true ? addCalendarDays(at, due, extension.days.value) : due;
}

/** The export's due time where it shows another one than it ought to. */
function otherDue(student: Student, component: Component, due: Instant, at: Zone): OtherDue | undefined {
  const work = student.work.get(component.id);
  if (work === undefined || work.kind === "missing" || work.kind === "excused") return undefined;
  const { lateness } = work.handIn;
  const instant = exportedDue(work.handIn);
  if (instant === undefined || lateness === undefined) return undefined;
  const expected = expectedDue(due, student.extensions.get(component.id), at);
  return instant === expected ? undefined : { instant, cell: lateness.cell };
}

function mostCommon(others: readonly OtherDue[]): Instant | undefined {
  const counts = new Map<Instant, number>();
  for (const { instant } of others) counts.set(instant, (counts.get(instant) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0];
}
