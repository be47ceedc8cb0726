import { parseDecimal } from "../../exact/decimal.ts";
import { equal } from "../../exact/rational.ts";
import { type AuditRecord, studentOf } from "../../records/audit-record.ts";
import { type GradesRow, RESULT_COLUMNS, type ResultColumn } from "../../records/grades-file.ts";
import { sameBytes } from "../../records/lines.ts";
import { type Cause, causesOf, type RunDifferences } from "./causes.ts";
import { type RunChanges, runChanges, runDifferences } from "./runs.ts";

/** One of the two things compared: its grades.csv, and its record where it is a whole folder. */
export interface Side {
  readonly path: string;
  readonly rows: ReadonlyMap<string, GradesRow>;
  readonly record: AuditRecord | undefined;
}

export interface Change {
  readonly column: ResultColumn;
  readonly old: string;
  readonly new: string;
}

/** A student in both, with what changed and what that rests on. */
export interface StudentDiff {
  readonly row: GradesRow;
  readonly changes: readonly Change[];
  readonly causes: readonly Cause[];
}

export interface Diff {
  readonly old: Side;
  readonly new: Side;
  readonly inBoth: number;
  readonly changed: readonly StudentDiff[];
  /** Students whose inputs differ and whose result is the same; known from records alone. */
  readonly sameResult: readonly StudentDiff[];
  readonly onlyOld: readonly GradesRow[];
  readonly onlyNew: readonly GradesRow[];
  /** Undefined unless both sides have a record. */
  readonly runs: RunChanges | undefined;
}

/** Compares two sets of grades student by student, in the order of the SIDs. */
export function diffOf(older: Side, newer: Side): Diff {
  const records =
    older.record === undefined || newer.record === undefined
      ? undefined
      : { old: older.record, new: newer.record };
  const differences = records && runDifferences(records.old.manifest, records.new.manifest);
  const causes = (a: GradesRow, b: GradesRow) =>
    records === undefined || differences === undefined
      ? componentCauses(a, b)
      : recordCauses(b.sid, records, differences);
  const students = [...newer.rows.values()].sort(bySid).flatMap((row): readonly StudentDiff[] => {
    const own = older.rows.get(row.sid);
    if (own === undefined) return [];
    return [{ row, changes: changesOf(own, row), causes: causes(own, row) }];
  });
  return {
    old: older,
    new: newer,
    inBoth: students.length,
    changed: students.filter(({ changes }) => changes.length > 0),
    sameResult: students.filter((student) => student.changes.length === 0 && restsOnOthers(student)),
    onlyOld: missingIn(older, newer),
    onlyNew: missingIn(newer, older),
    runs: records && runChanges(records.old.manifest, records.new.manifest),
  };
}

function bySid(a: GradesRow, b: GradesRow): number {
  return a.sid < b.sid ? -1 : 1;
}

function missingIn(side: Side, other: Side): readonly GradesRow[] {
  return [...side.rows.values()].filter(({ sid }) => !other.rows.has(sid)).sort(bySid);
}

/** What is the same for everybody, a cut-off or a parameter, is no news of one student whose result stands. */
function restsOnOthers({ causes }: StudentDiff): boolean {
  return causes.some(({ kind }) => kind === "cell" || kind === "decision" || kind === "component");
}

function changesOf(a: GradesRow, b: GradesRow): readonly Change[] {
  return RESULT_COLUMNS.map((column) => ({ column, old: a.results[column], new: b.results[column] })).filter(
    (change) => !isSame(change.old, change.new),
  );
}

/** Equal as text or as numbers: a spreadsheet drops the zeros of 86.5000. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  return x !== undefined && y !== undefined && equal(x, y);
}

/** Without records: the components of grades.csv that differ. */
function componentCauses(a: GradesRow, b: GradesRow): readonly Cause[] {
  const places = { oldPlace: undefined, newPlace: undefined };
  const components = [...new Set([...b.components.keys(), ...a.components.keys()])];
  const track: readonly Cause[] =
    a.track === b.track ? [] : [{ kind: "track", what: "track", old: a.track, new: b.track, ...places }];
  return [
    ...track,
    ...components.flatMap((id): readonly Cause[] => {
      const [old, now] = [a.components.get(id) ?? "", b.components.get(id) ?? ""];
      return isSame(old, now) ? [] : [{ kind: "component", what: id, old, new: now, ...places }];
    }),
  ];
}

/** Only lines that differ are decoded: in most comparisons few do. */
function recordCauses(
  sid: string,
  records: { readonly old: AuditRecord; readonly new: AuditRecord },
  differences: RunDifferences,
): readonly Cause[] {
  const [a, b] = [records.old.lines.get(sid), records.new.lines.get(sid)];
  if (a === undefined || b === undefined || sameBytes(a.bytes, b.bytes)) return [];
  const [older, newer] = [studentOf(a), studentOf(b)];
  return older === undefined || newer === undefined ? [] : causesOf(older, newer, differences);
}
