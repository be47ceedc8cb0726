import type { Command } from "commander";
import type { check } from "../commands/check.ts";
import { type Run, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

const WORDS = `
Writes nothing. The exit code is the one that compute would end with: 0 ready,
1 something is wrong, 3 somebody's grade would be undecided.
`;

export function addCheck(program: Command, { world, end }: Run): void {
  const command = program
    .command("check")
    .description("Name every problem of a term's files and policy, and what compute would do.");
  withPrintFlags(withInputFlags(withHelp(command)))
    .addHelpText("after", WORDS)
    .action(async (roster: string, options: Parameters<typeof check>[2]) => {
      const verb = await import("../commands/check.ts");
      end(await verb.check(world, roster, options));
    });
}
