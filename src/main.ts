import { Command, CommanderError, Option } from "commander";
import type { compute } from "./commands/compute.ts";
import { EXIT, type ExitCode } from "./commands/options.ts";
import type { policyShow } from "./commands/policy-show.ts";
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

function buildProgram(world: World, end: (code: ExitCode) => void): Command {
  const program = new Command("grades")
    .description("Compute final course grades exactly, and show why.")
    .version(VERSION, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
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
  program
    .command("compute")
    .description("Compute the final grades of a term and write them to a folder.")
    .argument("<roster>", "the roster's CSV file; - reads standard input")
    .addOption(new Option("--scores <file...>", "score exports (default: scores*.csv beside the roster)"))
    .option("--extensions <file>", "extensions (default: extensions.csv beside the roster)")
    .option("--adjustments <file>", "adjustments (default: adjustments.csv beside the roster)")
    .option(
      "--cutoffs <file>",
      "frozen cut-offs (default: cutoffs.csv beside the roster, else the curve is fitted)",
    )
    .option("--policy <file|name>", "the policy (default: policy.yaml beside the roster, else cs182-sp22)")
    .option("--no-discover", "use only the files that are named")
    .option("--track <track>", "the track of a roster that does not say it")
    .option("--allow-sparse <component...>", "accept a component that hardly anybody has a score for")
    .option("--out <dir>", "the folder to write to; - prints grades.csv alone", "grades-out")
    .option("--json", "print a machine summary instead of text")
    .option("--quiet", "print errors only")
    .option("--no-color", "print without colour")
    .action(async (roster: string, options: Parameters<typeof compute>[2]) => {
      const command = await import("./commands/compute.ts");
      end(await command.compute(world, roster, options));
    });
  program
    .command("policy")
    .description("Work with the policy that decides the grades.")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .command("show")
    .description("Print the policy in force with its clauses and interpretations.")
    .option("--policy <file|name>", "a policy file or a built-in policy", "cs182-sp22")
    .option("--json", "print it as JSON")
    .option("--no-color", "print without colour")
    .action(async (options: Parameters<typeof policyShow>[1]) => {
      const command = await import("./commands/policy-show.ts");
      end(await command.policyShow(world, options));
    });
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
