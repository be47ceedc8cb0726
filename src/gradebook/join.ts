import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { ScoreRow, ScoreSheet } from "../records/scores.ts";
import { emailKey, isMangledSid, sidKey } from "../records/sid.ts";
import { cellAt } from "../records/table.ts";
import type { Enrolled } from "./enroll.ts";
import type { Meetings, Person, PlacedRow } from "./gradebook.ts";

/** The rows of each student by sheet, and those that did not simply meet a student by SID. */
export interface Joined {
  readonly rows: ReadonlyMap<ScoreSheet, ReadonlyMap<string, ScoreRow>>;
  readonly meetings: Meetings;
}

type Lists = { -readonly [K in keyof Meetings]: Meetings[K][number][] };

/** Joins score rows to roster students by SID, else by e-mail. */
export function join(sheets: readonly ScoreSheet[], roster: readonly Enrolled[], report: Report): Joined {
  const bySid = new Map(roster.map((student) => [student.key, student]));
  const byEmail = uniqueEmails(roster);
  const meetings: Lists = { offRoster: [], byEmail: [], conflicts: [], leftOut: [] };
  const rows = new Map<ScoreSheet, ReadonlyMap<string, ScoreRow>>();
  for (const sheet of sheets) {
    const found = new Map<string, ScoreRow>();
    for (const row of sheet.rows) {
      const sid = row.sid.value;
      if (isMangledSid(sid)) {
        report(problem("sid-mangled", { text: sid }, row.sid.cell));
        continue;
      }
      const named = bySid.get(sidKey(sid));
      const addressed = byEmail.get(emailKey(row.email));
      if (named !== undefined && addressed !== undefined && named !== addressed) {
        const [bySid, byAddress] = [personOf(named), personOf(addressed)];
        meetings.conflicts.push({ ...placed(row), bySid, byAddress });
        report(
          problem(
            "sid-email-conflict",
            { sid, email: row.email, other: `${addressed.sid.value} (${addressed.name})` },
            row.sid.cell,
          ),
        );
        continue;
      }
      const student = named ?? addressed;
      if (student === undefined) {
        meetings.offRoster.push(placed(row));
        report(problem("not-on-roster", { sid, name: row.name }, row.sid.cell));
        continue;
      }
      if (student.role !== "enrolled") {
        meetings.leftOut.push({ ...placed(row), role: student.role });
        continue;
      }
      if (named === undefined) {
        meetings.byEmail.push({ ...placed(row), student: personOf(student) });
        report(
          problem("joined-by-email", { sid, email: row.email, roster: student.sid.value }, row.sid.cell),
        );
      }
      const earlier = found.get(student.key);
      if (earlier === undefined) found.set(student.key, row);
      else
        report(
          problem(
            "scores-duplicate-student",
            { sid: student.sid.value, first: earlier.row.line, second: row.row.line },
            cellAt(sheet.table, row.row, row.sid.cell.column - 1),
          ),
        );
    }
    rows.set(sheet, found);
  }
  return { rows, meetings };
}

function placed({ sid, name, email }: ScoreRow): PlacedRow {
  return { cell: sid.cell, sid: sid.value, name, email };
}

function personOf({ sid, name }: Enrolled): Person {
  return { sid: sid.value, name };
}

/** An address that two roster students share names neither. */
function uniqueEmails(roster: readonly Enrolled[]): ReadonlyMap<string, Enrolled> {
  const found = new Map<string, Enrolled>();
  const shared = new Set<string>([""]);
  for (const student of roster) {
    const key = emailKey(student.email);
    if (found.has(key)) shared.add(key);
    found.set(key, student);
  }
  for (const key of shared) found.delete(key);
  return found;
}
