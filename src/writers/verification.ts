import type { Verification, VerifiedFile } from "../reports/verification.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** What `verify` prints: each file with its verdict, then the one sentence that matters. */
export function verificationText(verification: Verification, colours: Palette): string {
  const { folder, policy, version, inputs, outputs, recomputed } = verification;
  const named = [...inputs, ...outputs.map((file) => ({ ...file, role: "output" }))];
  const widest = Math.min(50, Math.max(...named.map(({ path }) => path.length)));
  const line = ({ role, path, verdict }: VerifiedFile) => {
    const good = verdict === "same" || verdict === "as recorded" || verdict === "not compared";
    return `  ${role.padEnd(13)}${path.padEnd(widest)}  ${good ? verdict : colours.error(verdict)}`;
  };
  return [
    colours.strong(folder),
    `written by grades ${version} under policy ${policy.id}`,
    "",
    ...named.map(line),
    "",
    ...wrapped("", 0, conclusion(verification)),
    ...(recomputed ? [] : wrapped("", 0, "The outputs were compared with their recorded hashes alone.")),
    "",
  ].join("\n");
}

function conclusion({ inputs, outputs, recomputed, verified }: Verification): string {
  if (verified)
    return `Verified: from the ${counted(inputs.length, "recorded input")} the same ${counted(outputs.length, "file")} came out again, byte for byte.`;
  if (outputs.every(({ verdict }) => verdict === "same"))
    return "NOT verified: the same bytes came out again, but another version or policy is recorded.";
  return recomputed
    ? "NOT verified: the recorded inputs give other bytes than this folder holds."
    : "NOT verified: the grades could not be computed again from what is recorded.";
}

export function verificationJson({ folder, version, policy, recomputed, verified, ...files }: Verification) {
  return { folder, verified, recomputed, version, policy, inputs: files.inputs, outputs: files.outputs };
}
