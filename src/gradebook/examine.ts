import type { Report } from "../diagnostics/diagnostic.ts";
import type { RosterSheet } from "../records/roster-sheet.ts";
import type { ScoreFile } from "../records/score-file.ts";
import { enroll } from "./enroll.ts";
import { join } from "./join.ts";

/** Reports what is wrong with a term's rows whatever the policy says: SIDs, rows that stand twice, rows of nobody. */
export function examineRows(roster: RosterSheet, scores: readonly ScoreFile[], report: Report): void {
  join(scores, enroll(roster, undefined, undefined, report), report);
}
