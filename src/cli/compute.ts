import type { Command } from "commander";
import type { compute } from "../commands/compute.ts";
import { type Run, withDrawFlags, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

export function addCompute(program: Command, { world, end }: Run): void {
  const command = program
    .command("compute")
    .description("Compute the final grades of a term and write them to a folder.");
  withDrawFlags(
    withPrintFlags(
      withInputFlags(withHelp(command)).option(
        "--out <dir>",
        "the folder to write to; - prints grades.csv alone",
        "grades-out",
      ),
    ),
  ).action(async (roster: string, options: Parameters<typeof compute>[2]) => {
    const verb = await import("../commands/compute.ts");
    end(await verb.compute(world, roster, options));
  });
}
