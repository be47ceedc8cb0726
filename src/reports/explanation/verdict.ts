import { cellText } from "../../derivation/cell.ts";
import type { Derivation } from "../../derivation/derivation.ts";
import { leaves } from "../../derivation/replay.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import { letterOf } from "../../policy/curve/cutoffs.ts";
import { isGraduateCourse } from "../../policy/fitted-on.ts";
import type { IncompleteCause, Question } from "../../policy/status.ts";
import { type About, adjustmentOf, decisionText, ownComponents, titleOf } from "./about.ts";
import { type Line, line, placed, placeOf } from "./line.ts";
import { counted, shortText } from "./numbers.ts";
import { standingLines, totalLine } from "./total.ts";
import { missedText } from "./weight.ts";

/** Why the grade is what it is: a tree from the grade down to the cells. */
export function verdictLines(about: About): readonly Line[] {
  const { status, grade, letter, total } = about.grade;
  switch (status.kind) {
    case "final":
      return grade === undefined || letter === undefined || total === undefined
        ? []
        : [gradeLine(about, grade, [letterLine(about, letter.value, total)])];
    case "given": {
      const own = status.adjustment;
      const by = status.letter.value === "RD" ? "campus.review-deferred" : "decision.adjustment";
      const given = line(status.letter.value, `${status.letter.value} ${decisionText(own)}`, {
        by,
        cells: [own.cell, status.letter].map(({ cell }) => cellText(cell)),
      });
      return [
        ...(grade === undefined ? [given] : [gradeLine(about, grade, [given])]),
        ...(total === undefined
          ? standingLines(about)
          : [letterLine(about, letterOf(about.cutoffs, total.value), total, true)]),
      ];
    }
    case "incomplete":
      return [...status.causes.map((cause) => causeLine(about, cause)), ...ifZeroLines(about)];
    case "undecided":
      return [...status.questions.map((question) => questionLine(about, question)), ...standingLines(about)];
  }
}

/** From the letter to what is reported, under the student's grading basis. */
function gradeLine({ policy, grade }: About, reported: Derivation<string>, from: readonly Line[]): Line {
  const { basis, basisCell } = grade.assessment.student;
  const by = reported.kind === "cell" ? undefined : reported.by;
  const cells = basisCell === undefined ? [] : [cellText(basisCell.cell)];
  const place = basisCell === undefined ? "" : ` "${basisCell.value}" (${cellText(basisCell.cell)})`;
  const letter = reported.kind === "step" ? reported.from[0]?.value : reported.value;
  const say = (words: string) => line(reported.value, `${reported.value}: ${words}`, { by, cells, from });
  if (reported.value === "RD") return say("stays RD whatever the basis");
  if (basis === "unknown" && basisCell?.value === "")
    return say(`the letter itself; the basis is blank (${cellText(basisCell.cell)})`);
  if (basis === "unknown") return say(`the letter itself; the basis${place} says nothing else`);
  if (basis === "letter")
    return say(`the letter itself, by the basis${place === "" ? " of a roster without that column" : place}`);
  const lowest = policy.passing[basis];
  const passes = reported.value === "P" || reported.value === "S";
  return say(`${String(letter)} is ${passes ? "at least" : "below"} ${lowest}, by the basis${place}`);
}

/** The cut-off that a total reaches, and the next one, which it does not. */
function letterLine(about: About, letter: string, total: Derivation<Rational>, alone = false): Line {
  const { cutoffs, lowest, source } = about.cutoffs;
  const reached = cutoffs.findIndex(({ cutoff }) => compare(total.value, cutoff.value) >= 0);
  const own = cutoffs[reached];
  const above = reached < 0 ? cutoffs.at(-1) : cutoffs[reached - 1];
  const named = (cutoff: NonNullable<typeof own>) => `${placed(cutoff.cutoff)} for ${cutoff.letter}`;
  const missed = above === undefined ? "" : `below ${named(above)}`;
  const at = own === undefined ? "" : `at least ${named(own)}`;
  const words = [at, missed].filter((text) => text !== "").join(" and ");
  const where =
    words === "" ? `no cut-off is in force, so ${lowest}` : `${shortText(total.value)} is ${words}`;
  const from = about.fittedOn === undefined ? [] : [fitLine(about, about.fittedOn)];
  return line(letter, `${letter}${alone ? " would be the letter of the total alone" : ""}: ${where}`, {
    by: source.by,
    sources: [own, above].flatMap((cutoff) => (cutoff === undefined ? [] : [cutoff.cutoff])),
    from: [...from, totalLine(about, total)],
  });
}

