import { hasAll, hasAny, type Recognised, type Titles } from "./format.ts";

/** A file that is well known and holds nothing to grade by; what to use in its place. */
export interface OtherFile extends Recognised {
  readonly instead: string;
}

const COURSE_EXPORT = "use Gradescope's Download Grades (CSV) of the whole course";
const AS_TABLE = "copy the scores into a table with the columns sid,hw1,hw2,...";

const some = (titles: Titles, wanted: (title: string) => boolean) => [...titles].some(wanted);

/** Files that instructors have beside the ones that are read, the most particular headers first. */
export const otherFiles: readonly OtherFile[] = [
  {
    name: "Gradescope evaluations of one question",
    recognises: (titles) =>
      titles.has("question submission id") ||
      (hasAll(titles, "score", "adjustment") && titles.has("comments")),
    instead: COURSE_EXPORT,
  },
  {
    name: "table of Gradescope extensions",
    recognises: (titles) =>
      titles.has("extension type") ||
      (titles.has("time limit") && some(titles, (own) => own.startsWith("due ("))),
    instead: "write extensions.csv with the columns sid,assignment,days,reason",
  },
  {
    name: "list of extension requests",
    recognises: (titles) =>
      hasAll(titles, "original due date", "requested due date") ||
      hasAll(titles, "approval_status", "is_dsp"),
    instead: "write the approved ones into extensions.csv: sid,assignment,days,reason",
  },
  {
    name: "results of an earlier run (grades.csv)",
    recognises: (titles) => hasAll(titles, "sid", "slip_days_used", "letter", "grade_if_zero"),
    instead: "name the files that it was computed from",
  },
  {
    name: "results of an earlier run (slip-days.csv)",
    recognises: (titles) => hasAll(titles, "sid", "days_late", "days_charged", "outcome"),
    instead: "name the files that it was computed from",
  },
  {
    name: "table of adjustments",
    recognises: (titles) => hasAll(titles, "sid", "assignment", "action", "reason"),
    instead: "name it with --adjustments",
  },
  {
    name: "table of extensions",
    recognises: (titles) => hasAll(titles, "sid", "assignment", "days"),
    instead: "name it with --extensions",
  },
  {
    name: "table of cut-offs",
    recognises: (titles) => hasAll(titles, "track", "letter", "cutoff"),
    instead: "name it with --cutoffs",
  },
  {
    name: "nbgrader grade table",
    recognises: (titles) => hasAll(titles, "student_id", "raw_score", "late_submission_penalty"),
    instead: "copy it into a table with the columns sid,assignment,score,max_points",
  },
  {
    name: "Moodle grade export",
    recognises: (titles) =>
      titles.has("last downloaded from this course") ||
      hasAll(titles, "first name", "last name", "id number"),
    instead: AS_TABLE,
  },
  {
    name: "PrairieLearn gradebook",
    recognises: (titles) =>
      titles.has("uin") && (titles.has("uid") || titles.has("assessment")) && !titles.has("sid"),
    instead: AS_TABLE,
  },
  {
    name: "Autolab gradebook",
    recognises: (titles) => titles.has("grace_days_used") || hasAll(titles, "email", "first_name", "lecture"),
    instead: AS_TABLE,
  },
  {
    name: "scores of one Autolab assessment",
    recognises: (titles) => hasAll(titles, "submission time", "email", "total", "lecture"),
    instead: AS_TABLE,
  },
  {
    name: "Brightspace grade export",
    recognises: (titles) => hasAny(titles, "orgdefinedid", "end-of-line indicator"),
    instead: AS_TABLE,
  },
  {
    name: "grade sheet of another campus",
    recognises: (titles) => hasAny(titles, "final_assigned_egrade", "enrl cd", "perm #"),
    instead: "use CalCentral's class roster (Download CSV)",
  },
];
