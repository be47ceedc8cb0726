import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { findStudents } from "../gradebook/find-students.ts";
import type { Student } from "../gradebook/gradebook.ts";
import { namesOf, titlePattern } from "../gradebook/match-components.ts";
import { nearestStudents } from "../gradebook/one-student.ts";
import { type Input, readInputs } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import type { Policy } from "../policy/parameters.ts";
import { sidKey } from "../records/sid.ts";
import { readTable, type Table } from "../records/table.ts";
import { ONLY, type SlipDayFilter } from "../reports/slip-day-filter.ts";

export interface SlipDayOptions {
  readonly student?: string;
  readonly assignment?: string;
  readonly only?: string;
  readonly declared?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** What can be said of the options before any file is read. */
export function checkOptions({ only, csv, json, declared }: SlipDayOptions, report: Report): void {
  const known = ONLY.join(", ");
  if (only !== undefined && !ONLY.some((own) => own === only))
    report(problem("option-value", { option: "--only", text: only, known }));
  if (csv !== true) return;
  if (json === true) report(problem("option-conflict", { first: "--csv", second: "--json" }));
  if (declared !== undefined) report(problem("option-conflict", { first: "--csv", second: "--declared" }));
}

/** Reads the file of --declared as a table, under a name that no other input has. */
export function readDeclared(
  world: World,
  { declared: path }: SlipDayOptions,
  inputs: readonly Input[],
  report: Report,
): { readonly input: Input; readonly table: Table } | undefined {
  if (path === undefined) return undefined;
  const [found] = readInputs(world, [{ role: "declared", path }], report);
  if (found === undefined) return undefined;
  const taken = inputs.some(({ name }) => name === found.name);
  const input = taken ? { ...found, name: path } : found;
  const table = readTable(input.name, input.text, report);
  return table && { input, table };
}

/** The filter that the options describe; a student or homework that there is not is reported. */
export function filterOf(
  { student, assignment, only }: SlipDayOptions,
  policy: Policy,
  students: readonly Student[],
  report: Report,
): SlipDayFilter {
  return {
    students: student === undefined ? undefined : keysOf(student, students, report),
    assignment: assignment === undefined ? undefined : homeworkOf(assignment, policy, report),
    only: ONLY.find((own) => own === only),
  };
}

function keysOf(text: string, students: readonly Student[], report: Report): ReadonlySet<string> {
  const found = findStudents(students, text);
  if (found.length === 0) {
    const close = nearestStudents(students, text).map(({ sid, name }) => `${sid.value}  ${name}`);
    const facts = { text, nearest: close.length === 0 ? undefined : close.join("; or ") };
    report(problem("student-not-found", facts));
  }
  return new Set(found.map(({ sid }) => sidKey(sid.value)));
}

function homeworkOf(text: string, { components }: Policy, report: Report): string | undefined {
  const homeworks = components.filter(({ slipDays }) => slipDays);
  const found = homeworks.find((component) => titlePattern(namesOf(component)).test(text));
  const known = homeworks.map(({ id }) => id).join(", ");
  if (found === undefined)
    report(
      problem("option-unknown-name", { path: "--assignment", kind: "homework with slip days", text, known }),
    );
  return found?.id;
}
