import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readClaims } from "../gradebook/declared.ts";
import { enroll } from "../gradebook/enroll.ts";
import type { Input } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import type { Table } from "../records/table.ts";
import { slipDayStudents } from "../reports/slip-day-ledger.ts";
import { slipDayTable } from "../reports/slip-day-table.ts";
import { slipDayView } from "../reports/slip-day-view.ts";
import { csvText } from "../writers/csv.ts";
import { slipDayJson, slipDayText } from "../writers/slip-day-view.ts";
import { attempt, hasErrors, stoppedBy } from "./attempt.ts";
import { EXIT, type ExitCode, type InputOptions } from "./options.ts";
import { coloursOf, printDiagnostics, printJson } from "./print.ts";
import { checkOptions, filterOf, readDeclared, type SlipDayOptions } from "./slip-day-options.ts";

/** Shows the slip-day ledger of a term, or the part of it that is asked for; writes no file. */
export async function slipDays(
  world: World,
  roster: string,
  given: InputOptions & SlipDayOptions,
): Promise<ExitCode> {
  const options = { ...given, out: "" };
  let declared: { readonly input: Input; readonly table: Table } | undefined;
  const { inputs, diagnostics, report, graded } = await attempt(world, roster, options, (found, tell) => {
    checkOptions(options, tell);
    declared = readDeclared(world, options, found, tell);
  });
  const sources = declared === undefined ? inputs : [...inputs, declared.input];
  const stop = (problems: readonly Diagnostic[]): ExitCode => {
    const exit = stoppedBy(problems);
    printDiagnostics(world, options, problems, sources, exit);
    return exit;
  };
  if (graded === undefined) return stop(diagnostics);
  const { policy, zone, gradebook, roster: sheet } = graded.term;
  const tracks = policy.tracks.map(({ id }) => id);
  const everybody = enroll(sheet, tracks, options.track, () => undefined);
  const claims = declared && readClaims(declared.table, everybody, policy, report);
  const filter = filterOf(options, policy, gradebook.students, report);
  if (hasErrors(diagnostics)) return stop(diagnostics);
  const all = slipDayStudents(policy, zone, graded.grades);
  const view = slipDayView(policy, zone, graded.grades, all, filter, claims);
  if (options.json === true) {
    printJson(world, options, diagnostics, sources, EXIT.done, slipDayJson(view, zone));
    return EXIT.done;
  }
  printDiagnostics(world, options, diagnostics, sources, EXIT.done);
  if (options.csv === true) {
    const shown = new Set(view.students.flatMap(({ rows }) => rows.map(({ entry }) => entry)));
    world.stdout.write(csvText(slipDayTable(zone, graded.grades.grades, (entry) => shown.has(entry))));
  } else if (options.quiet !== true) {
    world.stdout.write(slipDayText(view, zone, coloursOf(world, options, world.stdout)));
  }
  return EXIT.done;
}
