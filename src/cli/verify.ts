import type { Command } from "commander";
import type { VerifyOptions } from "../commands/verify.ts";
import { type Run, withHelp, withPrintFlags } from "./flags.ts";

const WORDS = `
The inputs are looked for where the folder's audit.jsonl names them, relative to
the folder. The exit code is 0 when every byte is the same, otherwise 1.
`;

export function addVerify(program: Command, { world, end }: Run): void {
  const command = withHelp(program.command("verify"))
    .description("Compute a folder's grades again from its record and compare every byte.")
    .argument("[out-dir]", "the folder that compute wrote")
    .option("--schema", "print the JSON Schema of a line of audit.jsonl instead")
    .addHelpText("after", WORDS);
  withPrintFlags(command).action(
    async (folder: string | undefined, options: VerifyOptions & { readonly schema?: boolean }) => {
      const verb = await import("../commands/verify.ts");
      if (options.schema === true) end(verb.verifySchema(world));
      else if (folder === undefined) command.error("error: missing required argument 'out-dir'");
      else end(await verb.verify(world, folder, options));
    },
  );
}
