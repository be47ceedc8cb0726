/** One rule of the written policy, in this program's words, with where it is written. */
export interface Clause {
  readonly text: string;
  readonly source: string;
}

const LECTURE = "CS 182/282A Spring 2022, lecture 1 (2022-01-19), slide";
const SITE = "CS 182/282A Spring 2022, course web site";
const CAMPUS = "UC Berkeley, Academic Senate and Registrar";
const DEPARTMENT = "EECS department, undergraduate grading guideline";
const PROGRAM = "grades, what this program adds";

const clause = (source: string, text: string): Clause => ({ text, source });
const slide = (title: string, text: string): Clause => clause(`${LECTURE} "${title}"`, text);

/** Every clause that a number of this program can cite. */
export const clauses = {
  "hw.weight": slide(
    "Homework assignments",
    "Each of the four homeworks is 15% of the grade, in both tracks.",
  ),
  "hw.no-drops": slide("Homework assignments", "All four homeworks count; none is dropped."),
  "hw.slip-days": slide("Homework assignments", "A student has five slip days for the whole semester."),
  "hw.no-other-late": slide(
    "Homework assignments",
    "A late homework that slip days do not cover is not accepted and counts zero.",
  ),
  "hw.integrity": slide(
    "Homework assignments",
    "Copied code or write-up costs at least the whole homework: zero at once.",
  ),
  "exam.182": slide("Exams", "In 182 the two midterms are 20% each."),
  "exam.282A": slide("Exams", "In 282A midterm 1 is 15% and there is no midterm 2."),
  "project.282A": slide("Exams; Final project", "In 282A a final project of 25% stands in for midterm 2."),
  "exam.no-alternates": slide("Exams", "An exam is given once; there is no other date."),
  "exam.missed-midterm1": slide("Exams", "Who misses midterm 1 has midterm 2 count 40%."),
  "exam.missed-midterm2": slide("Exams", "Who misses midterm 2 gets an incomplete."),
  "exam.integrity": slide("Exams", "Misconduct in an exam costs at least a good part of its points."),
  "curve.at-end": slide("Grading", "Letters come from one curve, made after all scores are in."),
  "curve.no-precedent": slide("Grading", "No earlier semester or instructor binds this distribution."),
  "curve.gpa-range": slide("Grading", "For an upper-division course a GPA between 3.0 and 3.5 is typical."),
  "curve.shares": slide(
    "Grading",
    "The guideline's example: 45% A's, 40% B's, 10% C's and 5% D's and F's make a GPA near 3.2.",
  ),
  "curve.selective": slide(
    "Grading",
    "A course with selective enrollment may lie outside the typical range.",
  ),
  "curve.graduate": slide(
    "Grading",
    "For graduate students A's are doctoral quality, B+ and B fit a master's student, B- and below fall short.",
  ),
  "term.due-dates": clause(SITE, "Homeworks were due at 11:59 PM Pacific on 02-21, 03-14, 04-11 and 05-02."),
  "term.no-slack": clause(SITE, "Beyond the slip days there is no slack: the grace period is zero."),
  "term.negative": clause(
    SITE,
    "Cheating may cost points without bound, so a recorded score may be negative.",
  ),
  "term.points": clause(
    SITE,
    "Scores come from Gradescope with their own maxima; otherwise out of 100 points.",
  ),
  "campus.grade-points": clause(
    CAMPUS,
    "A+ and A are 4.0 points; a plus adds 0.3, a minus takes 0.3; F is 0.",
  ),
  "campus.p-np": clause(CAMPUS, "P means C- or better."),
  "campus.s-u": clause(CAMPUS, "S means B- or better."),
  "campus.basis": clause(CAMPUS, "The student's grading basis decides between a letter, P/NP and S/U."),
  "campus.incomplete": clause(
    CAMPUS,
    "An I needs the student's request, passing work and a cause beyond control; else the missing work is zero.",
  ),
  "campus.review-deferred": clause(CAMPUS, "A pending conduct case is reported as RD, never as I."),
  "campus.equal-work": clause(CAMPUS, "Equal work earns equal grades: equal totals share a letter."),
  "department.fitted-on": clause(
    DEPARTMENT,
    "Letter-graded undergraduates set the boundaries; everybody else in the course is graded by them.",
  ),
  "decision.adjustment": clause(
    PROGRAM,
    "An instructor's recorded decision with its reason (adjustments.csv).",
  ),
  "decision.extension": clause(PROGRAM, "An extension that the instructor granted (extensions.csv)."),
  "decision.cutoffs": clause(
    PROGRAM,
    "Cut-offs that the instructor froze (cutoffs.csv) or fixed in the policy.",
  ),
  "decision.policy": clause(PROGRAM, "A value that the policy file in force sets."),
} as const satisfies Readonly<Record<string, Clause>>;

export type ClauseId = keyof typeof clauses;
