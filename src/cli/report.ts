import type { Command } from "commander";
import type { report } from "../commands/report.ts";
import { type Run, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

export function addReport(program: Command, { world, end }: Run): void {
  const command = program
    .command("report")
    .description(
      "Write the distribution report alone, a self-contained HTML page; --public makes one to post.",
    );
  withPrintFlags(
    withInputFlags(withHelp(command))
      .option(
        "-o, --output <file>",
        "the file to write; - is standard output (default: report.html, report-public.html with --public)",
      )
      .option("--public", "aggregates only: no names, no SIDs, no small groups")
      .option("--threshold <n>", "the smallest group that --public prints (default: 10)"),
  ).action(async (roster: string, options: Parameters<typeof report>[2]) => {
    const verb = await import("../commands/report.ts");
    end(await verb.report(world, roster, options));
  });
}
