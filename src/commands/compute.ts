import { problem } from "../diagnostics/problem.ts";
import {
  checkOutputFolder,
  OUTPUT_NAMES,
  recordedPath,
  reportUnfinished,
  writeOutputs,
} from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import { VERSION } from "../version.ts";
import { attempt, stoppedBy } from "./attempt.ts";
import {
  type DrawingOptions,
  EXIT,
  type ExitCode,
  type InputOptions,
  type OutputOptions,
} from "./options.ts";
import { auditOf, pageOf, summaryOf, tablesOf } from "./outputs-of.ts";
import { printDiagnostics, printSummary } from "./print.ts";

const STDOUT = "-";

/** Computes the grades of a term, writes the files or none, and says what came out. */
export async function compute(
  world: World,
  roster: string,
  options: InputOptions & OutputOptions & DrawingOptions,
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
  const written = toFolder ? OUTPUT_NAMES.map((name) => `${options.out}/${name}`) : [];
  if (toFolder) reportUnfinished(world, options.out, report);
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const summary = { ...summaryOf(graded, written), warnings };
  const run = {
    version: VERSION,
    policyHash: world.hash(JSON.stringify(term.policy.document)),
    options,
    inputs: term.inputs.map((input) => ({ ...input, path: recordedPath(world, options.out, input.path) })),
  };
  const tables = tablesOf(graded);
  if (toFolder) {
    const results = [...tables, pageOf(world, graded, summary, run)];
    if (!writeOutputs(world, options.out, [...results, auditOf(world, graded, results, run)], report))
      return stop();
  }
  const exit = grades.grades.some(({ status }) => status.kind === "undecided") ? EXIT.undecided : EXIT.done;
  printDiagnostics(world, options, diagnostics, inputs, exit, summary);
  if (toFolder) printSummary(world, options, summary);
  else world.stdout.write(tables[0]?.text ?? "");
  return exit;
}
