import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Input, readInputs } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import { clauses } from "../policy/clauses.ts";
import { policyOf } from "../policy/from-document.ts";
import { interpretations } from "../policy/interpretations.ts";
import type { Policy } from "../policy/parameters.ts";
import { DEFAULT_TERM, terms } from "../policy/terms/index.ts";
import { policyText } from "../writers/policy-text.ts";
import { hasErrors } from "./attempt.ts";
import { EXIT, type ExitCode } from "./options.ts";
import { coloursOf, printDiagnostics } from "./print.ts";

export interface PolicyShowOptions {
  readonly policy?: string;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Prints the policy in force with its clauses, or the one that is named. */
export async function policyShow(world: World, options: PolicyShowOptions): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = [];
  let inputs: readonly Input[] = [];
  const load = async (): Promise<Policy | undefined> => {
    const builtIn = options.policy === undefined ? DEFAULT_TERM : terms.get(options.policy);
    if (builtIn !== undefined || options.policy === undefined) return policyOf(builtIn ?? DEFAULT_TERM);
    const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
    inputs = readInputs(world, [{ role: "policy", path: options.policy }], report);
    const [file] = inputs;
    if (file === undefined) return undefined;
    return (await import("../policy/file/read.ts")).readPolicy(file.name, file.text, report);
  };
  const policy = await load();
  if (policy === undefined || hasErrors(diagnostics)) {
    printDiagnostics(world, { ...options, out: "" }, diagnostics, inputs, EXIT.wrong);
    return EXIT.wrong;
  }
  world.stdout.write(
    options.json === true
      ? `${JSON.stringify({ policy: policy.document, clauses, interpretations }, null, 2)}\n`
      : policyText(policy, coloursOf(world, options, world.stdout)),
  );
  return EXIT.done;
}
