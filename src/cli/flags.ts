import type { Command } from "commander";
import type { ExitCode } from "../commands/options.ts";
import type { World } from "../io/world.ts";

/** What a command line needs to run a command: the world, and where its exit code goes. */
export interface Run {
  readonly world: World;
  readonly end: (code: ExitCode) => void;
}

/** The input flags that every command which reads a roster takes. */
export function withInputFlags(command: Command): Command {
  return command
    .argument("<roster>", "the roster's CSV file; - reads standard input")
    .option("--scores <file...>", "score exports (default: scores*.csv beside the roster)")
    .option("--extensions <file>", "extensions (default: extensions.csv beside the roster)")
    .option("--adjustments <file>", "adjustments (default: adjustments.csv beside the roster)")
    .option(
      "--cutoffs <file>",
      "frozen cut-offs (default: cutoffs.csv beside the roster, else the curve is fitted)",
    )
    .option("--policy <file|name>", "the policy (default: policy.yaml beside the roster, else cs182-sp22)")
    .option("--no-discover", "use only the files that are named")
    .option("--track <track>", "the track of a roster that does not say it")
    .option("--allow-sparse <component...>", "accept a component that hardly anybody has a score for");
}

/** How a command prints. */
export function withPrintFlags(command: Command): Command {
  return command
    .option("--json", "print a machine summary instead of text")
    .option("--quiet", "print errors only")
    .option("--no-color", "print without colour");
}

/** How a command that draws does so. */
export function withDrawFlags(command: Command): Command {
  return command.option("--ascii", "draw with plain characters, for terminals without blocks");
}

/** The help option, worded like the rest. */
export function withHelp(command: Command): Command {
  return command.helpOption("--help", "print this help").helpCommand(false);
}
