import { shortestText } from "../exact/decimal.ts";
import type { Adjustment } from "../gradebook/gradebook.ts";
import { integrityClause } from "../policy/adjust.ts";
import type { Assessment } from "../policy/assess.ts";
import { missedClause } from "../policy/cite.ts";
import type { ComponentId, Policy } from "../policy/parameters.ts";
import type { Grade } from "../policy/policy.ts";
import type { ReadingRange } from "../policy/reading-ranges.ts";
import { assumptionText, NO_READINGS, type Reading, type Readings } from "../policy/readings.ts";
import { settingsTouching, type TouchingSetting } from "../policy/settings.ts";
import type { LedgerEntry } from "../policy/slip-days/ledger.ts";
import type { Question } from "../policy/status.ts";
import { percentText } from "./percent.ts";

/** What a reader of one row of grades.csv should know, each with the id that licenses it. */
export function notesOf(policy: Policy, grade: Grade, provisional: boolean): readonly string[] {
  const { assessment, status } = grade;
  const { student } = assessment;
  const titleOf = titlesOf(policy);
  const notes = [...statusNotes(policy, grade)];
  if (status.kind !== "undecided") notes.push(...missedNotes(policy, grade, titleOf));
  notes.push(...assessment.ledger.entries.flatMap((entry) => lateNote(policy, assessment, entry)));
  notes.push(...student.adjustments.flatMap((adjustment) => adjustmentNote(policy, adjustment, titleOf)));
  notes.push(...settingNotes(settingsTouching(policy, grade)));
  if (student.basis === "unknown") notes.push("basis not known, letter given (campus.basis)");
  if (grade.letter !== undefined && status.kind === "final" && provisional)
    notes.push("cut-offs provisional (curve.at-end)");
  return notes;
}

function titlesOf(policy: Policy): (id: ComponentId) => string {
  return (id) => policy.components.find((component) => component.id === id)?.title ?? id;
}

/** Why a grade is undecided, an I or given: every open question with what the answers would give, every cause. */
export function statusNotes(policy: Policy, grade: Grade): readonly string[] {
  const { status, readings } = grade;
  if (status.kind === "given")
    return [
      `grade given (${status.letter.value === "RD" ? "campus.review-deferred" : "decision.adjustment"})`,
    ];
  return [...openQuestionNotes(policy, grade, readings), ...causeTexts(policy, grade)];
}

/** What keeps an undecided grade open; the readings stand behind the last question. */
export function openQuestionNotes(
  policy: Policy,
  grade: Grade,
  readings: Readings = NO_READINGS,
): readonly string[] {
  const { status } = grade;
  if (status.kind !== "undecided") return [];
  const last = status.questions.length - 1;
  return status.questions.map((question, index) =>
    questionText(grade, question, titlesOf(policy), index === last ? readings : NO_READINGS),
  );
}

/** Why a student gets an I. */
export function causeTexts(policy: Policy, { status }: Grade): readonly string[] {
  if (status.kind !== "incomplete") return [];
  return status.causes.map(({ component, by }) =>
    component === undefined
      ? `incomplete by decision (${by})`
      : `${titlesOf(policy)(component)} missed (${by})`,
  );
}

/** The adjustments that settle excused work. */
const WAYS_OUT = "set, zero or move-weight";

function questionText(
  { assessment }: Grade,
  question: Question,
  titleOf: (id: ComponentId) => string,
  { each, ranges: [all] }: Readings,
): string {
  const what = question.component === undefined ? "" : titleOf(question.component);
  const standing =
    question.component === undefined ? undefined : assessment.standings.get(question.component);
  const excuse = standing?.kind === "excused" ? standing.why : "excused";
  const texts = {
    excused: `${what} ${excuse}, to be settled by ${WAYS_OUT}`,
    "no-scores": "in no score file",
    ungraded: `${what} not graded yet`,
    missed: `${what} missed`,
    "slip-order": `${what} not graded yet, slip days open`,
  };
  const base = `${texts[question.kind]} (${question.by})`;
  if (each.length > 0) return `${base}: ${each.map(readingText).join(", ")}`;
  return all === undefined ? base : `${base}: ${rangeText(all)}`;
}

function readingText(reading: Reading): string {
  const accepted = reading.accepted === undefined ? "" : ` (slip days for ${idsText(reading.accepted)})`;
  return `${assumptionText(reading)} gives ${resultText(reading)}${accepted}`;
}

