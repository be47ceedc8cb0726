import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { decode } from "../io/decode.ts";
import { type Input, type Role, STDIN } from "../io/inputs.ts";
import { AUDIT, type Output, PAGE } from "../io/outputs.ts";
import { bytesAt, inFolder, recordedInput } from "../io/read-back.ts";
import type { World } from "../io/world.ts";
import { textOf } from "../records/audit-record.ts";
import type { Difference } from "../reports/difference/difference.ts";
import { pageDifference } from "../reports/difference/page-difference.ts";
import { recordDifference } from "../reports/difference/record-difference.ts";
import { tableDifference } from "../reports/difference/table-difference.ts";
import type { Verdict, VerifiedFile } from "../reports/verification.ts";
import type { Manifest } from "../writers/audit.ts";
import type { TableOutput } from "./outputs-of.ts";
import type { Shown } from "./print.ts";

/** Every recorded input with what became of it; `usable` only when all are the files that were graded. */
export function gatherInputs(
  world: World,
  folder: string,
  manifest: Manifest,
  report: Report,
): { readonly verdicts: readonly VerifiedFile[]; readonly usable: readonly Input[] | undefined } {
  const found = manifest.inputs.map((recorded) => gatherInput(world, folder, recorded, report));
  const inputs = found.flatMap(({ input }) => input ?? []);
  return {
    verdicts: found.map(({ file }) => file),
    usable: inputs.length === found.length ? inputs : undefined,
  };
}

function gatherInput(
  world: World,
  folder: string,
  { role, name, path: recorded, sha256 }: Manifest["inputs"][number],
  report: Report,
): { readonly file: VerifiedFile; readonly input?: Input } {
  const path = recorded === STDIN ? "standard input" : recordedInput(world, folder, recorded);
  const file = (verdict: Verdict) => ({ file: { role, path, verdict } });
  if (recorded === STDIN) {
    report(problem("record-roster-piped", {}, { file: inFolder(folder, AUDIT) }));
    return file("not kept");
  }
  const bytes = bytesAt(world, path, report);
  if (bytes === "unreadable") return file("unreadable");
  if (bytes === undefined) {
    report(problem("input-missing", { role }, { file: path }));
    return file("missing");
  }
  const own = world.hash(bytes);
  if (own !== sha256) {
    report(problem("input-changed", { role, own, recorded: sha256 }, { file: path }));
    return file("changed");
  }
  const decoded = decode(bytes, name, path, report);
  if (decoded === undefined) return file("unreadable");
  return { ...file("same"), input: { role: role as Role, name, path, ...decoded, hash: own } };
}

const NOT_RECORDED: Difference = {
  kind: "form",
  line: undefined,
  reason: "its SHA-256 is not the recorded one",
};

/** The recorded outputs against what the inputs give; where that is not known, against their recorded hashes. */
export function compareTables(
  world: World,
  folder: string,
  manifest: Manifest,
  computed: readonly TableOutput[] | undefined,
  report: Report,
  keep: (file: Shown) => void,
): readonly VerifiedFile[] {
  return manifest.outputs.map(({ path: name, sha256 }) => {
    const path = inFolder(folder, name);
    const file = (verdict: Verdict) => ({ role: "output", path, verdict });
    const bytes = bytesAt(world, path, report);
    if (bytes === "unreadable") return file("unreadable");
    if (bytes === undefined) {
      report(problem("output-missing", {}, { file: path }));
      return file("missing");
    }
    const expected = computed?.find((table) => table.name === name)?.text;
    const own = world.hash(bytes);
    if (own === (expected === undefined ? sha256 : world.hash(expected)))
      return file(expected === undefined ? "as recorded" : "same");
    const text = textOf(bytes);
    keep({ name: path, path, text });
    const differenceOf = name === PAGE ? pageDifference : tableDifference;
    const difference = expected === undefined ? undefined : differenceOf(text, expected);
    report(differenceProblem(path, difference ?? NOT_RECORDED));
    return file("changed");
  });
}

/** The record itself against what it should hold. */
export function compareAudit(
  path: string,
  bytes: Uint8Array,
  computed: Output | undefined,
  report: Report,
): VerifiedFile {
  const file = (verdict: Verdict) => ({ role: "output", path, verdict });
  if (computed === undefined) return file("not compared");
  const lines = typeof computed.text === "string" ? [computed.text] : computed.text;
  const difference = recordDifference(bytes, lines);
  if (difference === undefined) return file("same");
  report(differenceProblem(path, difference));
  return file("changed");
}

function differenceProblem(file: string, difference: Difference) {
  const { line } = difference;
  const at = line === undefined ? { file } : { file, line };
  if (difference.kind === "form") return problem("output-not-as-written", { reason: difference.reason }, at);
  const { column, what, own, computed } = difference;
  return problem("output-changed", { what, own, computed }, column === undefined ? at : { ...at, column });
}
