import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Component, ComponentId } from "../policy/parameters.ts";
import type { DecisionRow } from "../records/decisions.ts";
import { sidKey } from "../records/sid.ts";
import type { Enrolled } from "./enroll.ts";
import type { Extension } from "./gradebook.ts";
import { namesOf, titlePattern } from "./match-components.ts";

export const EXTENSION_COLUMNS = ["sid", "assignment", "days", "reason"] as const;
export const EXTENSION_OPTIONAL = ["in_gradescope"] as const;
export type ExtensionColumn = (typeof EXTENSION_COLUMNS)[number] | (typeof EXTENSION_OPTIONAL)[number];
export type ExtensionRow = DecisionRow<ExtensionColumn>;

/** The student that a row names, if one is enrolled; a waitlisted or dropped one is warned about. */
export function enrolledStudent(
  sid: Field<string>,
  roster: ReadonlyMap<string, Enrolled>,
  report: Report,
): Enrolled | undefined {
  const student = roster.get(sidKey(sid.value));
  if (student === undefined) report(problem("student-unknown", { sid: sid.value }, sid.cell));
  else if (student.role !== "enrolled")
    report(problem("student-left-out", { sid: student.sid.value, role: student.role }, sid.cell));
  return student?.role === "enrolled" ? student : undefined;
}

/** The component that a row names, by its id or any title that matches. */
export function namedComponent(
  assignment: Field<string>,
  components: readonly Component[],
  report: Report,
): Component | undefined {
  const found = components.find((component) => titlePattern(namesOf(component)).test(assignment.value));
  if (found === undefined) {
    const known = components.map(({ id }) => id).join(", ");
    report(problem("assignment-unknown", { text: assignment.value, known }, assignment.cell));
  }
  return found;
}

/** Extensions by student and homework: whole days above zero, one row each, only where slip days apply. */
export function readExtensions(
  rows: readonly ExtensionRow[],
  roster: ReadonlyMap<string, Enrolled>,
  components: readonly Component[],
  report: Report,
): ReadonlyMap<string, ReadonlyMap<ComponentId, Extension>> {
  const found = new Map<string, Map<ComponentId, Extension>>();
  for (const row of rows) {
    const student = enrolledStudent(row.sid, roster, report);
    const component = namedComponent(row.assignment, components, report);
    const days = wholeDays(row.days, report);
    const inGradescope = yesOrNo(row.in_gradescope, report);
    if (component !== undefined && !component.slipDays)
      report(problem("extension-no-slip-days", { what: component.title }, row.assignment.cell));
    if (student === undefined || component === undefined || days === undefined) continue;
    const own = found.get(student.key) ?? new Map<ComponentId, Extension>();
    const earlier = own.get(component.id);
    if (earlier === undefined) own.set(component.id, { days, inGradescope });
    else
      report(
        problem(
          "extension-repeated",
          { what: component.title, sid: student.sid.value, line: earlier.days.cell.line },
          row.assignment.cell,
        ),
      );
    found.set(student.key, own);
  }
  return found;
}

function wholeDays({ value: text, cell }: Field<string>, report: Report): Field<number> | undefined {
  if (/^\d{1,4}$/.test(text) && Number(text) > 0) return { value: Number(text), cell };
  report(problem("extension-days", { text }, cell));
  return undefined;
}

function yesOrNo({ value: text, cell }: Field<string>, report: Report): boolean {
  if (/^(?:no)?$/i.test(text)) return false;
  if (/^yes$/i.test(text)) return true;
  report(problem("extension-in-gradescope", { text }, cell));
  return false;
}
