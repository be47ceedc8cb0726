import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { shortestText } from "../exact/decimal.ts";
import { fractionText, type Rational } from "../exact/rational.ts";
import type { TouchingSetting } from "../policy/settings.ts";
import type { TrackDistribution } from "../reports/distribution.ts";
import { gpaText } from "../reports/percent.ts";
import type { Summary } from "../reports/summary.ts";
import type { Source } from "./diagnostics.ts";
import { fitJson } from "./fit-json.ts";
import { originJson } from "./origin-text.ts";
import { reconciliationJson } from "./reconciliation-json.ts";

/** The machine summary of `--json`: one object, decimals as text so that they stay exact. */
export function summaryJson(
  exit: number,
  summary: Summary | undefined,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): string {
  return runJson(exit, summary === undefined ? {} : summaryBody(summary), diagnostics, sources);
}

/** What every `--json` has: the exit code first, a command's own data, the problems last. */
export function runJson(
  exit: number,
  data: object,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
): string {
  const problems = (severity: string) =>
    diagnostics.filter((own) => own.severity === severity).map((own) => diagnosticJson(own, sources));
  const body = {
    exit,
    ...data,
    errors: problems("error"),
    warnings: problems("warning"),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

function summaryBody(summary: Summary) {
  return {
    policy: summary.policy.id,
    inputs: summary.inputs,
    ignored_columns: summary.ignored,
    waitlisted: summary.waitlisted,
    dropped: summary.dropped,
    staff: summary.staff,
    rows_not_on_roster: summary.reconciliation.offRoster.length,
    rows_joined_by_email: summary.reconciliation.byEmail.length,
    reconciliation: reconciliationJson(summary.reconciliation),
    tracks: Object.fromEntries(summary.tracks.map((track) => [track.track, trackBody(track)])),
    undecided: summary.undecided,
    incomplete: summary.incomplete,
    interpretations: summary.interpretations,
    settings: summary.settings.map(({ students, ...own }) => ({ ...settingJson(own), students })),
    written: summary.written,
  };
}

/** A setting with what it settles and where a policy file sets it. */
export function settingJson({
  setting,
  value,
  by,
  place,
}: Pick<TouchingSetting, "setting" | "value" | "by" | "place">) {
  return {
    setting,
    value,
    by,
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
  };
}

/** The distribution of a track as data. */
export function trackBody(track: TrackDistribution) {
  const { fit, origin } = track.cutoffs.source;
  return {
    students: track.students,
    final: track.final,
    incomplete: track.incomplete,
    undecided: track.undecided,
    fitted: track.fitted,
    letter_graded: track.letterGraded,
    method: track.cutoffs.source.method,
    fit: fit === undefined ? null : fitJson(fit),
    ...(origin === undefined ? {} : { frozen: originJson(origin) }),
    provisional: track.provisional > 0,
    gpa: average(track.gpa),
    gpa_fitted: average(track.gpaFitted),
    letters: track.letters.map(({ letter, cutoff, all, fitted, guideline }) => ({
      letter,
      cutoff: cutoff === undefined ? null : shortestText(cutoff),
      count: all,
      fitted,
      guideline_percent: guideline === undefined ? null : fractionText(guideline),
    })),
    others: Object.fromEntries(track.others.map(({ grade, count }) => [grade, count])),
  };
}

function average(gpa: Rational | undefined) {
  return gpa === undefined ? null : { exact: fractionText(gpa), shown: gpaText(gpa) };
}

function diagnosticJson({ code, message, hint, at }: Diagnostic, sources: ReadonlyMap<string, Source>) {
  return {
    code,
    message,
    hint,
    ...(at === undefined
      ? {}
      : { file: sources.get(at.file)?.path ?? at.file, line: at.line, column: at.column }),
  };
}
