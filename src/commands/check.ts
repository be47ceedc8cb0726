import type { World } from "../io/world.ts";
import { readiness } from "../reports/readiness.ts";
import { readinessJson } from "../writers/readiness-json.ts";
import { readinessText } from "../writers/readiness-text.ts";
import { attempt, stoppedBy } from "./attempt.ts";
import { inputKinds, inputRoles } from "./input-kinds.ts";
import { EXIT, type ExitCode, type InputOptions, type OutputOptions } from "./options.ts";
import { coloursOf, printDiagnostics, printJson } from "./print.ts";

export type CheckOptions = InputOptions & Omit<OutputOptions, "out">;

/** Says everything that `compute` would say of a term's files and policy, and what it would do; writes nothing. */
export async function check(world: World, roster: string, flags: CheckOptions): Promise<ExitCode> {
  const options = { ...flags, out: "" };
  const { inputs, diagnostics, term, graded } = await attempt(world, roster, options);
  const found = readiness({
    inputs: term === undefined ? inputRoles(inputs) : inputKinds(term),
    policy: term?.policy,
    gradebook: term?.gradebook,
    grades: graded?.grades.grades,
    diagnostics,
  });
  const undecided = found.undecided.length > 0 ? EXIT.undecided : EXIT.done;
  const exit = graded === undefined ? stoppedBy(diagnostics) : undecided;
  if (options.json === true) {
    printJson(world, options, diagnostics, inputs, exit, readinessJson(found));
    return exit;
  }
  printDiagnostics(world, options, diagnostics, inputs, exit);
  if (options.quiet !== true)
    world.stdout.write(readinessText(found, coloursOf(world, options, world.stdout)));
  return exit;
}
