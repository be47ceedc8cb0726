import { error, warning } from "../diagnostic.ts";

export const roster = {
  "roster-unknown": error(
    (f: { looked: string; nearest: string | undefined }) =>
      `this is no roster: its header has no ${f.looked}${f.nearest === undefined ? "" : ` (nearest: "${f.nearest}")`}.`,
    () =>
      "use CalCentral's class roster (Download CSV), or a table with the columns sid,name,email,track,basis",
  ),
  "roster-empty": error(
    (_: object) => "the roster has no enrolled student.",
    () => "download it again with the enrolled students",
  ),
  "sid-blank": error(
    (f: { name: string }) => `${f.name === "" ? "a student" : f.name} has no SID.`,
    () => "fill the SID in as CalCentral shows it",
  ),
  "sid-mangled": error(
    (f: { text: string }) => `"${f.text}" is an SID that a spreadsheet turned into a number.`,
    () => "format the column as text before saving, or use the download as it came",
  ),
  "roster-duplicate-sid": error(
    (f: { sid: string; first: number; second: number }) =>
      `SID ${f.sid} stands on lines ${f.first} and ${f.second}.`,
    () => "keep the row of the student's enrollment and remove the other",
  ),
  "student-ambiguous": error(
    (f: { text: string; students: number; candidates: readonly string[] }) =>
      [
        `--student: "${f.text}" fits ${f.students} students${f.students > f.candidates.length ? `; the first ${f.candidates.length} are` : ""}:`,
        ...f.candidates.map((candidate) => `    ${candidate}`),
      ].join("\n"),
    () => "name one of them by the SID",
  ),
  "student-not-graded": error(
    (f: { sid: string; name: string; role: string }) =>
      `--student: ${f.sid} (${f.name}) is on the roster as "${f.role}" and gets no grade.`,
    () => "correct the role on the roster if the student is enrolled after all",
  ),
  "track-unknown": error(
    (f: { sid: string; text: string; tracks: string }) =>
      `the track of ${f.sid} is "${f.text}"; the policy has ${f.tracks}.`,
    (f) => `write one of ${f.tracks}`,
  ),
  "track-column-missing": error(
    (f: { students: number; tracks: string }) =>
      `no column says which track (${f.tracks}) any of the ${f.students} students is in: neither track nor Course nor Sections.`,
    (f) => `name the one track of this roster with --track ${f.tracks.split(", ")[0]}, or add a column track`,
  ),
  "track-undetermined": error(
    (f: { sid: string; tracks: string }) => `nothing says which track ${f.sid} is in (${f.tracks}).`,
    () => "add a column `track`, or name the one track of this roster with --track",
  ),
  "basis-unknown": warning(
    (f: { sid: string; text: string }) =>
      f.text === ""
        ? `the grading basis of ${f.sid} is blank; the letter is given, and the curve is not fitted on it.`
        : `the grading basis of ${f.sid} is "${f.text}"; the letter is given, and the curve is not fitted on it.`,
    () => "look the basis up in CalCentral before the grade is submitted",
  ),
};
