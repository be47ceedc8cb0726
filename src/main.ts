import { Command, CommanderError } from "commander";
import { addCheck } from "./cli/check.ts";
import { addCompute } from "./cli/compute.ts";
import { addCurve } from "./cli/curve.ts";
import { addDiff } from "./cli/diff.ts";
import { addExplain } from "./cli/explain.ts";
import { withHelp } from "./cli/flags.ts";
import { addPolicy } from "./cli/policy.ts";
import { addReport } from "./cli/report.ts";
import { addSlipDays } from "./cli/slip-days.ts";
import { addVerify } from "./cli/verify.ts";
import { EXIT, type ExitCode } from "./commands/options.ts";
import type { World } from "./io/world.ts";
import { VERSION } from "./version.ts";

export { nodeWorld } from "./io/node-world.ts";

/** Runs one command line in a world; the exit code is the answer. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = buildProgram(world, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? EXIT.done : EXIT.usage;
    world.stderr.write(defectText(argv, failure));
    return EXIT.defect;
  }
}

/** A fresh program for each run; a command's own code is loaded when it is called. */
function buildProgram(world: World, end: (code: ExitCode) => void): Command {
  const program = withHelp(new Command("grades"))
    .description("Compute final course grades exactly, and show why.")
    .version(VERSION, "--version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError();
  for (const add of [
    addCompute,
    addCheck,
    addSlipDays,
    addExplain,
    addCurve,
    addReport,
    addPolicy,
    addDiff,
    addVerify,
  ])
    add(program, { world, end });
  return program;
}

/** A defect of the program, said without a stack trace. */
function defectText(argv: readonly string[], failure: unknown): string {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return [
    `defect: ${reason}`,
    "This is a mistake of the program, not of your files; nothing can be said about the grades.",
    `Please report it with this command and its inputs: grades ${argv.join(" ")}`,
    "",
  ].join("\n");
}
