import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { TrackId } from "../policy/parameters.ts";
import type { RosterRow, RosterSheet } from "../records/roster-sheet.ts";
import { isMangledSid, sidKey } from "../records/sid.ts";
import { readBasis } from "./basis.ts";
import type { Basis } from "./gradebook.ts";

/** A roster student before the scores: enrolled, or left out by role. */
export interface Enrolled {
  readonly key: string;
  readonly sid: Field<string>;
  readonly name: string;
  readonly email: string;
  readonly role: "enrolled" | "waitlisted" | "dropped";
  readonly track: TrackId | undefined;
  readonly trackCell: Field<string> | undefined;
  readonly basis: Basis;
  readonly basisCell: Field<string> | undefined;
  readonly graduate: boolean;
}

/** Checks the roster's rows and reads track, basis and role; rows without a usable SID are reported and left out. */
export function enroll(
  roster: RosterSheet,
  tracks: readonly TrackId[],
  onlyTrack: TrackId | undefined,
  report: Report,
): readonly Enrolled[] {
  const bySid = new Map<string, Enrolled>();
  const findTrack = trackFinder(tracks, onlyTrack, report);
  for (const row of roster.rows) {
    const key = sidKey(row.sid.value);
    const role = roleOf(row.role);
    if (!usableSid(row, role, report)) continue;
    const earlier = bySid.get(key);
    if (earlier !== undefined) {
      const [first, second] = [earlier.sid.cell.line, row.sid.cell.line];
      report(problem("roster-duplicate-sid", { sid: row.sid.value, first, second }, row.sid.cell));
      continue;
    }
    const track = role === "enrolled" ? findTrack(row) : { id: undefined, cell: undefined };
    bySid.set(key, {
      key,
      sid: row.sid,
      name: row.name,
      email: row.email,
      role,
      track: track.id,
      trackCell: track.cell,
      basis: role === "enrolled" ? readBasis(row, report) : "letter",
      basisCell: row.basis,
      graduate: row.terms?.value.toUpperCase() === "G",
    });
  }
  const students = [...bySid.values()];
  if (!students.some(({ role }) => role === "enrolled"))
    report(problem("roster-empty", {}, { file: roster.file }));
  return students;
}

function usableSid(row: RosterRow, role: Enrolled["role"], report: Report): boolean {
  const sid = row.sid.value;
  if (sid === "") {
    if (role === "enrolled") report(problem("sid-blank", { name: row.name }, row.sid.cell));
    return false;
  }
  if (isMangledSid(sid)) {
    report(problem("sid-mangled", { text: sid }, row.sid.cell));
    return false;
  }
  return true;
}

function roleOf(text: string): Enrolled["role"] {
  if (/waitlist|wait list/i.test(text)) return "waitlisted";
  return /drop|withdr/i.test(text) ? "dropped" : "enrolled";
}

type Found = { readonly id: TrackId | undefined; readonly cell: Field<string> | undefined };

/** From a `track` column, else `Course`, else `Sections`, else --track. */
function trackFinder(
  tracks: readonly TrackId[],
  onlyTrack: TrackId | undefined,
  report: Report,
): (row: RosterRow) => Found {
  const patterns = tracks.map((id) => ({ id, pattern: new RegExp(`(?<!\\d)${id}(?![0-9A-Za-z])`, "i") }));
  const named = (text: string) => patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
  const known = tracks.join(", ");
  return (row) => {
    if (row.track !== undefined && row.track.value !== "") {
      const [id, second] = named(row.track.value);
      if (id !== undefined && second === undefined) return { id, cell: row.track };
      report(
        problem(
          "track-unknown",
          { sid: row.sid.value, text: row.track.value, tracks: known },
          row.track.cell,
        ),
      );
      return { id: undefined, cell: row.track };
    }
    for (const field of [row.course, row.sections]) {
      const [id, second] = named(field?.value ?? "");
      if (id !== undefined && second === undefined) return { id, cell: field };
    }
    if (onlyTrack !== undefined) return { id: onlyTrack, cell: undefined };
    report(problem("track-undetermined", { sid: row.sid.value, tracks: known }, row.sid.cell));
    return { id: undefined, cell: undefined };
  };
}
