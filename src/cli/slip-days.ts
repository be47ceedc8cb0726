import type { Command } from "commander";
import type { slipDays } from "../commands/slip-days.ts";
import { type Run, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

const WORDS = `
Without a filter: the class summary, then every student with late homework or
an extension. Letters are by the cut-offs in force, which are not fitted again.

--only takes
  rejected       late homework that slip days do not cover
  late           late homework, accepted or rejected
  gain           students who would gain under best-for-student
  near-deadline  handed in within 10 minutes before or after the due time or the
                 end of a later day (extension and grace included)
`;

export function addSlipDays(program: Command, { world, end }: Run): void {
  const command = program
    .command("slip-days")
    .description("Show who was late by how much, and what it cost in slip days.");
  withPrintFlags(
    withInputFlags(withHelp(command))
      .option("--student <who>", "one student's full ledger: SID, e-mail address or a part of the name")
      .option("--assignment <name>", "one homework only")
      .option("--only <what>", "rejected, late, gain or near-deadline homework only (see below)")
      .option("--declared <file>", "compare with the students' own claims: sid,assignment,days")
      .option("--csv", "print the rows of slip-days.csv instead of text"),
  )
    .addHelpText("after", WORDS)
    .action(async (roster: string, options: Parameters<typeof slipDays>[2]) => {
      const verb = await import("../commands/slip-days.ts");
      end(await verb.slipDays(world, roster, options));
    });
}
