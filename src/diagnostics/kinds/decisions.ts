import { error, warning } from "../diagnostic.ts";

/** Problems of extensions.csv and adjustments.csv. */
export const decisions = {
  "table-unknown": error(
    (f: { looked: string; kind: string }) =>
      `this is no table of ${f.kind === "cutoffs" ? "cut-offs" : f.kind}: its header has no ${f.looked}.`,
    (f) =>
      f.kind === "extensions"
        ? "use the columns sid,assignment,days,reason and, if wanted, in_gradescope"
        : f.kind === "adjustments"
          ? "use the columns sid,assignment,action,value,reason"
          : f.kind === "slip-day claims"
            ? "use the columns sid,assignment,days"
            : "use the columns track,letter,cutoff",
  ),
  "student-unknown": error(
    (f: { sid: string }) => (f.sid === "" ? "the SID is blank." : `SID ${f.sid} is not on the roster.`),
    () => "write the SID as the roster has it, or remove the row of somebody who left the course",
  ),
  "student-left-out": warning(
    (f: { sid: string; role: string }) => `${f.sid} is ${f.role} and gets no grade; the row is not used.`,
    () => "remove the row, or correct the student's role on the roster",
  ),
  "assignment-unknown": error(
    (f: { text: string; known: string }) =>
      f.text === "" ? "the component is blank." : `"${f.text}" is no component of the policy.`,
    (f) => `write one of ${f.known}`,
  ),
  "extension-days": error(
    (f: { text: string }) => `"${f.text}" is no whole number of days above zero.`,
    () => "write 1, 2, 3, ...; a part of a day counts as a whole one",
  ),
  "extension-no-slip-days": error(
    (f: { what: string }) => `extensions are for homeworks with slip days; ${f.what} has none.`,
    () => "remove the row; record what was agreed in adjustments.csv",
  ),
  "extension-repeated": error(
    (f: { what: string; sid: string; line: number }) =>
      `${f.what} of ${f.sid} has an extension on line ${f.line} already.`,
    () => "keep one row with all the days",
  ),
  "extension-in-gradescope": error(
    (f: { text: string }) => `in_gradescope is "${f.text}".`,
    () => "write yes when Gradescope's lateness has the extension in it, otherwise no",
  ),
  "declared-days": error(
    (f: { text: string }) => `a claim of "${f.text}" slip days.`,
    () => "write a whole number of days, zero or more",
  ),
  "declared-no-slip-days": error(
    (f: { what: string; sid: string }) => `${f.what} of ${f.sid} takes no slip days.`,
    () => "remove the row; slip days are claimed for homeworks of the student's track",
  ),
  "declared-repeated": error(
    (f: { what: string; sid: string; line: number }) =>
      `${f.what} of ${f.sid} has a claim on line ${f.line} already.`,
    () => "keep the claim that the student made last",
  ),
  "adjustment-action": error(
    (f: { text: string; nearest: string | undefined }) =>
      f.text === ""
        ? "the action is blank."
        : `there is no action "${f.text}"${f.nearest === undefined ? "" : ` (nearest: ${f.nearest})`}.`,
    () => "write set, deduct, zero, absent, move-weight, slip-days, incomplete or grade",
  ),
  "adjustment-value": error(
    (f: { action: string; text: string; expected: string }) =>
      f.text === "" ? `the value of ${f.action} is blank.` : `the value of ${f.action} is "${f.text}".`,
    (f) => `write ${f.expected}`,
  ),
  "adjustment-reason": error(
    (f: { action: string }) => `${f.action === "" ? "the row" : f.action} has no reason.`,
    () => "say in a few words why; it goes into the audit record",
  ),
  "adjustment-scope": error(
    (f: { action: string; whole: boolean }) =>
      f.whole
        ? `${f.action} is for the student as a whole, not for one component.`
        : `${f.action} needs a component.`,
    (f) => (f.whole ? "leave the assignment blank" : "name the component in the assignment column"),
  ),
  "adjustment-not-of-track": error(
    (f: { what: string; sid: string; track: string }) => `${f.sid} is in ${f.track}, which has no ${f.what}.`,
    () => "name a component of the student's track",
  ),
  "adjustment-repeated": error(
    (f: { action: string; sid: string; what: string; line: number }) =>
      `${f.sid} has ${f.action}${f.what === "" ? "" : ` on ${f.what}`} on line ${f.line} already.`,
    () => "keep the one that holds",
  ),
  "adjustment-absent-clash": error(
    (f: { what: string; sid: string; other: string; line: number }) =>
      `${f.what} of ${f.sid} cannot be absent and have ${f.other} (line ${f.line}).`,
    () => "remove one of the two",
  ),
  "adjustment-absent-homework": error(
    (f: { what: string }) => `${f.what} cannot be absent: work not handed in counts zero there.`,
    () => "absent is for exams and the project",
  ),
  "adjustment-deduct-nothing": error(
    (f: { what: string; sid: string; state: string }) =>
      `${f.what} of ${f.sid} is ${f.state}; nothing can be deducted.`,
    () => "use set or zero, or wait for the score",
  ),
  "adjustment-move-chain": error(
    (f: { sid: string; from: string; to: string; line: number }) =>
      f.from === f.to
        ? `${f.from} of ${f.sid} cannot take over its own weight.`
        : `the weight of ${f.from} of ${f.sid} cannot move to ${f.to}, whose own weight moves away (line ${f.line}).`,
    () => "move each weight straight to the component that keeps it",
  ),
};
