import { problem } from "../diagnostics/problem.ts";
import {
  AUDIT,
  checkOutputFolder,
  type Output,
  recordedPath,
  reportUnfinished,
  writeOutputs,
} from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import type { Grades } from "../policy/policy.ts";
import { cutoffTable } from "../reports/cutoff-table.ts";
import { gradesTable } from "../reports/grades-table.ts";
import { slipDayTable } from "../reports/slip-day-table.ts";
import { summarize } from "../reports/summary.ts";
import { VERSION } from "../version.ts";
import { auditText } from "../writers/audit.ts";
import { csvText } from "../writers/csv.ts";
import { attempt, stoppedBy } from "./attempt.ts";
import { inputKinds } from "./input-kinds.ts";
import type { LoadedTerm } from "./load.ts";
import { EXIT, type ExitCode, type InputOptions, type OutputOptions } from "./options.ts";
import { printDiagnostics, printSummary } from "./print.ts";

const STDOUT = "-";

/** Computes the grades of a term, writes the files or none, and says what came out. */
export async function compute(
  world: World,
  roster: string,
  options: InputOptions & OutputOptions,
): Promise<ExitCode> {
  const toFolder = options.out !== STDOUT;
  const { inputs, diagnostics, report, graded } = await attempt(world, roster, options, (found, tell) => {
    if (toFolder) checkOutputFolder(world, options.out, found, tell);
    else if (options.json === true) tell(problem("option-conflict", { first: "--json", second: "--out -" }));
  });
  const stop = (): ExitCode => {
    const exit = stoppedBy(diagnostics);
    printDiagnostics(world, options, diagnostics, inputs, exit);
    return exit;
  };
  if (graded === undefined) return stop();
  const { term, grades } = graded;
  const files = outputFiles(world, term, grades, options);
  if (toFolder) {
    reportUnfinished(world, options.out, report);
    if (!writeOutputs(world, options.out, files, report)) return stop();
  }
  const exit = grades.grades.some(({ status }) => status.kind === "undecided") ? EXIT.undecided : EXIT.done;
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const written = toFolder ? files.map(({ name }) => `${options.out}/${name}`) : [];
  const summary = summarize(term.policy, term.gradebook, grades, inputKinds(term), warnings, written);
  printDiagnostics(world, options, diagnostics, inputs, exit, summary);
  if (toFolder) printSummary(world, options, summary);
  else world.stdout.write(files[0]?.text ?? "");
  return exit;
}

function outputFiles(
  world: World,
  term: LoadedTerm,
  grades: Grades,
  options: InputOptions & OutputOptions,
): readonly Output[] {
  const tables = [
    { name: "grades.csv", text: csvText(gradesTable(term.policy, grades)) },
    { name: "slip-days.csv", text: csvText(slipDayTable(term.zone, grades.grades)) },
    { name: "cutoffs.csv", text: csvText(cutoffTable(grades.cutoffs)) },
  ];
  if (options.out === STDOUT) return tables;
  const run = {
    version: VERSION,
    policyHash: world.hash(JSON.stringify(term.policy.document)),
    options: {
      ...(options.track === undefined ? {} : { track: options.track }),
      ...(options.allowSparse === undefined ? {} : { allow_sparse: [...options.allowSparse].sort() }),
    },
    inputs: term.inputs.map(({ role, name, path, hash }) => ({
      role,
      name,
      path: recordedPath(world, options.out, path),
      sha256: hash,
    })),
    outputs: tables.map(({ name, text }) => ({ path: name, sha256: world.hash(text) })),
  };
  return [...tables, { name: AUDIT, text: auditText(term.policy, term.zone, grades, run) }];
}
