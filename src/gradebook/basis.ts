import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { RosterRow } from "../records/roster-sheet.ts";
import type { Basis } from "./gradebook.ts";

/** CalCentral's display words and the grade roster's codes. */
const BASES: ReadonlyMap<string, Basis> = new Map([
  ["letter", "letter"],
  ["grd", "letter"],
  ["p/np", "pnp"],
  ["default p/np", "pnp"],
  ["epn", "pnp"],
  ["pnp", "pnp"],
  ["dpn", "pnp"],
  ["cpn", "pnp"],
  ["s/u", "su"],
  ["esu", "su"],
  ["sus", "su"],
]);

/** The grading basis of a row; a roster without such a column grades everybody by letter. */
export function readBasis(row: RosterRow, report: Report): Basis {
  if (row.basis === undefined) return "letter";
  const found = BASES.get(row.basis.value.toLowerCase());
  if (found !== undefined) return found;
  report(problem("basis-unknown", { sid: row.sid.value, text: row.basis.value }, row.basis.cell));
  return "unknown";
}
