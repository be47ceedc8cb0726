import { type Derivation, derive, given, operation, type ParameterLeaf } from "../derivation/derivation.ts";
import { add, type Rational } from "../exact/rational.ts";
import type { Student } from "../gradebook/gradebook.ts";
import { missedClause, parameter, read } from "./cite.ts";
import type { Citation, ComponentId, MissedReading, Policy, TrackId } from "./parameters.ts";
import { perObject } from "./per-object.ts";
import type { Standings } from "./standing.ts";

/** The weight of each component that still carries one, in percent points. */
export type Weights = ReadonlyMap<ComponentId, Derivation<Rational>>;

/** A missed component whose weight stays where it is, and what the policy says of it. */
export interface MissedComponent {
  readonly component: ComponentId;
  readonly reading: Exclude<MissedReading["kind"], "moves-to">;
  readonly by: Citation;
}

const takenOver = operation(
  "own weight and the weight taken over",
  (own: Rational, other: Rational, ..._why: readonly string[]): Rational => add(own, other),
);

/** The weights of a track as leaves that every student shares. */
export const weightsByTrack = perObject(
  (policy: Policy): ReadonlyMap<TrackId, ReadonlyMap<ComponentId, ParameterLeaf<Rational>>> =>
    new Map(
      policy.tracks.map(({ id: track, weights }) => [
        track,
        new Map(
          [...weights].map(([id, weight]) => [
            id,
            parameter(policy, `tracks.${track}.weights.${id}`, "weight", weight),
          ]),
        ),
      ]),
    ),
);

/** The track's weights after `move-weight` adjustments and after missed components whose weight another takes over. */
export function weigh(
  policy: Policy,
  student: Student,
  standings: Standings,
  readings: ReadonlyMap<ComponentId, MissedReading>,
): { readonly weights: Weights; readonly missed: readonly MissedComponent[] } {
  const weights = new Map<ComponentId, Derivation<Rational>>(weightsByTrack(policy).get(student.track));
  for (const adjustment of student.adjustments)
    if (adjustment.action === "move-weight")
      move(
        weights,
        adjustment.component,
        adjustment.to,
        "decision.adjustment",
        read("decision", adjustment.cell),
      );
  const missed: MissedComponent[] = [];
  for (const component of inTakingOrder(policy, student, standings, readings)) {
    const standing = standings.get(component);
    if (standing?.kind !== "missed" && standing?.kind !== "excused") continue;
    const excused = standing.kind === "excused";
    const by = excused ? "i.excused" : missedClause(policy, component, student.track);
    const evidence = excused ? read(standing.why, standing.cell) : standing.evidence;
    const reading = readings.get(component) ?? readingOf(policy, component, student.track);
    const target = reading.kind === "moves-to" ? keeper(reading.component, standings) : undefined;
    const keeps = target === component || (target !== undefined && !weights.has(target));
    if (target === undefined || keeps)
      missed.push({ component, reading: reading.kind === "moves-to" ? "undecided" : reading.kind, by });
    else
      move(
        weights,
        component,
        target,
        by,
        evidence,
        readings.has(component)
          ? given(by, "assumed reading", target)
          : readingLeaf(policy, component, student.track, readingName(reading)),
      );
  }
  return { weights, missed };
}

/** A reading as the policy file writes it. */
export function readingName(reading: MissedReading): string {
  return reading.kind === "moves-to" ? reading.component : reading.kind;
}

/** The setting that decides about a missed component, as a leaf. */
export function readingLeaf(
  policy: Policy,
  component: ComponentId,
  track: TrackId,
  reading: string,
): ParameterLeaf<string> {
  return parameter(policy, `missed.${component}.${track}`, "what a missed component does", reading);
}

/** For each missed component that is read as zero: the setting that says so, or the assumption. */
export function readAsZero(
  policy: Policy,
  student: Student,
  missed: readonly MissedComponent[],
  assumed: ReadonlyMap<ComponentId, MissedReading>,
): (component: ComponentId) => Derivation<string> | undefined {
  return (id) => {
    if (!missed.some(({ component, reading }) => component === id && reading === "zero")) return undefined;
    return assumed.has(id)
      ? given(missedClause(policy, id, student.track), "assumed reading", "zero")
      : readingLeaf(policy, id, student.track, "zero");
  };
}

export function readingOf(policy: Policy, component: ComponentId, track: string): MissedReading {
  return policy.missed.get(component)?.get(track) ?? { kind: "undecided" };
}

/** Where a weight ends up that goes to a component which itself was moved away. */
function keeper(target: ComponentId, standings: Standings): ComponentId {
  const standing = standings.get(target);
  return standing?.kind === "moved" ? standing.to : target;
}

function move(
  weights: Map<ComponentId, Derivation<Rational>>,
  from: ComponentId,
  to: ComponentId,
  by: Citation,
  ...why: readonly Derivation<string>[]
): void {
  const [own, other] = [weights.get(to), weights.get(from)];
  if (own === undefined || other === undefined) return;
  weights.set(to, derive(by, "weight with what it takes over", takenOver, own, other, ...why));
  weights.delete(from);
}

/** Missed components in the policy's order, so that a weight which moves on twice arrives whole. */
function inTakingOrder(
  policy: Policy,
  student: Student,
  standings: Standings,
  readings: ReadonlyMap<ComponentId, MissedReading>,
): readonly ComponentId[] {
  // Excused work takes part only where a reading says what becomes of it.
  const isAway = (id: ComponentId) => {
    const kind = standings.get(id)?.kind;
    return kind === "missed" || (kind === "excused" && readings.has(id));
  };
  const missed = policy.components.map(({ id }) => id).filter(isAway);
  const moves = (id: ComponentId) =>
    (readings.get(id) ?? readingOf(policy, id, student.track)).kind === "moves-to" ? 0 : 1;
  return missed.toSorted((a, b) => moves(a) - moves(b));
}
