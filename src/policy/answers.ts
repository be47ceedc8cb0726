import { type Derivation, derive, given } from "../derivation/derivation.ts";
import { total } from "../derivation/operations.ts";
import { type Rational, ZERO } from "../exact/rational.ts";
import { type Assessment, componentsOf } from "./assess.ts";
import { read } from "./cite.ts";
import { maximumLeaves } from "./maximum.ts";
import type { ComponentId, MissedReading, Policy } from "./parameters.ts";
import type { Question } from "./status.ts";

/** One answer to one open question. */
export interface Answer {
  readonly component: ComponentId;
  /** `zero` or `full marks` (`for the rest`), `incomplete`, or the component that takes over the weight. */
  readonly assume: string;
  /** Raw points, for work that waits for its score. */
  readonly score?: Derivation<Rational>;
  /** What a missed component does. */
  readonly reading?: MissedReading;
}

/** The answers to one question; for a score the lowest, then the highest. */
export function answersTo(policy: Policy, assessment: Assessment, question: Question): readonly Answer[] {
  const { kind, component } = question;
  if (component === undefined) return [];
  if (kind === "missed") return missedAnswers(policy, assessment, component);
  const maximum = assessment.maximums.get(component);
  if (maximum === undefined) return [];
  const excused = kind === "excused";
  const rest = restAnswers(policy, assessment, component);
  if (!excused && rest.length > 0) return rest;
  return [
    { component, assume: "zero", score: given(excused ? "i.excused" : "i.ungraded", "no points", ZERO) },
    { component, assume: "full marks", score: maximum },
    ...(excused ? takersOf(policy, assessment, component) : []),
  ];
}

/** Where parts add up and some have a score, that stands under every answer; only the rest is open. */
function restAnswers(policy: Policy, assessment: Assessment, id: ComponentId): readonly Answer[] {
  const { student } = assessment;
  const component = componentsOf(policy, student).find((own) => own.id === id);
  const work = student.work.get(id);
  if (component === undefined || work?.kind !== "ungraded" || work.partial.length === 0) return [];
  const scored = work.partial.map((field) => read("score", field));
  const withRest = (...rest: readonly Derivation<Rational>[]) =>
    derive("decision.policy", "score of the parts", total, ...scored, ...rest);
  const none = given("i.ungraded", "no points for the rest", ZERO);
  const full = maximumLeaves(policy, component, work.waiting);
  return [
    { component: id, assume: "zero for the rest", score: withRest(none) },
    { component: id, assume: "full marks for the rest", score: withRest(...full) },
  ];
}

/** Excused work may be left out by giving its weight to another of its kind that has a score. */
function takersOf(policy: Policy, assessment: Assessment, component: ComponentId): readonly Answer[] {
  const components = componentsOf(policy, assessment.student);
  const absence = components.find(({ id }) => id === component)?.absence;
  return components
    .filter(({ id, ...own }) => own.absence === absence && assessment.standings.get(id)?.kind === "counted")
    .map(({ id }) => ({ component, assume: id, reading: { kind: "moves-to", component: id } }));
}

/** A later component that can be missed may take over; or the I, or zero. */
function missedAnswers(policy: Policy, assessment: Assessment, component: ComponentId): readonly Answer[] {
  const components = componentsOf(policy, assessment.student);
  const later = components.slice(components.findIndex(({ id }) => id === component) + 1);
  const takers = later.filter(
    ({ id, absence }) => absence === "missed" && assessment.standings.get(id)?.kind !== "moved",
  );
  return [
    ...takers.map(
      ({ id }): Answer => ({ component, assume: id, reading: { kind: "moves-to", component: id } }),
    ),
    { component, assume: "incomplete", reading: { kind: "incomplete" } },
    { component, assume: "zero", reading: { kind: "zero" } },
  ];
}

/** Every combination of one element of each list, the last list turning fastest. */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (combined, list) => combined.flatMap((before) => list.map((own) => [...before, own])),
    [[]],
  );
}
