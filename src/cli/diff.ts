import type { Command } from "commander";
import type { DiffOptions } from "../commands/diff.ts";
import { type Run, withHelp, withPrintFlags } from "./flags.ts";

const WORDS = `
Each of the two is a grades.csv or a folder that compute wrote. Between two
folders the reasons are shown too: the cells, decisions, policy parameters and
cut-offs that a changed result rests on.
`;

export function addDiff(program: Command, { world, end }: Run): void {
  const command = withHelp(program.command("diff"))
    .description("Show whose total, letter or status changed between two runs, and why.")
    .argument("<old>", "the earlier grades.csv or output folder")
    .argument("<new>", "the later one")
    .option("--exit-code", "end with 1 when anybody changed")
    .addHelpText("after", WORDS);
  withPrintFlags(command).action(async (older: string, newer: string, options: DiffOptions) => {
    const verb = await import("../commands/diff.ts");
    end(await verb.diff(world, older, newer, options));
  });
}