function rangeText({ combinations, bounds, incomplete }: ReadingRange): string {
  const lie = bounds === undefined ? [] : [`${resultText(bounds.lowest)} to ${resultText(bounds.highest)}`];
  return `${combinations} combinations give ${[...lie, ...(incomplete ? ["I"] : [])].join(" or ")}`;
}

function resultText({ total, grade }: Reading): string {
  return total === undefined ? grade : `${percentText(total.value)} ${grade}`;
}

function idsText(ids: readonly ComponentId[]): string {
  return ids.length === 0 ? "none" : ids.join(" and ");
}

/** Missed components whose weight another one took over, or that the policy reads as zero. */
function missedNotes(
  policy: Policy,
  { assessment }: Grade,
  titleOf: (id: ComponentId) => string,
): readonly string[] {
  const { standings, weights, missed, student } = assessment;
  return [...standings].flatMap(([id, standing]) => {
    if (standing.kind !== "missed") return [];
    const by = missedClause(policy, id, student.track);
    if (!weights.has(id))
      return [
        `${titleOf(id)} missed, its weight moved${takerText(policy, student.track, id, titleOf)} (${by})`,
      ];
    const zero = missed.some(({ component, reading }) => component === id && reading === "zero");
    return zero ? [`${titleOf(id)} missed, counts zero (${by})`] : [];
  });
}

/** Settings that made a difference to the student; those of missed components are named where the component is. */
function settingNotes(settings: readonly TouchingSetting[]): readonly string[] {
  return settings
    .filter(({ setting, decides }) => decides && !setting.startsWith("missed."))
    .map((own) => `${settingText(own)} (${own.by})`);
}

/** `slip_days.grace 00:10:00: hw2` */
export function settingText({ setting, value, components }: TouchingSetting): string {
  return `${setting} ${value}${components.length === 0 ? "" : `: ${components.join(", ")}`}`;
}

function takerText(
  policy: Policy,
  track: string,
  id: ComponentId,
  titleOf: (id: ComponentId) => string,
): string {
  const reading = policy.missed.get(id)?.get(track);
  return reading?.kind === "moves-to" ? ` to ${titleOf(reading.component)}` : "";
}

function lateNote(policy: Policy, { student, ledger }: Assessment, entry: LedgerEntry): readonly string[] {
  const notes: string[] = [];
  const { title } = entry.component;
  const days = shortestText(entry.daysLate.value);
  const word = days === "1" ? "day" : "days";
  const inGradescope =
    student.extensions.get(entry.component.id)?.inGradescope === true ? ", already in Gradescope" : "";
  if (entry.extensionDays > 0)
    notes.push(
      `${title} extended ${entry.extensionDays} ${entry.extensionDays === 1 ? "day" : "days"}${inGradescope} (i.extension)`,
    );
  if (ledger.open.length > 0) return notes;
  if (entry.outcome === "rejected-late") {
    const by = policy.slipDays.order === "best-for-student" ? "i.slip-order" : "hw.no-other-late";
    notes.push(`${title} ${days} ${word} late, rejected (${by})`);
  } else if (entry.charged > 0) notes.push(`${title} ${days} ${word} late (hw.slip-days)`);
  return notes;
}

function adjustmentNote(
  policy: Policy,
  adjustment: Adjustment,
  titleOf: (id: ComponentId) => string,
): readonly string[] {
  switch (adjustment.action) {
    case "set":
      return [`${titleOf(adjustment.component)} set (decision.adjustment)`];
    case "deduct":
      return [`${titleOf(adjustment.component)} deducted (decision.adjustment)`];
    case "zero":
      return [
        `${titleOf(adjustment.component)} zero by decision (${zeroClause(policy, adjustment.component)})`,
      ];
    case "absent":
      return [`${titleOf(adjustment.component)} absent by decision (decision.adjustment)`];
    case "move-weight":
      return [`${titleOf(adjustment.component)} moved to ${titleOf(adjustment.to)} (decision.adjustment)`];
    case "slip-days":
      return [
        `slip days ${adjustment.days.value.numerator > 0 ? "+" : ""}${adjustment.days.value.numerator} (decision.adjustment)`,
      ];
    default:
      return [];
  }
}

function zeroClause(policy: Policy, id: ComponentId): string {
  const component = policy.components.find((own) => own.id === id);
  return component === undefined ? "decision.adjustment" : integrityClause(component);
}
