import type { Command } from "commander";
import type { explain } from "../commands/explain.ts";
import { type Run, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

export function addExplain(program: Command, { world, end }: Run): void {
  const command = program
    .command("explain")
    .description("Show how one student's grade came about, every number down to its cell or clause.");
  withPrintFlags(
    withInputFlags(withHelp(command))
      .option("--student <who>", "the student: SID, e-mail address or a part of the name (required)")
      .option("--full", "add what did not change the result: every cut-off, day and derivation"),
  ).action(async (roster: string, options: Partial<Parameters<typeof explain>[2]>) => {
    const student = options.student?.trim() ?? "";
    // Not a required option of the parser, which would report it before the typo that caused it.
    if (student === "")
      command.error("error: name the student with --student: SID, e-mail address or a part of the name", {
        exitCode: 2,
      });
    const verb = await import("../commands/explain.ts");
    end(await verb.explain(world, roster, { discover: true, color: true, ...options, student }));
  });
}
