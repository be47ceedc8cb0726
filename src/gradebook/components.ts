import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { shortestText } from "../exact/decimal.ts";
import { compare, isNegative, type Rational, sum } from "../exact/rational.ts";
import type { Component, ComponentId, Policy } from "../policy/parameters.ts";
import { trackOf } from "../policy/parameters.ts";
import type { ScoreRow } from "../records/score-file.ts";
import { durationText } from "../time/format.ts";
import { type Instant, resolve, type Zone } from "../time/zone.ts";
import { type Clash, reportClashes } from "./clashes.ts";
import { combine } from "./combine.ts";
import type { Enrolled } from "./enroll.ts";
import type { Work } from "./gradebook.ts";
import type { Joined } from "./join.ts";
import type { MatchedColumn, Matches } from "./match-components.ts";
import { type ColumnMaximum, isHandedIn, maximumField, type Part, readMaximum, readPart } from "./work.ts";

/** Reads the work of one student after another. */
export interface WorkReader {
  /** A student's work on every component that a column holds. */
  readonly read: (student: Enrolled) => ReadonlyMap<ComponentId, Work>;
  /** Reports what only all students together show. */
  readonly finish: () => void;
}

/** Prepares the columns once (their maxima are checked here) and reads students one by one. */
export function workReader(
  policy: Policy,
  matches: Matches,
  joined: Joined,
  at: Zone,
  report: Report,
): WorkReader {
  const prepared = policy.components.map((component) => ({
    component,
    due: component.due === undefined ? undefined : resolve(at, component.due).instant,
    columns: (matches.byComponent.get(component.id) ?? []).map((column) => ({
      column,
      rows: joined.rows.get(column.sheet) ?? new Map<string, ScoreRow>(),
      maximum: readMaximum(column, component.title, report),
    })),
  }));
  const clashes: Clash[] = [];
  return {
    read: (student) =>
      new Map(
        prepared.map(
          ({ component, due, columns }) => [component.id, workOf(component, due, columns, student)] as const,
        ),
      ),
    finish: () => reportClashes(clashes, report),
  };

  function workOf(
    component: Component,
    due: Instant | undefined,
    columns: readonly Prepared[],
    student: Enrolled,
  ): Work {
    const sid = student.sid.value;
    const present = columns.flatMap(({ column, rows }): readonly Present[] => {
      const row = rows.get(student.key);
      return row === undefined ? [] : [{ row, column }];
    });
    const parts = present.map(({ row, column }) => readPart(column, row, component.title, sid, at, report));
    const maxima = {
      of: (of: readonly Part[]) => {
        const chosen = columns.filter(({ column }) => of.some((part) => part.column === column));
        return (chosen.length > 0 ? chosen : columns.slice(0, 1)).map((column) => maximumIn(column, present));
      },
      all: () => columns.map((column) => maximumIn(column, present)),
    };
    const work = combine(component, parts, maxima, due, sid, (clash) => clashes.push(clash));
    warnOf(component, work, student, policy, report);
    return work;
  }
}

interface Prepared {
  readonly column: MatchedColumn;
  readonly rows: ReadonlyMap<string, ScoreRow>;
  readonly maximum: ColumnMaximum | undefined;
}

interface Present {
  readonly column: MatchedColumn;
  readonly row: ScoreRow;
}

/** A column's maximum in the student's own row; in the first row that has it where the student has none. */
function maximumIn({ column, maximum }: Prepared, present: readonly Present[]): Field<Rational> | undefined {
  if (maximum === undefined) return undefined;
  const own = present.find((part) => part.column === column);
  if (own !== undefined) return maximumField(column, maximum, own.row);
  const cell = {
    file: column.sheet.table.file,
    line: maximum.line,
    column: (column.columns.maximum ?? 0) + 1,
  };
  return { value: maximum.value, cell };
}

function warnOf(component: Component, work: Work, student: Enrolled, policy: Policy, report: Report): void {
  if (work.kind === "missing" || student.track === undefined) return;
  if (work.kind === "excused" && work.why === "not assigned") return;
  const named = { what: component.title, sid: student.sid.value };
  const cell = work.kind === "graded" ? work.scores[0]?.cell : work.cell.cell;
  if (!trackOf(policy, student.track).weights.has(component.id)) {
    report(problem("score-not-of-track", { ...named, track: student.track }, cell));
    return;
  }
  if (work.kind === "excused") return;
  const { lateness } = work.handIn;
  if (!component.slipDays && lateness !== undefined && lateness.value > 0 && isHandedIn(work.handIn))
    report(problem("lateness-ignored", { ...named, text: durationText(lateness.value) }, lateness.cell));
  if (work.kind === "ungraded") return;
  const points = sum(work.scores.map(({ value }) => value));
  const highest = sum(work.maxima.map((maximum) => maximum?.value ?? component.points));
  if (isNegative(points)) report(problem("score-negative", { ...named, text: shortestText(points) }, cell));
  else if (compare(points, highest) > 0) {
    const facts = { ...named, text: shortestText(points), maximum: shortestText(highest) };
    report(problem("score-over-maximum", facts, cell));
  }
}
