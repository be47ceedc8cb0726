import type { ColumnUse, Person, PlacedRow } from "../gradebook/gradebook.ts";
import type { ComponentUse, OffRosterRow, Reconciliation } from "../reports/reconciliation.ts";

/** The reconciliation as data: lists of people and rows, never counts alone. */
export function reconciliationJson(reconciliation: Reconciliation) {
  const { withoutScores, offRoster, byEmail, conflicts, leftOut, ignored, components } = reconciliation;
  return {
    without_scores: withoutScores.map(({ sid, name, track }) => ({ sid, name, track })),
    not_on_roster: offRoster.map((row) => ({ ...rowJson(row), nearest: nearestJson(row) })),
    joined_by_email: byEmail.map((row) => ({ ...rowJson(row), student: personJson(row.student) })),
    conflicts: conflicts.map((row) => ({
      ...rowJson(row),
      by_sid: personJson(row.bySid),
      by_email: personJson(row.byAddress),
    })),
    left_out: leftOut.map((row) => ({ ...rowJson(row), role: row.role })),
    ignored: ignored.map(columnJson),
    components: components.map(componentJson),
  };
}

function rowJson({ cell, sid, name, email }: PlacedRow) {
  return { file: cell.file, line: cell.line, sid, name, email };
}

function personJson({ sid, name }: Person) {
  return { sid, name };
}

function nearestJson({ nearest }: OffRosterRow) {
  if (nearest === undefined) return null;
  return { ...personJson(nearest), edits: nearest.edits, has_scores: nearest.hasScores };
}

function columnJson({ file, title }: ColumnUse) {
  return { file, title };
}

function componentJson({ id, title, columns, tracks }: ComponentUse) {
  const counts = tracks.map(({ track, ...own }) => [track, own] as const);
  return { component: id, title, columns: columns.map(columnJson), tracks: Object.fromEntries(counts) };
}
