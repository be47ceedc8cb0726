import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { ScoreFile, ScoreRow, ScoreSheet } from "../records/score-file.ts";
import { emailKey, isMangledSid, sidKey, uidIn } from "../records/sid.ts";
import { cellAt } from "../records/table.ts";
import type { Enrolled } from "./enroll.ts";
import type { Meetings, Person, PlacedRow } from "./gradebook.ts";

/** The rows of each student by sheet, and those that did not simply meet a student by SID. */
export interface Joined {
  readonly rows: ReadonlyMap<ScoreSheet, ReadonlyMap<string, ScoreRow>>;
  readonly meetings: Meetings;
}

type Lists = { -readonly [K in keyof Meetings]: Meetings[K][number][] };

/** Joins score rows to roster students by SID (or the UID that stands in its place), else by e-mail. */
export function join(files: readonly ScoreFile[], roster: readonly Enrolled[], report: Report): Joined {
  const bySid = new Map(roster.map((student) => [student.key, student]));
  const byUid = uniqueBy(roster, ({ uid }) => uid);
  const byEmail = uniqueBy(roster, ({ email }) => emailKey(email));
  const meetings: Lists = { offRoster: [], byEmail: [], conflicts: [], leftOut: [] };
  const rows = new Map<ScoreSheet, ReadonlyMap<string, ScoreRow>>();
  for (const { sheet, isFirst } of files.flatMap(sheetsOf)) {
    const found = new Map<string, ScoreRow>();
    for (const row of sheet.rows) {
      const sid = row.sid.value;
      if (isMangledSid(sid)) {
        if (isFirst(row)) report(problem("sid-mangled", { text: sid }, row.sid.cell));
        continue;
      }
      const named = bySid.get(sidKey(sid)) ?? byUid.get(uidIn(sid) ?? "");
      const addressed = byEmail.get(emailKey(row.email));
      if (named !== undefined && addressed !== undefined && named !== addressed) {
        if (!isFirst(row)) continue;
        const [bySid, byAddress] = [personOf(named), personOf(addressed)];
        meetings.conflicts.push({ ...placed(row), bySid, byAddress });
        const other = `${addressed.sid.value} (${addressed.name})`;
        report(problem("sid-email-conflict", { sid, email: row.email, other }, row.sid.cell));
        continue;
      }
      const student = named ?? addressed;
      if (student === undefined) {
        if (!isFirst(row)) continue;
        meetings.offRoster.push(placed(row));
        report(problem("not-on-roster", { sid, name: row.name }, row.sid.cell));
        continue;
      }
      if (student.role !== "enrolled") {
        if (isFirst(row)) meetings.leftOut.push({ ...placed(row), role: student.role });
        continue;
      }
      if (named === undefined && isFirst(row)) {
        meetings.byEmail.push({ ...placed(row), student: personOf(student) });
        const facts = { sid, email: row.email, roster: student.sid.value };
        report(problem("joined-by-email", facts, row.sid.cell));
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
  for (const { skipped } of files)
    for (const { cell, name, why } of skipped)
      meetings.leftOut.push({ cell, sid: "", name, email: "", role: why });
  return { rows, meetings };
}

/** The sheets of a file; where a student has a row in each of them, what is wrong with the student is said once. */
function sheetsOf({ sheets }: ScoreFile) {
  const told = new Set<string>();
  const isFirst = ({ sid, email }: ScoreRow): boolean => {
    if (sheets.length === 1) return true;
    const key = `${sidKey(sid.value)} ${emailKey(email)}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  };
  return sheets.map((sheet) => ({ sheet, isFirst }));
}

function placed({ sid, name, email }: ScoreRow): PlacedRow {
  return { cell: sid.cell, sid: sid.value, name, email };
}

function personOf({ sid, name }: Enrolled): Person {
  return { sid: sid.value, name };
}

/** An address or UID that two roster students share names neither. */
function uniqueBy(
  roster: readonly Enrolled[],
  keyOf: (student: Enrolled) => string,
): ReadonlyMap<string, Enrolled> {
  const found = new Map<string, Enrolled>();
  const shared = new Set<string>([""]);
  for (const student of roster) {
    const key = keyOf(student);
    if (found.has(key)) shared.add(key);
    found.set(key, student);
  }
  for (const key of shared) found.delete(key);
  return found;
}
