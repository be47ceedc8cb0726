import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { nearestTitle } from "./header.ts";
import { SID } from "./people.ts";
import { recognise } from "./recognise.ts";
import type { RosterSheet } from "./roster-sheet.ts";
import { rosterKinds } from "./rosters/kinds.ts";
import { scoreKinds } from "./scores/kinds.ts";
import type { Table } from "./table.ts";

const WANTED = {
  what: "a roster",
  instead: "name CalCentral's class roster (Download CSV) first, and score files with --scores",
};

/** Reads a roster as what its header says that it is; anything else is refused by its name. */
export function readRoster(table: Table, report: Report): RosterSheet | undefined {
  const format = recognise(table, rosterKinds, scoreKinds, WANTED, report);
  if (format === "refused") return undefined;
  const read = format?.read(table, report);
  if (read !== undefined) return read;
  const facts = { looked: "column SID or Student ID", nearest: nearestTitle(table, SID) };
  report(problem("roster-unknown", facts, { file: table.file, line: table.headerLine }));
  return undefined;
}
