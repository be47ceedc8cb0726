import type { Input } from "../io/inputs.ts";
import { AUDIT, type Output } from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import { cutoffTable } from "../reports/cutoff-table.ts";
import { gradesTable } from "../reports/grades-table.ts";
import { slipDayTable } from "../reports/slip-day-table.ts";
import { auditLines } from "../writers/audit.ts";
import { csvText } from "../writers/csv.ts";
import type { GradedTerm } from "./attempt.ts";
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
