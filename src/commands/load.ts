import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { ADJUSTMENT_COLUMNS } from "../gradebook/adjustments.ts";
import { buildGradebook } from "../gradebook/build.ts";
import { examineRows } from "../gradebook/examine.ts";
import { EXTENSION_COLUMNS, EXTENSION_OPTIONAL, type ExtensionColumn } from "../gradebook/extensions.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import { encodingDoubts } from "../io/decode.ts";
import { findInputs, type Input, type Role, readInputs } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import {
  CUTOFF_COLUMNS,
  type FrozenColumn,
  type FrozenCutoffs,
  readFrozenCutoffs,
} from "../policy/curve/frozen.ts";
import { ORIGIN_COLUMNS } from "../policy/curve/origin.ts";
import type { Term } from "../policy/document.ts";
import { policyOf } from "../policy/from-document.ts";
import type { Policy } from "../policy/parameters.ts";
import { DEFAULT_TERM, terms } from "../policy/terms/index.ts";
import { readDecisions } from "../records/decisions.ts";
import { readRoster } from "../records/roster.ts";
import type { RosterSheet } from "../records/roster-sheet.ts";
import type { ScoreFile } from "../records/score-file.ts";
import { readScores } from "../records/scores.ts";
import { readRaggedTable, readTable } from "../records/table.ts";
import { type Zone, zone } from "../time/zone.ts";
import type { InputOptions, RecordedOptions } from "./options.ts";

/** A term read from its files and joined, ready to be graded. */
export interface LoadedTerm {
  readonly inputs: readonly Input[];
  readonly policy: Policy;
  readonly zone: Zone;
  readonly roster: RosterSheet;
  readonly scores: readonly ScoreFile[];
  readonly gradebook: Gradebook;
  readonly frozen: FrozenCutoffs | undefined;
  /** What reading and joining warned of. */
  readonly warnings: readonly Diagnostic[];
}

/** Finds, reads, checks and joins the files of a term; undefined when one of them cannot be used at all. */
export async function loadTerm(
  world: World,
  rosterPath: string,
  options: InputOptions,
  report: Report,
  keep: (inputs: readonly Input[]) => void,
): Promise<LoadedTerm | undefined> {
  const builtIn = options.policy === undefined ? undefined : terms.get(options.policy);
  const paths = findInputs(
    world,
    {
      roster: rosterPath,
      scores: options.scores ?? [],
      extensions: options.extensions,
      adjustments: options.adjustments,
      cutoffs: options.cutoffs,
      policy: builtIn === undefined ? options.policy : undefined,
      builtInPolicy: builtIn !== undefined,
      discover: options.discover,
    },
    report,
  );
  const inputs = readInputs(world, paths, report);
  keep(inputs);
  const wanted = paths.map(({ role }) => role);
  return joinTerm({ inputs, wanted, builtIn }, options, report);
}

/** The files of a term that were read, and what they stand for. */
export interface TermFiles {
  readonly inputs: readonly Input[];
  /** The role of each file, readable or not. */
  readonly wanted: readonly Role[];
  /** The built-in policy that was named; without a policy file and without this the default holds. */
  readonly builtIn: Term | undefined;
}

/** Checks and joins the files of a term; undefined when one of them cannot be used at all. */
export async function joinTerm(
  { inputs, wanted, builtIn }: TermFiles,
  options: RecordedOptions,
  tell: Report,
): Promise<LoadedTerm | undefined> {
  // Reading the bytes has told these; what comes of the files must tell them too.
  const warnings: Diagnostic[] = inputs.flatMap((input) => encodingDoubts(input.name, input));
  const report = alsoKept(tell, warnings);
  const tablesOf = (role: Role, read: typeof readTable) =>
    inputs.filter((input) => input.role === role).flatMap(({ name, text }) => read(name, text, report) ?? []);
  const policyFile = inputs.find(({ role }) => role === "policy");
  const policy =
    policyFile === undefined
      ? wanted.includes("policy")
        ? undefined
        : policyOf(builtIn ?? DEFAULT_TERM)
      : (await import("../policy/file/read.ts")).readPolicy(policyFile.name, policyFile.text, report);
  const [rosterTable] = tablesOf("roster", readRaggedTable);
  const roster = rosterTable && readRoster(rosterTable, report);
  const scores = tablesOf("scores", readRaggedTable).flatMap((table) => readScores(table, report) ?? []);
  const decisions = <K extends string>(role: Role, required: readonly K[], optional: readonly K[] = []) =>
    tablesOf(role, readTable).flatMap((table) => readDecisions(table, role, required, optional, report));
  const extensions = decisions<ExtensionColumn>("extensions", EXTENSION_COLUMNS, EXTENSION_OPTIONAL);
  const adjustments = decisions("adjustments", ADJUSTMENT_COLUMNS);
  const cutoffs = decisions<FrozenColumn>("cutoffs", CUTOFF_COLUMNS, ORIGIN_COLUMNS);
  if (roster === undefined) return undefined;
  if (policy === undefined || !namesAreKnown(policy, options, report)) {
    examineRows(roster, scores, report);
    return undefined;
  }
  const at = zone(policy.timeZone);
  const allowSparse = new Set(options.allowSparse ?? []);
  const wholeScores =
    scores.length > 0 && scores.length === wanted.filter((role) => role === "scores").length;
  const join = { track: options.track, allowSparse, wholeScores };
  const gradebook = buildGradebook({ roster, scores, extensions, adjustments }, policy, at, join, report);
  const frozen = wanted.includes("cutoffs") ? readFrozenCutoffs(cutoffs, policy, report) : undefined;
  return { inputs, policy, zone: at, roster, scores, gradebook, frozen, warnings };
}

/** Whether --track and --allow-sparse name what the policy has. */
function namesAreKnown(policy: Policy, options: RecordedOptions, report: Report): boolean {
  const isKnown = (path: string, kind: string, text: string, known: readonly string[]): boolean => {
    if (known.includes(text)) return true;
    report(problem("option-unknown-name", { path, kind, text, known: known.join(", ") }));
    return false;
  };
  const tracks = policy.tracks.map(({ id }) => id);
  const components = policy.components.map(({ id }) => id);
  const named = [
    ...(options.track === undefined ? [] : [isKnown("--track", "track", options.track, tracks)]),
    ...(options.allowSparse ?? []).map((id) => isKnown("--allow-sparse", "component", id, components)),
  ];
  return named.every((known) => known);
}

/** Passes every diagnostic on and keeps the warnings. */
export function alsoKept(report: Report, warnings: Diagnostic[]): Report {
  return (diagnostic) => {
    if (diagnostic.severity === "warning") warnings.push(diagnostic);
    report(diagnostic);
  };
}
