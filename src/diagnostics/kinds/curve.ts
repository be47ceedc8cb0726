import { error, warning } from "../diagnostic.ts";

/** Problems of what an instructor tries with `curve`, and of freezing it. */
export const curve = {
  "option-form": error(
    (f: { option: string; text: string; reason?: string; expected: string }) =>
      `${f.option} cannot be "${f.text}"${f.reason === undefined ? "" : `: ${f.reason}`}.`,
    (f) => `write ${f.expected}`,
  ),
  "guaranteed-not-used": warning(
    (f: { track: string; from: string; rows: number }) =>
      `${f.track} takes the cut-offs of ${f.from}; its ${f.rows === 1 ? "row is" : `${f.rows} rows are`} not used.`,
    (f) => `guarantee cut-offs to ${f.from}; ${f.track} then has them too`,
  ),
  "cutoff-origin": error(
    (f: { column: string; track: string; text: string; other?: string }) =>
      f.other === undefined
        ? `the ${f.column} of ${f.track} is "${f.text}".`
        : `the ${f.column} of ${f.track} is "${f.text}" here and "${f.other}" above.`,
    () => "leave the columns as curve --freeze wrote them, or remove them: track,letter,cutoff is enough",
  ),
  "freeze-over-input": error(
    (f: { role: string }) => `the frozen cut-offs would overwrite an input, the ${f.role}.`,
    () => "name a file of their own with --freeze FILE, such as cutoffs.csv beside the roster",
  ),
  "freeze-exists": error(
    (f: { isCutoffs: boolean }) =>
      f.isCutoffs
        ? "the file is there already and holds other cut-offs."
        : "the file is there already and is no table of cut-offs.",
    (f) =>
      f.isCutoffs
        ? "cut-offs once frozen may have been announced: name another file, or replace them with --force"
        : "name another file; this one is not replaced, with --force neither",
  ),
  "freeze-provisional": error(
    (f: { track: string; students: number }) =>
      `${f.students} undecided ${f.students === 1 ? "student" : "students"} could still move the curve of ${f.track}; cut-offs frozen now leave ${f.students === 1 ? "that student" : "them"} out of the fit.`,
    () => "decide them first, or freeze all the same with --provisional",
  ),
  "freeze-empty": error(
    (f: { track: string }) =>
      `the proposal has no cut-off for ${f.track}: nobody reaches a letter above the lowest, and a file without rows for it would be refused.`,
    () => "try other shares or another method, and freeze those cut-offs",
  ),
  "freeze-not-writable": error(
    (f: { reason: string }) => `the cut-offs cannot be written: ${f.reason}.`,
    () => "name a file in a folder that you may write to with --freeze FILE",
  ),
};
