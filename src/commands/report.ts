import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { checkOutputFile, folderOf, writeOneFile } from "../io/one-file.ts";
import { PAGE, recordedPath } from "../io/outputs.ts";
import type { World } from "../io/world.ts";
import { publicReport, THRESHOLD } from "../reports/public/public-report.ts";
import { VERSION } from "../version.ts";
import { publicPage } from "../writers/html/public/page.ts";
import { attempt, type GradedTerm, stoppedBy } from "./attempt.ts";
import { EXIT, type ExitCode, type InputOptions, type OutputOptions } from "./options.ts";
import { pageOf, summaryOf } from "./outputs-of.ts";
import { printDiagnostics } from "./print.ts";

export interface ReportOptions extends InputOptions, Omit<OutputOptions, "out"> {
  /** The file to write; `-` is standard output. */
  readonly output?: string;
  readonly public?: boolean;
  readonly threshold?: string;
}

const STDOUT = "-";
const OPTION = "-o FILE";
/** A name of its own, so that nobody posts the other one by mistake. */
const PUBLIC_PAGE = "report-public.html";

/** Writes the distribution report alone: for the instructors, or aggregates only for posting. */
export async function report(world: World, roster: string, flags: ReportOptions): Promise<ExitCode> {
  const path = flags.output ?? (flags.public === true ? PUBLIC_PAGE : PAGE);
  const options = { ...flags, out: path };
  const threshold = thresholdOf(flags);
  const {
    inputs,
    diagnostics,
    report: tell,
    graded,
  } = await attempt(world, roster, options, (found, say) => {
    checkOptions(flags, path, threshold, say);
    if (path !== STDOUT && path !== "") checkOutputFile(world, path, found, OPTION, say);
  });
  const stop = (): ExitCode => {
    const exit = stoppedBy(diagnostics);
    printDiagnostics(world, options, diagnostics, inputs, exit);
    return exit;
  };
  if (graded === undefined || threshold === undefined) return stop();
  const text = flags.public === true ? publicText(world, graded, threshold) : pageText(world, graded, path);
  if (path !== STDOUT && !writeOneFile(world, path, text, OPTION, tell)) return stop();
  const written = path === STDOUT ? [] : [path];
  printDiagnostics(world, options, diagnostics, inputs, EXIT.done, summaryOf(graded, written));
  if (path === STDOUT) world.stdout.write(text);
  else if (flags.json !== true && flags.quiet !== true) world.stdout.write(`Wrote ${path}\n`);
  return EXIT.done;
}

/** Undefined for what is no whole number of at least two. */
function thresholdOf({ threshold }: ReportOptions): number | undefined {
  if (threshold === undefined) return THRESHOLD;
  return /^\d{1,6}$/.test(threshold) && Number(threshold) >= 2 ? Number(threshold) : undefined;
}

function checkOptions(
  { json, threshold: text, public: isPublic }: ReportOptions,
  path: string,
  threshold: number | undefined,
  say: Report,
): void {
  if (path === "") say(problem("option-value", { option: "-o", text: path, known: "report.html, -, ..." }));
  if (json === true && path === STDOUT) say(problem("option-conflict", { first: "--json", second: "-o -" }));
  if (threshold === undefined)
    say(problem("option-value", { option: "--threshold", text: text ?? "", known: "2, 3, 5, 10, ..." }));
  if (text !== undefined && isPublic !== true)
    say(problem("option-needs", { option: "--threshold", needed: "--public" }));
}

function publicText(world: World, { term, grades }: GradedTerm, threshold: number): string {
  return publicPage(publicReport(term.policy, grades, threshold), world.hash);
}

function pageText(world: World, graded: GradedTerm, path: string): string {
  const { term } = graded;
  const folder = path === STDOUT ? "." : folderOf(path);
  return pageOf(world, graded, summaryOf(graded), {
    version: VERSION,
    policyHash: world.hash(JSON.stringify(term.policy.document)),
    options: {},
    inputs: term.inputs.map((input) => ({ ...input, path: recordedPath(world, folder, input.path) })),
  }).text;
}
