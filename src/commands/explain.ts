import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Student } from "../gradebook/gradebook.ts";
import { findStudent, nearestStudents } from "../gradebook/one-student.ts";
import type { World } from "../io/world.ts";
import type { Grade } from "../policy/policy.ts";
import { concerns } from "../reports/explanation/concerns.ts";
import { explain as explanationOf } from "../reports/explanation.ts";
import { explanationJson } from "../writers/explanation-json.ts";
import { explanationText } from "../writers/explanation-text.ts";
import { attempt, type GradedTerm, stoppedBy } from "./attempt.ts";
import { EXIT, type ExitCode, type InputOptions, type OutputOptions } from "./options.ts";
import { coloursOf, printDiagnostics, printJson } from "./print.ts";

export interface ExplainOptions extends InputOptions, Omit<OutputOptions, "out"> {
  readonly student: string;
  readonly full?: boolean;
}

const LISTED = 20;

/** Explains one student's grade; the class is graded as by `compute`, nothing is written. */
export async function explain(world: World, roster: string, flags: ExplainOptions): Promise<ExitCode> {
  const options = { ...flags, out: "" };
  const { inputs, diagnostics, graded } = await attempt(world, roster, options);
  if (graded === undefined) {
    const exit = stoppedBy(diagnostics);
    printDiagnostics(world, options, diagnostics, inputs, exit);
    return exit;
  }
  const { term, grades } = graded;
  const students = term.gradebook.students;
  const found = findStudent(students, flags.student);
  const grade = found.kind === "one" ? gradeOf(graded, found.student) : undefined;
  if (grade === undefined) {
    const candidates =
      found.kind === "several" ? found.students : nearestStudents(students, flags.student).slice(0, LISTED);
    const shown = [whyNobody(graded, flags.student, candidates, found.kind === "several")];
    if (options.json === true)
      printJson(world, options, shown, inputs, EXIT.wrong, { candidates: candidates.map(candidateData) });
    else printDiagnostics(world, options, shown, inputs, EXIT.wrong);
    return EXIT.wrong;
  }
  const explanation = explanationOf(term.policy, term.zone, grades, grade);
  const shown = diagnostics.filter((diagnostic) => concerns(grade.assessment.student, diagnostic));
  const full = flags.full === true;
  if (options.json === true) {
    printJson(world, options, shown, inputs, EXIT.done, explanationJson(explanation, term.zone, full));
    return EXIT.done;
  }
  printDiagnostics(world, options, shown, inputs, EXIT.done);
  if (options.quiet !== true) world.stderr.write(restText(diagnostics.length - shown.length));
  world.stdout.write(explanationText(explanation, term.zone, full, coloursOf(world, options, world.stdout)));
  return EXIT.done;
}

function gradeOf({ grades }: GradedTerm, student: Student): Grade | undefined {
  return grades.grades.find(({ assessment }) => assessment.student === student);
}

/** Nobody has that name, several do, or somebody who gets no grade. */
function whyNobody(
  { term }: GradedTerm,
  text: string,
  candidates: readonly Student[],
  several: boolean,
): Diagnostic {
  if (several) {
    const listed = candidates.slice(0, LISTED).map(candidateText);
    return problem("student-ambiguous", { text, students: candidates.length, candidates: listed });
  }
  const leftOut = findStudent(term.roster.rows, text);
  if (leftOut.kind === "one") {
    const { sid, name, role } = leftOut.student;
    return problem("student-not-graded", { sid: sid.value, name, role }, sid.cell);
  }
  const nearest = candidates.length === 0 ? undefined : candidates.map(candidateText).join("; or ");
  return problem("student-not-found", { text, nearest });
}

function candidateText({ sid, name, track }: Student): string {
  return `${sid.value}  ${name} (${track})`;
}

function candidateData({ sid, name, email, track }: Student) {
  return { sid: sid.value, name, email, track };
}

/** Warnings about others are counted, not shown. */
function restText(rest: number): string {
  if (rest === 0) return "";
  return `${rest} ${rest === 1 ? "warning" : "warnings"} about other rows left out; \`grades check\` lists them.\n`;
}
