import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { problem } from "../diagnostics/problem.ts";
import { parseDecimal } from "../exact/decimal.ts";
import { isNegative, type Rational, rational } from "../exact/rational.ts";
import type { Component, Policy } from "../policy/parameters.ts";
import { trackOf } from "../policy/parameters.ts";
import type { DecisionRow } from "../records/decisions.ts";
import type { Enrolled } from "./enroll.ts";
import { enrolledStudent, namedComponent } from "./extensions.ts";
import type { Adjustment, Deduction } from "./gradebook.ts";

export const ADJUSTMENT_COLUMNS = ["sid", "assignment", "action", "value", "reason"] as const;
export type AdjustmentRow = DecisionRow<(typeof ADJUSTMENT_COLUMNS)[number]>;

const ON_COMPONENT = ["set", "deduct", "zero", "absent", "move-weight"] as const;
const ON_STUDENT = ["slip-days", "incomplete", "grade"] as const;
type Action = (typeof ON_COMPONENT)[number] | (typeof ON_STUDENT)[number];
const ACTIONS: readonly Action[] = [...ON_COMPONENT, ...ON_STUDENT];

/** RD stands for a pending conduct case. */
export const REVIEW_DEFERRED = "RD";

/** Reads each row by itself; whether the adjustments of one student agree is checked afterwards. */
export function readAdjustments(
  rows: readonly AdjustmentRow[],
  roster: ReadonlyMap<string, Enrolled>,
  policy: Policy,
  report: Report,
): ReadonlyMap<string, readonly Adjustment[]> {
  const found = new Map<string, Adjustment[]>();
  for (const row of rows) {
    const student = enrolledStudent(row.sid, roster, report);
    const action = readAction(row.action, report);
    if (row.reason.value === "")
      report(problem("adjustment-reason", { action: row.action.value }, row.reason.cell));
    if (action === undefined) continue;
    const adjustment = readAdjustment(row, action, student, policy, report);
    if (student === undefined || adjustment === undefined) continue;
    const own = found.get(student.key);
    if (own === undefined) found.set(student.key, [adjustment]);
    else own.push(adjustment);
  }
  return found;
}

function readAction({ value: text, cell }: Field<string>, report: Report): Action | undefined {
  const action = ACTIONS.find((known) => known === text.toLowerCase());
  if (action === undefined)
    report(problem("adjustment-action", { text, nearest: nearest(text, ACTIONS) }, cell));
  return action;
}

function readAdjustment(
  row: AdjustmentRow,
  action: Action,
  student: Enrolled | undefined,
  policy: Policy,
  report: Report,
): Adjustment | undefined {
  const base = { cell: row.action, reason: row.reason.value };
  const whole = (ON_STUDENT as readonly Action[]).includes(action);
  if (whole !== (row.assignment.value === "")) {
    report(problem("adjustment-scope", { action, whole }, row.assignment.cell));
    return undefined;
  }
  if (action === "slip-days") {
    const days = signedDays(row.value, report);
    return days && { ...base, action, days };
  }
  if (action === "grade") {
    const letter = readLetter(row.value, policy, report);
    return letter && { ...base, action, letter };
  }
  if (row.value.value !== "" && ["incomplete", "zero", "absent"].includes(action)) {
    const expected = `nothing there: ${action} takes no value`;
    report(problem("adjustment-value", { action, text: row.value.value, expected }, row.value.cell));
  }
  if (action === "incomplete") return { ...base, action };
  const component = componentOfTrack(row.assignment, student, policy, report);
  if (action === "set") {
    const points = decimalValue(row.value, action, "points as a plain decimal, such as 12.5 or -5", report);
    return component && points && { ...base, action, component: component.id, points };
  }
  if (action === "deduct") {
    const amount = readDeduction(row.value, report);
    return component && amount && { ...base, action, component: component.id, amount };
  }
  if (action === "move-weight") {
    const to = componentOfTrack(row.value, student, policy, report);
    return component && to && { ...base, action, component: component.id, to: to.id };
  }
  if (action === "absent" && component !== undefined && component.absence !== "missed")
    report(problem("adjustment-absent-homework", { what: component.title }, row.assignment.cell));
  return component && { ...base, action, component: component.id };
}

function componentOfTrack(
  assignment: Field<string>,
  student: Enrolled | undefined,
  policy: Policy,
  report: Report,
): Component | undefined {
  const component = namedComponent(assignment, policy.components, report);
  if (component === undefined || student?.track === undefined) return component;
  if (trackOf(policy, student.track).weights.has(component.id)) return component;
  report(
    problem(
      "adjustment-not-of-track",
      { what: component.title, sid: student.sid.value, track: student.track },
      assignment.cell,
    ),
  );
  return undefined;
}

function decimalValue(
  { value: text, cell }: Field<string>,
  action: Action,
  expected: string,
  report: Report,
): Field<Rational> | undefined {
  const value = parseDecimal(text);
  if (value !== undefined) return { value, cell };
  report(problem("adjustment-value", { action, text, expected }, cell));
  return undefined;
}

function readDeduction({ value: text, cell }: Field<string>, report: Report): Deduction | undefined {
  const percent = text.endsWith("%");
  const value = parseDecimal(percent ? text.slice(0, -1).trim() : text);
  if (value !== undefined && !isNegative(value))
    return { unit: percent ? "percent" : "points", value: { value, cell } };
  const expected = "points to take away (5) or a share of the maximum (10%), not below zero";
  report(problem("adjustment-value", { action: "deduct", text, expected }, cell));
  return undefined;
}

function signedDays({ value: text, cell }: Field<string>, report: Report): Field<Rational> | undefined {
  if (/^[+-]?\d{1,4}$/.test(text) && Number(text) !== 0) return { value: rational(Number(text)), cell };
  const expected = "a whole number of days to give or take, such as +2 or -1";
  report(problem("adjustment-value", { action: "slip-days", text, expected }, cell));
  return undefined;
}

function readLetter(
  { value: text, cell }: Field<string>,
  policy: Policy,
  report: Report,
): Field<string> | undefined {
  const known = [...policy.letters.map(({ letter }) => letter), REVIEW_DEFERRED];
  const value = known.find((candidate) => candidate === text.toUpperCase());
  if (value !== undefined) return { value, cell };
  const expected = `one of ${known.join(", ")}`;
  report(problem("adjustment-value", { action: "grade", text, expected }, cell));
  return undefined;
}
