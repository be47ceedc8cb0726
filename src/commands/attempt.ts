import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { Input } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import { type Grades, gradeTerm } from "../policy/policy.ts";
import { alsoKept, type LoadedTerm, loadTerm } from "./load.ts";
import { EXIT, type ExitCode, type InputOptions } from "./options.ts";

/** A term that was read and graded. */
export interface GradedTerm {
  readonly term: LoadedTerm;
  readonly grades: Grades;
  /** What the files made the program doubt: the same for the same files and options. */
  readonly warnings: readonly Diagnostic[];
}

/** What came of reading and grading a term: everything found on the way, and the grades unless there was an error. */
export interface Attempt {
  readonly inputs: readonly Input[];
  /** Grows while later steps report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
  /** The joined term, also where something in it is wrong; undefined when a file or the policy cannot be used at all. */
  readonly term: LoadedTerm | undefined;
  readonly graded: GradedTerm | undefined;
}

/** Grades a term that was read; undefined, and said why, where that cannot be. */
export type Grading = (term: LoadedTerm, report: Report) => Grades | undefined;

const byTheBook: Grading = ({ policy, gradebook, frozen }, report) =>
  gradeTerm(policy, gradebook, frozen, report);

/** Reads and grades a term; `check` adds a command's own conditions before anything is graded, by `grade`. */
export async function attempt(
  world: World,
  roster: string,
  options: InputOptions,
  check: (inputs: readonly Input[], report: Report) => void = () => undefined,
  grade: Grading = byTheBook,
): Promise<Attempt> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  let inputs: readonly Input[] = [];
  const term = await loadTerm(world, roster, options, report, (found) => {
    inputs = found;
  });
  check(inputs, report);
  if (term === undefined || hasErrors(diagnostics))
    return { inputs, diagnostics, report, term, graded: undefined };
  const graded = gradeLoaded(term, report, grade);
  return { inputs, diagnostics, report, term, graded: hasErrors(diagnostics) ? undefined : graded };
}

/** Grades a term that was read; what is wrong goes to `report`. */
export function gradeLoaded(
  term: LoadedTerm,
  report: Report,
  grade: Grading = byTheBook,
): GradedTerm | undefined {
  const warnings = [...term.warnings];
  const grades = grade(term, alsoKept(report, warnings));
  return grades && { term, grades, warnings };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** The exit code of a run that stopped: wrong usage when the command line itself is at fault. */
export function stoppedBy(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ code }) => USAGE.has(code)) ? EXIT.usage : EXIT.wrong;
}

/** Diagnostics about the command line rather than the data. */
const USAGE: ReadonlySet<string> = new Set([
  "freeze-exists",
  "freeze-over-input",
  "option-conflict",
  "option-form",
  "option-needs",
  "option-unknown-name",
  "option-value",
  "output-in-roster-folder",
  "output-over-input",
]);
