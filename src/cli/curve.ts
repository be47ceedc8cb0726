import type { Command } from "commander";
import type { curve } from "../commands/curve.ts";
import { type Run, withDrawFlags, withHelp, withInputFlags, withPrintFlags } from "./flags.ts";

const WORDS = `
Prints the proposal for each track, then what it and other methods do: letters,
GPA, who moves, who is near a cut-off, what moving one does. What is tried is
never written; only --freeze writes, and only its FILE.

--method takes
  guideline   nearest to the shares with few near misses, inside the GPA window
  shares      nearest to the shares alone
  shift       fixed cut-offs, all lowered alike until the target GPA is reached
  fixed       the policy's cut-offs, the guaranteed ones, or the usual scale

--shares takes 45/40/10/5 for the policy's groups, or groups of one's own:
"A A-=45,B+ B B-=40,C+ C C-=10,D+ D D- F=5".

--freeze replaces other cut-offs only with --force, and other files never. While
somebody who could count is undecided, it wants --provisional.
`;

export function addCurve(program: Command, { world, end }: Run): void {
  const command = program
    .command("curve")
    .description("Propose cut-offs, and show what they and others would do; freeze them.");
  withDrawFlags(
    withPrintFlags(
      withInputFlags(withHelp(command))
        .option("--method <name>", "the method of the proposal (default: the policy's)")
        .option("--gpa <lo..hi>", "the GPA window, such as 3.1..3.3")
        .option("--target <gpa>", "the GPA that shift is to reach (default: the window's middle)")
        .option("--shares <shares>", "the shares in percent (see below)")
        .option("--guaranteed <file>", "cut-offs that nobody falls below: [track,]letter,cutoff")
        .option("--near <points>", "how near a cut-off a student is listed (default: 0.5)")
        .option("--stability", "try a point more and less on every student, not on a part")
        .option("--full", "name everybody who moves or is near")
        .option("--freeze <file>", "write the proposal as frozen cut-offs")
        .option("--force", "let --freeze replace other cut-offs")
        .option("--provisional", "let --freeze write while somebody who counts is undecided"),
    ),
  )
    .addHelpText("after", WORDS)
    .action(async (roster: string, options: Parameters<typeof curve>[2]) => {
      const verb = await import("../commands/curve.ts");
      end(await verb.curve(world, roster, options));
    });
}
