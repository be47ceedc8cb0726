import type { Command } from "commander";
import type { policyShow } from "../commands/policy-show.ts";
import { type Run, withHelp } from "./flags.ts";

export function addPolicy(program: Command, { world, end }: Run): void {
  const policy = withHelp(
    program.command("policy").description("Work with the policy that decides the grades."),
  );
  withHelp(policy.command("show"))
    .description("Print the policy in force with its clauses and interpretations.")
    .option("--policy <file|name>", "a policy file or a built-in policy", "cs182-sp22")
    .option("--json", "print it as JSON")
    .option("--no-color", "print without colour")
    .action(async (options: Parameters<typeof policyShow>[1]) => {
      const verb = await import("../commands/policy-show.ts");
      end(await verb.policyShow(world, options));
    });
}
