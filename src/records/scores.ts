import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { nearestTitle } from "./header.ts";
import { SID } from "./people.ts";
import { recognise } from "./recognise.ts";
import { rosterKinds } from "./rosters/kinds.ts";
import type { ScoreFile } from "./score-file.ts";
import { scoreKinds } from "./scores/kinds.ts";
import type { Table } from "./table.ts";

const WANTED = {
  what: "a score file",
  instead: "name a score file with --scores; the roster is named without a flag",
};

/** Reads a file of scores as what its header says that it is; anything else is refused by its name. */
export function readScores(table: Table, report: Report): ScoreFile | undefined {
  const format = recognise(table, scoreKinds, rosterKinds, WANTED, report);
  if (format === "refused") return undefined;
  const read = format?.read(table, report);
  if (read !== undefined) return read;
  const facts = {
    kind: format?.name,
    looked: format?.key ?? "SID",
    nearest: nearestTitle(table, format?.key === undefined ? SID : [format.key]),
  };
  report(problem("scores-unknown", facts, { file: table.file, line: table.headerLine }));
  return undefined;
}
