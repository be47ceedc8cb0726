import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type ComponentId, type Policy, trackOf } from "../policy/parameters.ts";
import { type DecisionRow, readDecisions } from "../records/decisions.ts";
import type { Table } from "../records/table.ts";
import type { Enrolled } from "./enroll.ts";
import { enrolledStudent, namedComponent } from "./extensions.ts";

const DECLARED_COLUMNS = ["sid", "assignment", "days"] as const;
type DeclaredRow = DecisionRow<(typeof DECLARED_COLUMNS)[number]>;

/** The slip days that students say they spent, by SID key and homework. */
export type Claims = ReadonlyMap<string, ReadonlyMap<ComponentId, Field<number>>>;

/** Reads the students' claims: whole days, one row a student and homework, only where slip days apply. */
export function readClaims(
  table: Table,
  roster: readonly Enrolled[],
  policy: Policy,
  report: Report,
): Claims {
  const byKey = new Map(roster.map((student) => [student.key, student]));
  const found = new Map<string, Map<ComponentId, Field<number>>>();
  for (const row of readDecisions(table, "slip-day claims", DECLARED_COLUMNS, [], report)) {
    const claim = readClaim(row, byKey, policy, report);
    if (claim === undefined) continue;
    const { student, component, days } = claim;
    const own = found.get(student.key) ?? new Map<ComponentId, Field<number>>();
    const earlier = own.get(component.id);
    if (earlier === undefined) own.set(component.id, days);
    else {
      const facts = { what: component.title, sid: student.sid.value, line: earlier.cell.line };
      report(problem("declared-repeated", facts, row.assignment.cell));
    }
    found.set(student.key, own);
  }
  return found;
}

function readClaim(row: DeclaredRow, roster: ReadonlyMap<string, Enrolled>, policy: Policy, report: Report) {
  const student = enrolledStudent(row.sid, roster, report);
  const component = namedComponent(row.assignment, policy.components, report);
  const days = claimedDays(row.days, report);
  if (student?.track === undefined || component === undefined) return undefined;
  if (!component.slipDays || !trackOf(policy, student.track).weights.has(component.id)) {
    const facts = { what: component.title, sid: student.sid.value };
    report(problem("declared-no-slip-days", facts, row.assignment.cell));
    return undefined;
  }
  return days && { student, component, days };
}

function claimedDays({ value: text, cell }: Field<string>, report: Report): Field<number> | undefined {
  if (/^\d{1,4}$/.test(text)) return { value: Number(text), cell };
  report(problem("declared-days", { text }, cell));
  return undefined;
}
