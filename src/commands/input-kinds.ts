import type { Encoding } from "../io/decode.ts";
import { type Input, type Role, STDIN } from "../io/inputs.ts";
import { SEPARATOR_NAMES, separatorOf } from "../records/separator.ts";
import type { Summary } from "../reports/summary.ts";
import { counted } from "../writers/words.ts";
import type { LoadedTerm } from "./load.ts";

/** What each file was taken for, in words, and how much of it was used. */
export function inputKinds(term: LoadedTerm): Summary["inputs"] {
  return term.inputs.map(({ role, name, path, text, encoding }) => {
    const written = writtenAs(text, encoding);
    if (role === "roster")
      return {
        path: shownPath(path),
        kind: `${term.roster.kind}${written}, ${counted(term.roster.rows.length, "row")}${staffText(term.gradebook.staff)}`,
      };
    const sheet = term.scores.find(({ table }) => role === "scores" && table.file === name);
    if (sheet !== undefined) {
      const columns = term.gradebook.columns.filter(({ file }) => file === name);
      const used = columns.filter(({ component }) => component !== undefined).length;
      return {
        path,
        kind: `${sheet.kind}${written}, ${used} of ${counted(columns.length, "assignment")} used`,
      };
    }
    return { path, kind: role === "policy" ? `policy ${term.policy.id}` : ROLES[role] };
  });
}

function staffText(staff: number): string {
  return staff === 0 ? "" : `, ${staff} of staff left out`;
}

/** What of separators and encoding a reader may not expect. */
function writtenAs(text: string, encoding: Encoding): string {
  const separated = SEPARATOR_NAMES[separatorOf(text)];
  return [separated, encoding === "UTF-8" ? undefined : encoding]
    .map((words) => (words === undefined ? "" : `, ${words}`))
    .join("");
}

/** What each file was named as, where the term could not be joined. */
export function inputRoles(inputs: readonly Input[]): Summary["inputs"] {
  return inputs.map(({ role, path }) => ({ path: shownPath(path), kind: ROLES[role] }));
}

const ROLES: Readonly<Record<Role, string>> = {
  roster: "roster",
  scores: "score file",
  extensions: "extensions",
  adjustments: "adjustments",
  cutoffs: "frozen cut-offs",
  policy: "policy",
  declared: "slip-day claims",
  guaranteed: "guaranteed cut-offs",
};

function shownPath(path: string): string {
  return path === STDIN ? "standard input" : path;
}
