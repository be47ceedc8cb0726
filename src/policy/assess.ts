import { type Derivation, derive, given, operation } from "../derivation/derivation.ts";
import { total } from "../derivation/operations.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import type { Adjustment, Student, Work } from "../gradebook/gradebook.ts";
import { adjust } from "./adjust.ts";
import { read } from "./cite.ts";
import { maximumOf } from "./maximum.ts";
import type { Component, ComponentId, MissedReading, Policy, TrackId } from "./parameters.ts";
import { perObject } from "./per-object.ts";
import { afterLateness, rejectedUngraded } from "./slip-days/acceptance.ts";
import {
  contributionValue,
  keepLedger,
  type Ledger,
  type LedgerEntry,
  type Worth,
} from "./slip-days/ledger.ts";
import type { Standing, Standings } from "./standing.ts";
import { type Maximums, totalOf } from "./total.ts";
import { type MissedComponent, readAsZero, type Weights, weigh } from "./weights.ts";

/** Everything the policy says of one student before the curve. */
export interface Assessment {
  readonly student: Student;
  readonly ledger: Ledger;
  readonly maximums: Maximums;
  readonly standings: Standings;
  readonly weights: Weights;
  /** Missed components whose weight nothing takes over. */
  readonly missed: readonly MissedComponent[];
  /** In percent points; undefined while anything that carries weight has no points. */
  readonly total: Derivation<Rational> | undefined;
}

const notHandedIn = operation("not handed in", (_blank: string): Rational => ZERO);

const notThere = operation("not there", (_blank: string): string => "missed");

/** Answers to open questions, for a reading of what each would give. */
export interface Assumed {
  /** Raw points of work that is handed in and has no score. */
  readonly scores: ReadonlyMap<ComponentId, Derivation<Rational>>;
  readonly missed: ReadonlyMap<ComponentId, MissedReading>;
}

const AS_IT_IS: Assumed = { scores: new Map(), missed: new Map() };

/** The rules in their order: lateness, adjustments, weights, total. */
export function assess(policy: Policy, student: Student, assumed: Assumed = AS_IT_IS): Assessment {
  const components = componentsOf(policy, student);
  const maximums: Maximums = new Map(
    components.map((component) => [
      component.id,
      maximumOf(policy, component, student.work.get(component.id)),
    ]),
  );
  const adjusted = (component: Component, standing: Standing): Standing => {
    const maximum = maximums.get(component.id);
    return maximum === undefined ? standing : adjust(component, standing, student.adjustments, maximum);
  };
  const asHandedIn = new Map(
    components.map((component) => [component.id, adjusted(component, handedIn(student, component, assumed))]),
  );
  const { weights, missed } = weigh(policy, student, asHandedIn, assumed.missed);
  const worth = (component: Component) => worthOf(component, student, asHandedIn, weights, maximums);
  const ledger = keepLedger(policy, student, worth);
  const entries = new Map(ledger.entries.map((entry) => [entry.component.id, entry]));
  const standings: Standings = new Map(
    components.map((component) => {
      const entry = entries.get(component.id);
      const standing = asHandedIn.get(component.id) ?? { kind: "unknown" };
      if (entry === undefined || entry.handIn === undefined) return [component.id, standing];
      const work = student.work.get(component.id);
      const score = work?.kind === "graded" ? scoreOf(work) : assumed.scores.get(component.id);
      return [component.id, adjusted(component, late(policy, ledger, entry, work, score))];
    }),
  );
  const asZero = readAsZero(policy, student, missed, assumed.missed);
  const total =
    ledger.open.length > 0 ? undefined : totalOf(policy, student.track, weights, standings, maximums, asZero);
  return { student, ledger, maximums, standings, weights, missed, total };
}

/** The components of the student's track, in the policy's order. */
export function componentsOf(policy: Policy, student: Student): readonly Component[] {
  return componentsByTrack(policy).get(student.track) ?? [];
}

const componentsByTrack = perObject(
  (policy: Policy): ReadonlyMap<TrackId, readonly Component[]> =>
    new Map(
      policy.tracks.map(({ id, weights }) => [id, policy.components.filter((own) => weights.has(own.id))]),
    ),
);

/** Where a component stands by what was handed in, lateness aside. */
function handedIn(student: Student, component: Component, assumed: Assumed): Standing {
  if (!student.hasScores) return { kind: "unknown" };
  const work = student.work.get(component.id);
  if (work?.kind === "graded") return { kind: "counted", score: scoreOf(work) };
  const score = assumed.scores.get(component.id);
  if (score !== undefined) return { kind: "counted", score };
  if (work?.kind === "ungraded") return { kind: "ungraded", cell: work.cell };
  if (work?.kind === "excused") return { kind: "excused", why: work.why, cell: work.cell };
  const evidence: Derivation<string> =
    work?.cell === undefined ? given("i.missed", "no row in the file", "") : read("blank score", work.cell);
  if (component.absence === "missed")
    return { kind: "missed", evidence: derive("i.missed", "missed", notThere, evidence) };
  return { kind: "counted", score: derive("hw.no-drops", "not handed in", notHandedIn, evidence) };
}

function scoreOf(work: Extract<Work, { kind: "graded" }>): Derivation<Rational> {
  const scores = work.scores.map((field) => read("score", field));
  const [only, second] = scores;
  if (only !== undefined && second === undefined) return only;
  return derive("decision.policy", "score of the parts", total, ...scores);
}

/** A hand-in after lateness: what counts, or what still waits for its score. */
function late(
  policy: Policy,
  ledger: Ledger,
  entry: LedgerEntry,
  work: Work | undefined,
  score: Derivation<Rational> | undefined,
): Standing {
  if (score !== undefined) return { kind: "counted", score: afterLateness(policy, ledger, entry, score) };
  if (work?.kind === "ungraded" && (entry.accepted || ledger.open.includes(entry.component)))
    return { kind: "ungraded", cell: work.cell };
  return { kind: "counted", score: rejectedUngraded(policy, ledger, entry) };
}

function worthOf(
  component: Component,
  student: Student,
  standings: Standings,
  weights: Weights,
  maximums: Maximums,
): Worth {
  if (student.adjustments.some((adjustment) => settles(adjustment, component.id)))
    return "out-of-competition";
  const standing = standings.get(component.id);
  if (standing?.kind === "moved") return "out-of-competition";
  if (standing?.kind === "ungraded") return "no-score-yet";
  const weight = weights.get(component.id);
  const maximum = maximums.get(component.id);
  if (standing?.kind !== "counted" || weight === undefined || maximum === undefined) return ZERO;
  return contributionValue(weight.value, standing.score.value, maximum.value);
}

function settles(adjustment: Adjustment, component: ComponentId): boolean {
  return (adjustment.action === "set" || adjustment.action === "zero") && adjustment.component === component;
}

/** What the zero of an I that is not confirmed rests on. */
const NOT_CONFIRMED = given("campus.incomplete", "missing work, should the I not be confirmed", "zero");

/** The total with all missed work as zero: what is submitted should an I not be confirmed. */
export function totalIfZero(policy: Policy, assessment: Assessment): Derivation<Rational> | undefined {
  const { student, weights, standings, maximums, ledger } = assessment;
  if (!student.hasScores || ledger.open.length > 0) return undefined;
  return totalOf(policy, student.track, weights, standings, maximums, () => NOT_CONFIRMED);
}
