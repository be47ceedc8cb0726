import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Policy } from "../../policy/parameters.ts";
import type { Grade, Grades } from "../../policy/policy.ts";
import type { TrackDistribution } from "../distribution.ts";
import { type NearTrack, nearCutoffs } from "../near-cutoffs.ts";
import type { Summary } from "../summary.ts";
import { type ComponentStatistics, componentStatistics } from "./components.ts";
import { type Decision, decisionsOf } from "./decisions.ts";
import { type IncompleteCase, incompleteCases, type OpenCase, openCases } from "./open-cases.ts";
import { type Population, populationOf } from "./population.ts";
import { type SlipDayUse, slipDayUse } from "./slip-days.ts";

/** An input as the page names it. */
export interface SourceFile {
  readonly role: string;
  /** The short name under which cells cite it: a path where two files share theirs. */
  readonly name: string;
  /** Its path from the output folder; the page must not hold the machine's. */
  readonly path: string;
  readonly sha256: string;
}

/** What a run is known by beside its grades. */
export interface RunIdentity {
  readonly version: string;
  readonly policySha256: string;
  readonly inputs: readonly SourceFile[];
}

/** One track as the page shows it. */
export interface TrackReport {
  readonly distribution: TrackDistribution;
  readonly population: Population;
  readonly components: readonly ComponentStatistics[];
  readonly slipDays: SlipDayUse;
  /** The students of the track, by SID. */
  readonly grades: readonly Grade[];
}

/** What the page takes from the summary: nothing of how or where the program was called. */
export type ClassSummary = Pick<
  Summary,
  "tracks" | "waitlisted" | "dropped" | "staff" | "reconciliation" | "interpretations"
>;

/** Everything that the distribution report has to show. */
export interface ClassReport {
  readonly policy: Policy;
  readonly run: RunIdentity;
  readonly summary: ClassSummary;
  readonly near: readonly NearTrack[];
  readonly tracks: readonly TrackReport[];
  readonly open: readonly OpenCase[];
  readonly incomplete: readonly IncompleteCase[];
  readonly decisions: readonly Decision[];
  readonly warnings: readonly Diagnostic[];
  /** A file as the page names it, from the name under which cells cite it. */
  readonly fileName: (name: string) => string;
}

export function classReport(
  policy: Policy,
  all: Grades,
  summary: ClassSummary,
  warnings: readonly Diagnostic[],
  run: RunIdentity,
): ClassReport {
  const { grades } = all;
  const fileName = shownName(run.inputs);
  return {
    policy,
    fileName,
    run,
    summary,
    tracks: summary.tracks.map((distribution) => {
      const { track } = distribution;
      const own = grades.filter(({ assessment }) => assessment.student.track === track);
      return {
        distribution,
        population: populationOf(distribution, own),
        components: componentStatistics(policy, track, own),
        slipDays: slipDayUse(policy, track, own),
        grades: own,
      };
    }),
    near: nearCutoffs(policy, all),
    open: openCases(policy, grades),
    incomplete: incompleteCases(policy, grades),
    decisions: decisionsOf(grades, fileName),
    warnings: warnings.map((warning) => shownWarning(warning, run.inputs, fileName)),
  };
}

function shownName(inputs: readonly SourceFile[]): ClassReport["fileName"] {
  const shown = new Map(inputs.map(({ name, path }) => [name, /[/\\]/.test(name) ? path : name] as const));
  return (name) => shown.get(name) ?? name;
}

/** A message names another cell by its file as well. */
function shownWarning(
  warning: Diagnostic,
  inputs: readonly SourceFile[],
  fileName: ClassReport["fileName"],
): Diagnostic {
  const renamed = inputs.filter(({ name }) => fileName(name) !== name);
  const named = (text: string) =>
    renamed.reduce((shown, { name }) => shown.replaceAll(name, () => fileName(name)), text);
  const at = warning.at && { ...warning.at, file: fileName(warning.at.file) };
  return { ...warning, message: named(warning.message), hint: named(warning.hint), at };
}
