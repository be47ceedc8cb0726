/** A question that the written policy leaves open, and how this program answers it. */
export interface Interpretation {
  readonly question: string;
  readonly decision: string;
  readonly reason: string;
  /** The policy setting that changes the decision; undefined where nothing does. */
  readonly setting: string | undefined;
}

export const interpretations = {
  "i.slip-unit": {
    question: "What is a slip day?",
    decision: "Any part of a calendar day after the deadline, counted at the same local time each day.",
    reason: "Students were told 11:59 PM; a clock change must neither give nor take an hour.",
    setting: "slip_days.unit: calendar-day | elapsed-24h",
  },
  "i.slip-order": {
    question: "Which late homework is charged first?",
    decision: "By due date; one that needs more days than are left counts zero and charges nothing.",
    reason: "It is the order in which students spent them, and later homeworks may still use what is left.",
    setting: "slip_days.order: due-date | best-for-student",
  },
  "i.missed": {
    question: "What is a missed exam?",
    decision: "A blank score without a submission; a recorded zero is an exam taken.",
    reason: "Gradescope leaves both cells blank for somebody who was not there.",
    setting: undefined,
  },
  "i.ungraded": {
    question: "What does handed-in work without a score count?",
    decision: "Undecided until it is graded; never a zero.",
    reason: "The student did the work.",
    setting: undefined,
  },
  "i.excused": {
    question: "What does work count that the export marks as excused, or as not assigned to the student?",
    decision:
      "Undecided: the instructor must say, by set, zero, absent or move-weight; it takes no slip days.",
    reason:
      "The policy drops no work and has no rule for an excuse; leaving it out would change every weight.",
    setting: undefined,
  },
  "i.missed-midterm1-282A": {
    question: "What if a 282A student misses midterm 1?",
    decision: "Undecided: the instructor must say.",
    reason: "The slides speak of midterm 2 taking over, which 282A does not have.",
    setting: "missed.midterm1.282A: undecided | project | incomplete | zero",
  },
  "i.missed-project": {
    question: "What if a 282A student hands in no project?",
    decision: "Undecided: the instructor must say.",
    reason: "The slides give no rule.",
    setting: "missed.project: undecided | incomplete | zero",
  },
  "i.missed-both": {
    question: "What if a 182 student misses both midterms?",
    decision: "Incomplete, as for midterm 2 alone.",
    reason: "Midterm 2 would carry the weight of both, and a missed midterm 2 gives an incomplete.",
    setting: undefined,
  },
  "i.curve-282A": {
    question: "Which cut-offs hold for 282A?",
    decision: "Those of 182, on 282A's own totals; its distribution is shown apart.",
    reason: "No shares are published for 282A, and the department gives both groups the same boundaries.",
    setting: "curve.282A",
  },
  "i.curve-inner": {
    question: "How is a group of the guideline split into plus, plain and minus?",
    decision: "Into equal shares; A+ has none unless the policy gives it one.",
    reason: "The guideline speaks of whole letters only.",
    setting: "curve.182.shares",
  },
  "i.rounding": {
    question: "Is a total rounded before it meets the cut-offs?",
    decision: "Never.",
    reason: "A rounded total would give the letter to somebody who did not reach it.",
    setting: undefined,
  },
  "i.due-zone": {
    question: "The site prints PST also in daylight-saving time; when is a homework due?",
    decision: "At 23:59 local time, whatever the season.",
    reason: "It is what every clock on campus showed.",
    setting: "components.*.due",
  },
  "i.negative": {
    question: "How large is a penalty that the cheating rule leaves without bound?",
    decision: "What a `set` adjustment says, which may be negative; the program invents no amount.",
    reason: "The amount is the instructor's decision.",
    setting: undefined,
  },
  "i.no-scores": {
    question: "What of a student on the roster who is in no score file?",
    decision: "Undecided.",
    reason: "Most often the SID was mistyped, and the scores are there under another one.",
    setting: undefined,
  },
  "i.extension": {
    question: "How do extensions and slip days combine?",
    decision: "An extension moves the due date by whole calendar days; slip days count from there.",
    reason: "That is what students are told when one is granted.",
    setting: undefined,
  },
} as const satisfies Readonly<Record<string, Interpretation>>;

export type InterpretationId = keyof typeof interpretations;
