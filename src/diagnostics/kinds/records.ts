import { error } from "../diagnostic.ts";

/** Enough of a SHA-256 to tell two apart by eye. */
const short = (hash: string) => hash.slice(0, 12);

const found = (text: string | undefined) => (text === undefined ? "nothing" : `"${text}"`);

/** Problems of what a run wrote, when it is read back. */
export const records = {
  "record-missing": error(
    (f: { unfinished: boolean }) =>
      f.unfinished
        ? "there is no audit.jsonl: the run that wrote this folder was cut short."
        : "there is no audit.jsonl: this is no folder that compute wrote.",
    (f) => (f.unfinished ? "run compute again" : "name the folder that compute wrote, its --out"),
  ),
  "record-unreadable": error(
    (f: { reason: string }) => `the record cannot be read: ${f.reason}.`,
    () => "put the record back as compute wrote it, or run compute again",
  ),
  "record-other-version": error(
    (f: { recorded: string; own: string }) =>
      `grades ${f.recorded} wrote this record; this is grades ${f.own}.`,
    (f) => `verify with grades ${f.recorded}; another version may write other bytes`,
  ),
  "record-other-policy": error(
    (f: { id: string; recorded: string; own: string | undefined }) =>
      f.own === undefined
        ? `the built-in policy ${f.id} is recorded, which this program does not have.`
        : `the policy ${f.id} is not the one recorded: its SHA-256 begins with ${short(f.own)}, not ${short(f.recorded)}.`,
    () => "verify with the version of the program that wrote the record",
  ),
  "record-roster-piped": error(
    (_: object) => "the roster came from standard input and is not kept, so nothing can be computed again.",
    () => "save the roster as a file and compute from it; then the run can be verified",
  ),
  "input-missing": error(
    (f: { role: string }) => `the file is gone; the grades were computed from it (${f.role}).`,
    () => "put the file back where it was, or run compute again",
  ),
  "input-changed": error(
    (f: { role: string; own: string; recorded: string }) =>
      `the file (${f.role}) changed after the run: its SHA-256 begins with ${short(f.own)}, not ${short(f.recorded)}.`,
    () => "put back the file that was graded, or run compute again if the change is meant",
  ),
  "output-missing": error(
    (_: object) => "the file that compute wrote is not there.",
    () => "run compute again",
  ),
  "output-changed": error(
    (f: { what: string; own: string | undefined; computed: string | undefined }) =>
      `${f.what} is ${found(f.own)}; the recorded inputs give ${found(f.computed)}.`,
    () => "run compute again; a grade is changed in the inputs or in adjustments.csv, never here",
  ),
  "output-not-as-written": error(
    (f: { reason: string }) => `the file is not as compute wrote it: ${f.reason}.`,
    () => "run compute again; a grade is changed in the inputs or in adjustments.csv, never here",
  ),
  "grades-unknown": error(
    (f: { missing: readonly string[] }) => {
      const [first = "", ...more] = f.missing;
      const rest = more.length === 0 ? "" : ` (and ${more.length} more of those that compute writes)`;
      return `this is no grades.csv: its header has no column ${first}${rest}.`;
    },
    () => "name a grades.csv that compute wrote, or the folder that it wrote",
  ),
  "grades-repeated": error(
    (f: { sid: string; first: number; second: number }) =>
      `SID ${f.sid} stands on lines ${f.first} and ${f.second}.`,
    () => "name a grades.csv as compute wrote it",
  ),
};
