import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import type { Term } from "../document.ts";
import { policyOf } from "../from-document.ts";
import type { Citation, Policy, PolicyPlace } from "../parameters.ts";
import { terms } from "../terms/index.ts";
import { checkMeaning, type Locate } from "./check.ts";
import { reportIssue, shown } from "./issues.ts";
import { merge, rawOf } from "./merge.ts";
import { schema } from "./schema.ts";
import { standIn } from "./stand-in.ts";
import { parseWritten, placeOf } from "./written.ts";

/**
 * Reads a policy file, YAML or JSON; every problem is reported with its line. What is wrong is then as in the policy
 * that the file extends, so that the other files can still be checked: nothing may be graded by that. Undefined where
 * components, tracks, letters or time zone are wrong: without them nobody can say what the other files mean.
 */
export function readPolicy(file: string, text: string, report: Report): Policy | undefined {
  const written = parseWritten(file, text, report);
  if (written === undefined) return undefined;
  const { raw, places } = written;
  const locate: Locate = (path) => placeOf(file, places, path);
  const { extends: extended, ...own } = raw;
  const base = typeof extended === "string" ? terms.get(extended) : undefined;
  if (extended !== undefined && base === undefined) {
    const known = [...terms.keys()].join(", ");
    const at = locate(["extends"]);
    if (typeof extended === "string")
      report(problem("policy-reference", { path: "extends", kind: "policy", text: extended, known }, at));
    else report(problem("policy-value", { path: "extends", found: shown(extended), expected: known }, at));
    return undefined;
  }
  const merged = base === undefined ? own : merge(rawOf(base.document), own);
  let sound = true;
  const checked = schema.safeParse(merged);
  if (checked.success)
    checkMeaning(checked.data, locate, (diagnostic) => {
      sound = false;
      report(diagnostic);
    });
  else for (const issue of checked.error.issues) reportIssue(issue, merged, locate, report);
  const document = checked.success && sound ? checked.data : standIn(merged, base);
  if (document === undefined) return undefined;
  const term: Term = { document, clauses: clausesLeft(base, places) };
  return policyOf(term, places);
}

/** A value that the file sets is no longer the clause's own; an interpretation is, since it names the setting. */
function clausesLeft(
  base: Term | undefined,
  places: ReadonlyMap<string, PolicyPlace>,
): Readonly<Record<string, Citation>> {
  const clauses = Object.entries(base?.clauses ?? {});
  return Object.fromEntries(clauses.filter(([path, by]) => by.startsWith("i.") || !places.has(path)));
}
