import type { Field } from "../derivation/cell.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
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
  readonly uid: string;
  readonly role: "enrolled" | "waitlisted" | "dropped" | "staff";
  readonly track: TrackId | undefined;
  readonly trackCell: Field<string> | undefined;
  readonly basis: Basis;
  readonly basisCell: Field<string> | undefined;
  readonly graduate: boolean;
}

/** Checks the roster's rows and reads track (where tracks are known), basis and role; rows without a usable SID are reported and left out. */
export function enroll(
  roster: RosterSheet,
  tracks: readonly TrackId[] | undefined,
  onlyTrack: TrackId | undefined,
  report: Report,
): readonly Enrolled[] {
  const bySid = new Map<string, Enrolled>();
  const findTrack = tracks === undefined ? () => NO_TRACK : trackFinder(tracks, onlyTrack);
  const trackless: RosterRow[] = [];
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
    const track = role === "enrolled" ? findTrack(row) : NO_TRACK;
    if (track.unknown !== undefined) report(track.unknown);
    else if (role === "enrolled" && track.id === undefined) trackless.push(row);
    bySid.set(key, {
      key,
      sid: row.sid,
      name: row.name,
      email: row.email,
      uid: row.uid,
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
  if (tracks !== undefined) reportTrackless(roster, trackless, students, tracks.join(", "), report);
  return students;
}

/** Where nobody's track is known it is one problem of the roster, not one of each student. */
function reportTrackless(
  roster: RosterSheet,
  trackless: readonly RosterRow[],
  students: readonly Enrolled[],
  tracks: string,
  report: Report,
): void {
  const enrolled = students.filter(({ role }) => role === "enrolled");
  if (trackless.length > 1 && trackless.length === enrolled.length) {
    const facts = { students: trackless.length, tracks };
    report(problem("track-column-missing", facts, { file: roster.file, line: roster.headerLine }));
  } else
    for (const { sid } of trackless)
      report(problem("track-undetermined", { sid: sid.value, tracks }, sid.cell));
}

function usableSid(row: RosterRow, role: Enrolled["role"], report: Report): boolean {
  const sid = row.sid.value;
  if (sid === "") {
    if (role === "enrolled") report(problem("sid-blank", { name: row.name }, row.sid.cell));
    return false;
  }
  if (role === "staff") return true;
  if (isMangledSid(sid)) {
    report(problem("sid-mangled", { text: sid }, row.sid.cell));
    return false;
  }
  return true;
}

/** What a role of a roster means for the grades. */
export function roleOf(text: string): Enrolled["role"] {
  if (/waitlist|wait list/i.test(text)) return "waitlisted";
  if (/^(?:ta|instructor|reader|grader|tutor|staff|teaching assistant|teacher)$/i.test(text)) return "staff";
  return /drop|withdr/i.test(text) ? "dropped" : "enrolled";
}

interface Found {
  readonly id: TrackId | undefined;
  readonly cell: Field<string> | undefined;
  /** A `track` cell that names no track, or several. */
  readonly unknown?: Diagnostic;
}

const NO_TRACK: Found = { id: undefined, cell: undefined };

/** From a `track` column, else `Course`, else `Sections`, else --track. */
function trackFinder(tracks: readonly TrackId[], onlyTrack: TrackId | undefined): (row: RosterRow) => Found {
  const patterns = tracks.map((id) => ({ id, pattern: new RegExp(`(?<!\\d)${id}(?![0-9A-Za-z])`, "i") }));
  const named = (text: string) => patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
  return (row) => {
    if (row.track !== undefined && row.track.value !== "") {
      const [id, second] = named(row.track.value);
      if (id !== undefined && second === undefined) return { id, cell: row.track };
      const facts = { sid: row.sid.value, text: row.track.value, tracks: tracks.join(", ") };
      return { id: undefined, cell: row.track, unknown: problem("track-unknown", facts, row.track.cell) };
    }
    for (const field of [row.course, row.sections]) {
      const [id, second] = named(field?.value ?? "");
      if (id !== undefined && second === undefined) return { id, cell: field };
    }
    return onlyTrack === undefined ? NO_TRACK : { id: onlyTrack, cell: undefined };
  };
}