function fitLine({ grade, cutoffs }: About, students: number): Line {
  const { from } = cutoffs.source;
  const graduates = isGraduateCourse(from ?? grade.assessment.student.track);
  const of = `${counted(students, graduates ? "letter-graded student" : "letter-graded undergraduate")}${from === undefined ? "" : ` of ${from}`}`;
  return line(String(students), `${of} set the cut-offs`, { by: "department.fitted-on" });
}

function causeLine(about: About, { component, by }: IncompleteCause): Line {
  if (component !== undefined) {
    const both = by === "i.missed-both" ? ownComponents(about).map(({ id }) => id) : [component];
    const found = both.filter((id) => about.grade.assessment.standings.get(id)?.kind === "missed");
    const words = found.map((id) => `${titleOf(about, id)} missed${missed(about, id).words}`).join("; ");
    return line("I", `I: ${words}`, { by, cells: found.flatMap((id) => missed(about, id).cells) });
  }
  const decision = adjustmentOf(about, "incomplete");
  const words = decision === undefined ? "by decision" : decisionText(decision);
  return line("I", `I ${words}`, { by, cells: decision === undefined ? [] : [cellText(decision.cell.cell)] });
}

/** What is submitted should the I not be confirmed. */
function ifZeroLines(about: About): readonly Line[] {
  const { ifZero } = about.grade;
  const text = "should the I not be confirmed, with missing work as zero";
  const letter = ifZero?.kind === "step" ? ifZero.from[0] : undefined;
  const total = letter?.kind === "step" ? letter.from[0] : undefined;
  if (ifZero === undefined || letter === undefined || total === undefined)
    return [line("", `${text}: cannot be said yet`, { by: "campus.incomplete" }), ...standingLines(about)];
  const from = [
    gradeLine(about, ifZero, [letterLine(about, String(letter.value), total as Derivation<Rational>)]),
  ];
  return [line(ifZero.value, `${ifZero.value} ${text}`, { by: "campus.incomplete", from })];
}

function questionLine(about: About, { kind, component, by }: Question): Line {
  const what = component === undefined ? "" : titleOf(about, component);
  const found = component === undefined ? { words: "", cells: [] } : missed(about, component);
  const standing = component === undefined ? undefined : about.grade.assessment.standings.get(component);
  const own = standing?.kind === "ungraded" || standing?.kind === "excused" ? standing : undefined;
  const waiting = own === undefined ? "" : ` (${cellText(own.cell.cell)})`;
  const texts = {
    excused: `${what} is ${own?.kind === "excused" ? own.why : "excused"}${waiting}, and the policy has no rule for it; set, zero or move-weight settles it`,
    "no-scores": "in no score file; most often the SID is mistyped there",
    ungraded: `${what} is handed in and has no score yet${waiting}`,
    missed: `${what} missed${found.words}, and the policy leaves open what follows`,
    "slip-order": `${what} is late and has no score yet${waiting}: which late homeworks count depends on it, till then they stand in the order of due dates`,
  };
  const cells = own === undefined ? found.cells : [cellText(own.cell.cell)];
  return line("", `open: ${texts[kind]}`, { by, cells });
}

function missed(
  about: About,
  component: string,
): { readonly words: string; readonly cells: readonly string[] } {
  const standing = about.grade.assessment.standings.get(component);
  const [evidence] = standing?.kind === "missed" ? leaves(standing.evidence) : [];
  if (evidence === undefined) return { words: "", cells: [] };
  return { words: missedText(about, evidence), cells: [placeOf(evidence) ?? []].flat() };
}
