import { error, warning } from "../diagnostic.ts";

export const scores = {
  "scores-unknown": error(
    (f: { kind: string | undefined; looked: string; nearest: string | undefined }) =>
      f.kind === undefined
        ? `this is no score export: its header has no column ${f.looked}${nearestText(f.nearest)}.`
        : `this ${f.kind} has no column ${f.looked}${nearestText(f.nearest)}, so nobody can say whose scores these are.`,
    () =>
      "use Gradescope's Download Grades (CSV), a Canvas gradebook, or a table with the columns sid,hw1,hw2,...",
  ),
  "assignment-blank": error(
    (_: object) => "the row has a score and does not say of which assignment.",
    () => "write the assignment's title, or remove the row",
  ),
  "assignment-unnamed": error(
    (f: { title: string; example: string }) =>
      `these are scores of one assignment, and the file's name "${f.title}" does not say of which.`,
    (f) => `name the file after the assignment, as Gradescope does: ${f.example}`,
  ),
  "scores-empty": error(
    (_: object) => "the score file has a header and no rows.",
    () => "export it again with the students' scores, or leave the file out",
  ),
  "score-not-a-number": error(
    (f: { what: string; sid: string; text: string }) => `${f.what} of ${f.sid} is "${f.text}".`,
    (f) => `write a plain decimal such as 33.5, or leave it blank for no score${numberHint(f.text)}`,
  ),
  "score-partial": warning(
    (f: { what: string; sid: string; text: string }) =>
      `${f.what} of ${f.sid} is ${f.text} so far and not fully graded; it waits for its score.`,
    () => "finish grading it in Gradescope and export again",
  ),
  "status-contradicts": error(
    (f: { what: string; sid: string; status: string; text: string }) =>
      `${f.what} of ${f.sid} is "${f.status}" and has ${f.text === "" ? "no score" : `the score ${f.text}`}.`,
    () => "look the submission up in Gradescope and export again",
  ),
  "status-unknown": error(
    (f: { what: string; sid: string; status: string }) =>
      `the status of ${f.what} of ${f.sid} is "${f.status}".`,
    () => "write Graded, Ungraded or Missing, as Gradescope does",
  ),
  "maximum-not-a-number": error(
    (f: { what: string; text: string }) => `the maximum of ${f.what} is "${f.text}".`,
    () => "write a plain decimal above zero, as Gradescope exports it",
  ),
  "maximum-differs": error(
    (f: { what: string; first: string; line: number; second: string }) =>
      `the maximum of ${f.what} is ${f.second} here but ${f.first} on line ${f.line}.`,
    () => "export the file again; one assignment has one maximum",
  ),
  "time-unreadable": error(
    (f: { what: string; sid: string; text: string }) =>
      `the submission time of ${f.what} of ${f.sid} is "${f.text}".`,
    () => "write it as Gradescope does: 2022-02-21 22:15:00 -0800",
  ),
  "time-skipped": error(
    (f: { what: string; sid: string; text: string }) =>
      `the submission time of ${f.what} of ${f.sid}, "${f.text}", does not exist: the clocks went forward.`,
    () => "look the submission up in Gradescope and write its time with the offset, such as -0800",
  ),
  "time-twice": error(
    (f: { what: string; sid: string; text: string }) =>
      `the submission time of ${f.what} of ${f.sid}, "${f.text}", exists twice: the clocks went back.`,
    () => "look the submission up in Gradescope and write its time with the offset, such as -0700 or -0800",
  ),
  "lateness-unreadable": error(
    (f: { what: string; sid: string; text: string }) =>
      `the lateness of ${f.what} of ${f.sid} is "${f.text}".`,
    () => "write hours, minutes and seconds: 26:03:15; blank or 00:00:00 is on time",
  ),
  "scores-duplicate-student": error(
    (f: { sid: string; first: number; second: number }) =>
      `the rows on lines ${f.first} and ${f.second} are both of ${f.sid}.`,
    () => "keep the row that holds the student's scores, or merge the two accounts in Gradescope",
  ),
  "sid-email-conflict": error(
    (f: { sid: string; email: string; other: string }) =>
      `SID ${f.sid} and e-mail ${f.email} are two students: the e-mail is of ${f.other}.`,
    () => "correct the SID or the e-mail as the roster has it",
  ),
  "column-ambiguous": error(
    (f: { title: string; components: string }) =>
      `column "${f.title}" means two components: ${f.components}.`,
    () => "make the names of the components in the policy distinct, or rename the column",
  ),
  "component-without-column": error(
    (f: { what: string; names: string; nearest: string | undefined }) =>
      `no column of any score file is ${f.what}${f.nearest === undefined ? "" : ` (nearest: "${f.nearest}")`}.`,
    (f) => `name the column ${f.names}, or add the title to the component's names in the policy`,
  ),
  "component-sparse": error(
    (f: { what: string; id: string; track: string; scored: number; students: number }) =>
      `only ${f.scored} of ${f.students} students of ${f.track} ${f.scored === 1 ? "has" : "have"} a score for ${f.what}.`,
    (f) => `publish the scores and export again, or accept it with --allow-sparse ${f.id}`,
  ),
  "component-scored-twice": error(
    (f: { what: string; sid: string; first: string; second: string; texts: readonly [string, string] }) =>
      `${f.what} of ${f.sid} has two scores, ${f.texts[0]} (${f.first}) and ${f.texts[1]} (${f.second}).`,
    () => "remove the one that does not count, or set `combine: sum` in the policy when the parts add up",
  ),
  "columns-overlap": error(
    (f: { what: string; students: number; first: string; second: string; same: boolean; files: boolean }) =>
      `${f.what} of ${f.students} students is scored twice, in ${f.first} and ${f.second}${f.same ? ", with the same scores" : ""}.`,
    (f) =>
      `${f.files ? "leave one file out, naming the others with --scores" : "remove the column that does not count"}, or set \`combine: sum\` in the policy when the parts add up`,
  ),
  "joined-by-email": warning(
    (f: { sid: string; email: string; roster: string }) =>
      `${f.sid === "" ? "a row without SID" : `SID ${f.sid}`} is not on the roster; joined to ${f.roster} by ${f.email}.`,
    () => "correct the SID in Gradescope",
  ),
  "not-on-roster": warning(
    (f: { sid: string; name: string }) =>
      `${f.sid === "" ? "a row without SID" : f.sid}${f.name === "" ? "" : ` (${f.name})`} is nobody on the roster; left out.`,
    () => "correct the SID or the e-mail if it is a student of the course",
  ),
  "score-over-maximum": warning(
    (f: { what: string; sid: string; text: string; maximum: string }) =>
      `${f.what} of ${f.sid} is ${f.text} of ${f.maximum}; it counts as it is.`,
    () => "nothing to do if it is extra credit",
  ),
  "score-negative": warning(
    (f: { what: string; sid: string; text: string }) =>
      `${f.what} of ${f.sid} is ${f.text}, below zero; it counts as it is.`,
    () => "nothing to do if it is a penalty",
  ),
  "score-not-of-track": warning(
    (f: { what: string; sid: string; track: string }) =>
      `${f.sid} is in ${f.track}, which has no ${f.what}; the score does not count.`,
    () => "check the student's track on the roster",
  ),
  "lateness-ignored": warning(
    (f: { what: string; sid: string; text: string }) =>
      `${f.what} of ${f.sid} is ${f.text} late; slip days do not apply there, so it is ignored.`,
    () => "record a `deduct` adjustment if it should cost points",
  ),
  "due-time-differs": warning(
    (f: { what: string; students: number; exported: string; policy: string }) =>
      `${f.what} was due at ${f.exported} by the export, at ${f.policy} by the policy, for ${f.students} late ${f.students === 1 ? "student" : "students"}; the export's time counts.`,
    () => "nothing to do if Gradescope is right; otherwise correct the due date there",
  ),
  "due-time-longer": warning(
    (f: { what: string; students: number; policy: string }) =>
      `${f.what} of ${f.students} ${f.students === 1 ? "student" : "students"} came after ${f.policy}, when it was due by the policy, and is not late by the export; the export counts.`,
    () => "nothing to do if Gradescope gives them longer; slip-days lists them as extensions there",
  ),
};

function nearestText(nearest: string | undefined): string {
  return nearest === undefined ? "" : ` (nearest: "${nearest}")`;
}

function numberHint(text: string): string {
  if (/^-?\d{1,3}(,\d{3})+$/.test(text))
    return `; without the comma: ${text.replaceAll(",", "")}, or ${text.replace(",", ".")} if it stands for the decimal point`;
  if (/^-?\d+,\d+$/.test(text)) return `; the decimal sign is a point: ${text.replace(",", ".")}`;
  if (/^[-+\d.]+e[-+\d]+$/i.test(text)) return "; write all digits out";
  if (/^(?=.*[oOlI])[\doOlI.]+$/.test(text))
    return `; is it ${text.replace(/o/gi, "0").replace(/[lI]/g, "1")}?`;
  if (/^(n\/?a|-|exempt|excuse)$/i.test(text)) return "; EX for work that is excused";
  return "";
}
