import { explorerScript } from "../explorer/script.ts";
import type { Input } from "../io/inputs.ts";
import { AUDIT, type Output, PAGE } from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import { type ClassSummary, classReport } from "../reports/class/class-report.ts";
import { cutoffTable } from "../reports/cutoff-table.ts";
import { gradesTable } from "../reports/grades-table.ts";
import { slipDayTable } from "../reports/slip-day-table.ts";
import { type Summary, summarize } from "../reports/summary.ts";
import { auditLines } from "../writers/audit.ts";
import { csvText } from "../writers/csv.ts";
import { classPage } from "../writers/html/page.ts";
import type { GradedTerm } from "./attempt.ts";
import { inputKinds } from "./input-kinds.ts";
import type { RecordedOptions } from "./options.ts";

/** An output that is one string. */
export interface TableOutput extends Output {
  readonly text: string;
}

/** What the record of a run says beside its grades; an input's path is relative to the output folder. */
export interface RunFacts {
  readonly version: string;
  readonly policyHash: string;
  readonly options: RecordedOptions;
  readonly inputs: readonly Pick<Input, "role" | "name" | "path" | "hash">[];
}

/** The files of a run that hold results, grades.csv first. */
export function tablesOf({ term, grades }: GradedTerm): readonly TableOutput[] {
  return [
    { name: "grades.csv", text: csvText(gradesTable(term.policy, grades)) },
    { name: "slip-days.csv", text: csvText(slipDayTable(term.zone, grades.grades)) },
    { name: "cutoffs.csv", text: csvText(cutoffTable(grades.cutoffs)) },
  ];
}

/** What a run has to say; `written` are the paths of its files. */
export function summaryOf({ term, grades, warnings }: GradedTerm, written: readonly string[] = []): Summary {
  return summarize(term.policy, term.gradebook, grades, inputKinds(term), warnings.length, written);
}

/** report.html: the same grades for people to look at. */
export function pageOf(
  world: World,
  { term, grades, warnings }: GradedTerm,
  summary: ClassSummary,
  { version, policyHash, inputs }: RunFacts,
): TableOutput {
  const run = {
    version,
    policySha256: policyHash,
    inputs: inputs.map(({ role, name, path, hash }) => ({ role, name, path, sha256: hash })),
  };
  const report = classReport(term.policy, grades, summary, warnings, run);
  return { name: PAGE, text: classPage(report, world.hash, { script: explorerScript }) };
}

/** audit.jsonl: what the other files were made from, and their hashes. */
export function auditOf(
  world: World,
  { term, grades }: GradedTerm,
  tables: readonly TableOutput[],
  { version, policyHash, options, inputs }: RunFacts,
): Output {
  const run = {
    version,
    policyHash,
    options: {
      ...(options.track === undefined ? {} : { track: options.track }),
      ...(options.allowSparse === undefined ? {} : { allow_sparse: [...options.allowSparse].sort() }),
    },
    inputs: inputs.map(({ role, name, path, hash }) => ({ role, name, path, sha256: hash })),
    outputs: tables.map(({ name, text }) => ({ path: name, sha256: world.hash(text) })),
  };
  return { name: AUDIT, text: auditLines(term.policy, term.zone, grades, run) };
}
