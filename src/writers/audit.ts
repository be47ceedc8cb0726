import { cellText } from "../derivation/cell.ts";
import { shortestText } from "../exact/decimal.ts";
import { compare, fractionText, ZERO } from "../exact/rational.ts";
import type { Adjustment } from "../gradebook/gradebook.ts";
import { parameterTexts } from "../policy/parameter-texts.ts";
import type { Policy } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import type { ReadingRange } from "../policy/reading-ranges.ts";
import { assumptionText, type Reading } from "../policy/readings.ts";
import { settingsTouching, type TouchingSetting } from "../policy/settings.ts";
import type { Standing } from "../policy/standing.ts";
import { decidedValue } from "../reports/decided-value.ts";
import { statusText } from "../reports/grades-table.ts";
import { notesOf } from "../reports/notes.ts";
import type { Zone } from "../time/zone.ts";
import { derivationJson } from "./derivation-json.ts";
import { fitJson } from "./fit-json.ts";
import { originJson } from "./origin-text.ts";

export interface RecordedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What the first line of the record says beside the grades. */
export interface RunRecord {
  readonly version: string;
  readonly policyHash: string;
  readonly inputs: readonly (RecordedFile & { readonly role: string; readonly name: string })[];
  readonly outputs: readonly RecordedFile[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The lines of audit.jsonl as they read back. */
export type Manifest = ReturnType<typeof manifest>;
export type StudentRecord = ReturnType<typeof studentRecord>;

/** audit.jsonl line by line: the manifest, then a student each with the exact total and the whole derivation. */
export function auditLines(policy: Policy, zone: Zone, grades: Grades, run: RunRecord): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield `${JSON.stringify(manifest(policy, grades, run))}\n`;
      for (const grade of grades.grades) yield `${JSON.stringify(studentRecord(policy, zone, grade))}\n`;
    },
  };
}

function manifest(policy: Policy, grades: Grades, run: RunRecord) {
  return {
    kind: "manifest",
    program: "grades",
    version: run.version,
    policy: { id: policy.id, sha256: run.policyHash, parameters: Object.fromEntries(parameterTexts(policy)) },
    options: run.options,
    inputs: run.inputs,
    cutoffs: Object.fromEntries([...grades.cutoffs].map(([track, found]) => [track, cutoffRecord(found)])),
    provisional: [...grades.provisional].map(([track, students]) => ({ track, students })),
    outputs: run.outputs,
  };
}

function cutoffRecord({
  cutoffs,
  source,
}: Grades["cutoffs"] extends ReadonlyMap<string, infer T> ? T : never) {
  const { method, by, from, fit, origin } = source;
  return {
    method,
    by,
    ...(from === undefined ? {} : { from }),
    ...(fit === undefined ? {} : { fit: fitJson(fit) }),
    ...(origin === undefined ? {} : { frozen: originJson(origin) }),
    cutoffs: cutoffs.map(({ letter, cutoff }) => ({ letter, cutoff: shortestText(cutoff.value) })),
  };
}

/** A decision as adjustments.csv has it, with the cell of its action. */
function decisionRecord(adjustment: Adjustment) {
  const { action, cell, reason } = adjustment;
  const value = decidedValue(adjustment);
  return {
    action,
    ...("component" in adjustment ? { assignment: adjustment.component } : {}),
    ...(value === undefined ? {} : { value }),
    cell: cellText(cell.cell),
    reason,
  };
}

function settingRecord({ setting, value, by, components, place }: TouchingSetting) {
  return {
    setting,
    value,
    by,
    assignments: components,
    ...(place === undefined ? {} : { place: cellText(place) }),
  };
}

function readingRecord(reading: Reading) {
  const { total, letter, grade, accepted } = reading;
  return {
    assume: assumptionText(reading),
    total: total === undefined ? null : fractionText(total.value),
    letter,
    grade,
    ...(accepted === undefined ? {} : { slip_days_for: accepted }),
  };
}

function rangeRecord({ answer, combinations, incomplete, bounds }: ReadingRange) {
  return {
    ...(answer === undefined ? {} : { assignment: answer.component, assume: answer.assume }),
    combinations,
    incomplete,
    lowest: bounds === undefined ? null : readingRecord(bounds.lowest),
    highest: bounds === undefined ? null : readingRecord(bounds.highest),
  };
}

function studentRecord(policy: Policy, zone: Zone, grade: Grade) {
  const { assessment, total, letter, status } = grade;
  const { student, ledger, standings } = assessment;
  const settings = settingsTouching(policy, grade);
  const json = (derivation: Parameters<typeof derivationJson>[0]) => derivationJson(derivation, zone);
  return {
    kind: "student",
    sid: student.sid.value,
    track: student.track,
    status: statusText(grade),
    total: total === undefined ? null : fractionText(total.value),
    letter: letter?.value ?? null,
    grade: grade.grade?.value ?? null,
    grade_if_zero: grade.ifZero?.value ?? null,
    notes: notesOf(policy, grade, false),
    ...(settings.length === 0 ? {} : { settings: settings.map(settingRecord) }),
    decisions: student.adjustments.map(decisionRecord),
    slip_days: {
      budget: json(ledger.budget),
      used: ledger.used,
      entries: ledger.entries.map((entry) => ({
        assignment: entry.component.id,
        outcome: entry.outcome,
        charged: entry.charged,
        left: entry.left,
        ...(compare(entry.daysLate.value, ZERO) === 0 ? {} : { days_late: json(entry.daysLate) }),
      })),
    },
    ...(grade.grade === undefined ? {} : { derivation: json(grade.grade) }),
    ...(grade.ifZero === undefined ? {} : { if_zero: json(grade.ifZero) }),
    ...(total !== undefined && status.kind === "final"
      ? {}
      : {
          ...(total === undefined ? {} : { total_derivation: json(total) }),
          components: Object.fromEntries(
            [...standings].map(([id, standing]) => [id, standingRecord(standing)]),
          ),
          readings: grade.readings.each.map(readingRecord),
          ...(grade.readings.ranges.length === 0 ? {} : { ranges: grade.readings.ranges.map(rangeRecord) }),
        }),
  };

  function standingRecord(standing: Standing) {
    switch (standing.kind) {
      case "counted":
        return { state: "counted", score: json(standing.score) };
      case "missed":
        return { state: "missed", evidence: json(standing.evidence) };
      case "ungraded":
        return { state: "ungraded", cell: cellText(standing.cell.cell) };
      case "excused":
        return { state: standing.why, cell: cellText(standing.cell.cell) };
      case "moved":
        return { state: "moved", to: standing.to };
      case "unknown":
        return { state: "unknown" };
    }
  }
}
