import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { textAt, writeFrozen } from "../io/freeze.ts";
import type { World } from "../io/world.ts";
import { CUTOFF_COLUMNS } from "../policy/curve/frozen.ts";
import type { Grades } from "../policy/policy.ts";
import { findColumn } from "../records/header.ts";
import { readTable } from "../records/table.ts";
import { frozenTable } from "../reports/frozen-table.ts";
import { csvText } from "../writers/csv.ts";
import type { CurveOptions } from "./curve-options.ts";

/** What became of --freeze; undefined, and said why, where nothing may be written. */
export type Frozen = "written" | "already there";

/** Writes the proposal as a file of frozen cut-offs, unless somebody could still move it or other cut-offs stand there. */
export function freeze(
  world: World,
  path: string,
  { force, provisional }: CurveOptions,
  grades: Grades,
  report: Report,
): Frozen | undefined {
  if (provisional !== true && grades.provisional.size > 0) {
    for (const [track, students] of grades.provisional)
      report(problem("freeze-provisional", { track, students }));
    return undefined;
  }
  const empty = [...grades.cutoffs].filter(
    ([, { cutoffs, source }]) => cutoffs.length === 0 && source.from === undefined,
  );
  for (const [track] of empty) report(problem("freeze-empty", { track }));
  if (empty.length > 0) return undefined;
  const text = csvText(frozenTable(grades));
  const there = textAt(world, path);
  if (there === text) return "already there";
  if (there !== undefined && !(force === true && isCutoffs(there))) {
    report(problem("freeze-exists", { isCutoffs: isCutoffs(there) }, { file: path }));
    return undefined;
  }
  return writeFrozen(world, path, text, report) ? "written" : undefined;
}

function isCutoffs(text: string): boolean {
  const table = readTable("", text, () => undefined);
  return (
    table !== undefined &&
    CUTOFF_COLUMNS.every((title) => findColumn(table, [title], () => undefined) !== undefined)
  );
}
