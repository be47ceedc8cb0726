import type { Derivation, Moment } from "../../derivation/derivation.ts";
import { compare, divide, multiply, negate, type Rational, sum, ZERO } from "../../exact/rational.ts";
import type { HandIn, Student } from "../../gradebook/gradebook.ts";
import type { Instant } from "../../time/zone.ts";
import type { Component, Policy, TrackId } from "../parameters.ts";
import { perObject } from "../per-object.ts";
import { bestAcceptance, type Candidate } from "./best-for-student.ts";
import { budgetOf } from "./budget.ts";
import { latenessOf } from "./days-late.ts";
import { dueDateAcceptance } from "./due-date-order.ts";
import { slipDayParameters } from "./parameters.ts";

/** `missing` is a zero; `ungraded` waits for a score, or for a decision where the export excuses the work. */
export type Outcome = "on-time" | "accepted-late" | "rejected-late" | "missing" | "ungraded";

/** What happened to one homework of one student. */
export interface LedgerEntry {
  readonly component: Component;
  readonly due: Derivation<Moment>;
  /** The policy's own due time without any extension. */
  readonly policyDue: Instant;
  readonly handIn: HandIn | undefined;
  readonly extensionDays: number;
  readonly daysLate: Derivation<Rational>;
  readonly accepted: boolean;
  readonly charged: number;
  /** Days left after this homework. */
  readonly left: number;
  readonly outcome: Outcome;
}

export interface Ledger {
  readonly budget: Derivation<Rational>;
  readonly entries: readonly LedgerEntry[];
  readonly used: number;
  /** What best-for-student would add to the total, in percent points; undefined where it cannot be said. */
  readonly gainIfBest: Rational | undefined;
  /** Under best-for-student: late homework without a score whose acceptance is still open. */
  readonly open: readonly Component[];
}

/** What accepting a homework is worth: percent points of the total, not known yet, or nothing to compete for. */
export type Worth = Rational | "no-score-yet" | "out-of-competition";

interface Late {
  readonly component: Component;
  readonly handIn: HandIn | undefined;
  readonly excused: boolean;
  readonly scored: boolean;
  readonly due: Derivation<Moment>;
  readonly daysLate: Derivation<Rational>;
  readonly days: number;
}

/** Keeps the slip-day account of one student; it depends on the hand-ins, not on the scores, in due-date order. */
export function keepLedger(policy: Policy, student: Student, worth: (component: Component) => Worth): Ledger {
  const homeworks = slipDayComponents(policy, student).map((component) => lateOf(policy, student, component));
  const budgetStep = budgetOf(policy, student);
  const budget = Number(budgetStep.value.numerator);
  const inOrder = dueDateAcceptance(
    homeworks.map(({ days }) => days),
    budget,
  );
  const worths = homeworks.map(({ component, days }) => (days === 0 ? ZERO : worth(component)));
  const open = homeworks.filter(
    ({ days }, index) => days > 0 && days <= budget && worths[index] === "no-score-yet",
  );
  const best = homeworks.some(({ days }) => days > 0) ? acceptBest(homeworks, worths, budget) : inOrder;
  const chosen = policy.slipDays.order === "best-for-student" && open.length === 0 ? best : inOrder;
  const entries = account(policy, student, homeworks, chosen, budget);
  return {
    budget: budgetStep,
    entries,
    used: entries.reduce((days, { charged }) => days + charged, 0),
    gainIfBest: open.length > 0 ? undefined : gain(worths, chosen, best),
    open: policy.slipDays.order === "best-for-student" ? open.map(({ component }) => component) : [],
  };
}

/** The student's components with slip days, by the policy's due date; extensions never reorder them. */
function slipDayComponents(policy: Policy, student: Student): readonly Component[] {
  return slipDayComponentsByTrack(policy).get(student.track) ?? [];
}

const slipDayComponentsByTrack = perObject(
  (policy: Policy): ReadonlyMap<TrackId, readonly Component[]> =>
    new Map(
      policy.tracks.map(({ id: track, weights }) => [
        track,
        policy.components
          .filter(({ id, slipDays }) => slipDays && weights.has(id))
          .toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0)),
      ]),
    ),
);

function lateOf(policy: Policy, student: Student, component: Component): Late {
  const work = student.work.get(component.id);
  const handIn = work?.kind === "graded" || work?.kind === "ungraded" ? work.handIn : undefined;
  const extension = student.extensions.get(component.id);
  const { due, days } = latenessOf(slipDayParameters(policy), component, handIn, extension);
  const count = handIn === undefined ? 0 : Number(days.value.numerator);
  return {
    component,
    handIn,
    excused: work?.kind === "excused",
    scored: work?.kind !== "ungraded",
    due,
    daysLate: days,
    days: count,
  };
}

function acceptBest(
  homeworks: readonly Late[],
  worths: readonly Worth[],
  budget: number,
): readonly boolean[] {
  const candidates = homeworks.map(({ days }, index): Candidate & { readonly competes: boolean } => {
    const gain = worths[index] ?? ZERO;
    if (gain === "out-of-competition") return { days, gain: ZERO, competes: false };
    return { days, gain: gain === "no-score-yet" ? ZERO : gain, competes: days > 0 };
  });
  const chosen = bestAcceptance(
    candidates.filter(({ competes }) => competes),
    budget,
  );
  let next = 0;
  return candidates.map(({ competes, days }) => {
    if (!competes) return days === 0;
    next += 1;
    return chosen[next - 1] ?? false;
  });
}

/** What one acceptance brings more than another, in percent points of the total. */
function gain(worths: readonly Worth[], chosen: readonly boolean[], best: readonly boolean[]): Rational {
  const changed = worths.map((worth, index) => {
    if (typeof worth === "string" || chosen[index] === best[index]) return ZERO;
    return best[index] === true ? worth : negate(worth);
  });
  return sum(changed);
}

function account(
  policy: Policy,
  student: Student,
  homeworks: readonly Late[],
  acceptance: readonly boolean[],
  budget: number,
): readonly LedgerEntry[] {
  let left = budget;
  return homeworks.map((late, index) => {
    const { component, handIn, due, daysLate, days } = late;
    const accepted = acceptance[index] ?? false;
    const charged = accepted ? days : 0;
    left -= charged;
    return {
      component,
      due,
      policyDue: slipDayParameters(policy).due(component).value.instant,
      handIn,
      extensionDays: student.extensions.get(component.id)?.days.value ?? 0,
      daysLate,
      accepted,
      charged,
      left,
      outcome: outcomeOf(late, accepted),
    };
  });
}

/** Excused work takes no slip days: nothing had to be handed in. */
function outcomeOf({ handIn, excused, scored, days }: Late, accepted: boolean): Outcome {
  if (excused) return "ungraded";
  if (handIn === undefined) return "missing";
  if (!accepted) return "rejected-late";
  if (!scored) return "ungraded";
  return days === 0 ? "on-time" : "accepted-late";
}

/** The points of the total that a homework brings when it is accepted: weight x points / maximum. */
export function contributionValue(weight: Rational, points: Rational, maximum: Rational): Rational {
  return divide(multiply(weight, points), maximum);
}

/** Whether a gain is one: above zero. */
export function isGain(gain: Rational | undefined): gain is Rational {
  return gain !== undefined && compare(gain, ZERO) > 0;
}
