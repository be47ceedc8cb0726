import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { AUDIT } from "../io/outputs.ts";
import { inFolder, recordBytes } from "../io/read-back.ts";
import type { World } from "../io/world.ts";
import { readManifest } from "../records/audit-record.ts";
import type { Verification } from "../reports/verification.ts";
import { auditSchema } from "../writers/audit-schema.ts";
import { runJson } from "../writers/json.ts";
import { verificationJson, verificationText } from "../writers/verification.ts";
import { hasErrors } from "./attempt.ts";
import { EXIT, type ExitCode, type OutputOptions } from "./options.ts";
import { coloursOf, printProblems, type Shown, sourcesOf } from "./print.ts";
import { recompute } from "./recompute.ts";
import { compareAudit, compareTables, gatherInputs } from "./verify-files.ts";

export type VerifyOptions = Pick<OutputOptions, "json" | "quiet" | "color">;

/** Computes a folder's grades again from the recorded inputs and compares every byte. */
export async function verify(world: World, folder: string, options: VerifyOptions): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const files: Shown[] = [];
  const found = await verified(world, folder, report, (file) => void files.push(file));
  const verification = found && { ...found, verified: !hasErrors(diagnostics) };
  const exit = hasErrors(diagnostics) ? EXIT.wrong : EXIT.done;
  printProblems(world, options, diagnostics, files);
  if (options.json === true) {
    const data = verification === undefined ? {} : verificationJson(verification);
    world.stdout.write(runJson(exit, data, diagnostics, sourcesOf(files)));
  } else if (verification !== undefined && options.quiet !== true) {
    world.stdout.write(verificationText(verification, coloursOf(world, options, world.stdout)));
  }
  return exit;
}

/** Prints the JSON Schema of a line of audit.jsonl. */
export function verifySchema(world: World): ExitCode {
  world.stdout.write(`${JSON.stringify(auditSchema, null, 2)}\n`);
  return EXIT.done;
}

async function verified(
  world: World,
  folder: string,
  report: Report,
  keep: (file: Shown) => void,
): Promise<Omit<Verification, "verified"> | undefined> {
  const bytes = recordBytes(world, folder, report);
  const record = inFolder(folder, AUDIT);
  const manifest = bytes && readManifest(record, bytes, report);
  if (bytes === undefined || manifest === undefined) return undefined;
  const { verdicts: inputs, usable } = gatherInputs(world, folder, manifest, report);
  for (const input of usable ?? []) keep(input);
  const recomputed = usable && (await recompute(world, record, manifest, usable, report));
  const tables = compareTables(world, folder, manifest, recomputed?.tables, report, keep);
  const audit = compareAudit(record, bytes, recomputed?.audit, report);
  return {
    folder,
    version: manifest.version,
    policy: manifest.policy,
    inputs,
    outputs: [...tables, audit],
    recomputed: recomputed !== undefined,
  };
}
