import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Input } from "../io/inputs.ts";
import type { Output } from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import { terms } from "../policy/terms/index.ts";
import { VERSION } from "../version.ts";
import type { Manifest } from "../writers/audit.ts";
import { gradeLoaded } from "./attempt.ts";
import { joinTerm } from "./load.ts";
import { auditOf, pageOf, summaryOf, type TableOutput, tablesOf } from "./outputs-of.ts";

/** The files of a run, computed again. */
export interface Recomputed {
  readonly tables: readonly TableOutput[];
  readonly audit: Output;
}

/** Computes a run again from its recorded inputs, options and policy; undefined, and said why, where that cannot be. */
export async function recompute(
  world: World,
  file: string,
  manifest: Manifest,
  inputs: readonly Input[],
  report: Report,
): Promise<Recomputed | undefined> {
  let sound = true;
  const errorsOnly: Report = (diagnostic) => {
    if (diagnostic.severity !== "error") return;
    sound = false;
    report(diagnostic);
  };
  const { policy: recorded, version } = manifest;
  const wanted = inputs.map(({ role }) => role);
  const builtIn = wanted.includes("policy") ? undefined : terms.get(recorded.id);
  if (builtIn === undefined && !wanted.includes("policy")) {
    report(problem("record-other-policy", { id: recorded.id, recorded: "", own: undefined }));
    return undefined;
  }
  if (version !== VERSION) report(problem("record-other-version", { recorded: version, own: VERSION }));
  const { track, allow_sparse: allowSparse } = manifest.options as RecordedJson;
  const options = { ...(track && { track }), ...(allowSparse && { allowSparse }) };
  const term = await joinTerm({ inputs, wanted, builtIn }, options, errorsOnly);
  if (term === undefined && sound)
    report(problem("record-unreadable", { reason: "it names no roster" }, { file, line: 1 }));
  if (term === undefined || !sound) return undefined;
  const graded = gradeLoaded(term, errorsOnly);
  if (!sound || graded === undefined) return undefined;
  const own = world.hash(JSON.stringify(term.policy.document));
  if (own !== recorded.sha256)
    report(problem("record-other-policy", { id: term.policy.id, recorded: recorded.sha256, own }));
  const placed = inputs.map((input, index) => ({ ...input, path: manifest.inputs[index]?.path ?? "" }));
  // Version and policy are judged above, so that the record shows what else differs.
  const facts = { version, policyHash: recorded.sha256, options, inputs: placed };
  const tables = [...tablesOf(graded), pageOf(world, graded, summaryOf(graded), facts)];
  return { tables, audit: auditOf(world, graded, tables, facts) };
}

interface RecordedJson {
  readonly track?: string;
  readonly allow_sparse?: readonly string[];
}
