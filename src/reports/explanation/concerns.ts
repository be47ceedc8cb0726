import type { Cell } from "../../derivation/cell.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Student } from "../../gradebook/gradebook.ts";

/** Whether a diagnostic is about a row of the student, or about no row; rows of nobody matter to whom no score file knows. */
export function concerns(student: Student, { code, severity, at }: Diagnostic): boolean {
  if (severity === "error" || at?.line === undefined) return true;
  if (code === "not-on-roster") return !student.hasScores;
  return cellsOf(student).some(({ file, line }) => file === at.file && line === at.line);
}

/** A cell of every row that is the student's. */
function cellsOf({ sid, work, extensions, adjustments }: Student): readonly Cell[] {
  return [
    sid.cell,
    ...[...work.values()].flatMap((own) => {
      if (own.kind === "graded") return own.scores.map(({ cell }) => cell);
      return own.cell === undefined ? [] : [own.cell.cell];
    }),
    ...[...extensions.values()].map(({ days }) => days.cell),
    ...adjustments.map(({ cell }) => cell.cell),
  ];
}
