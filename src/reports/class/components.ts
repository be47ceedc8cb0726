import { compare, divide, HUNDRED, isZero, multiply, type Rational } from "../../exact/rational.ts";
import type { Component, Policy, TrackId } from "../../policy/parameters.ts";
import type { Grade } from "../../policy/policy.ts";
import { type Statistics, statisticsOf } from "../statistics.ts";

/** One component in one track; n and the other counts add up to the students of the track. */
export interface ComponentStatistics {
  readonly component: Component;
  /** Students whose work has a score that counts, or whose score is an instructor's decision. */
  readonly n: number;
  /** Nothing was handed in: a homework counts zero, an exam or project is missed. */
  readonly missing: number;
  /** Handed in, no score yet. */
  readonly ungraded: number;
  /** Marked as excused or as not assigned. */
  readonly excused: number;
  /** Its weight was moved to another component by a decision, or the student is in no score file. */
  readonly apart: number;
  readonly zeros: number;
  /** At the maximum or above it. */
  readonly full: number;
  /** The n counted scores in percent of their maximum. */
  readonly scores: readonly Rational[];
  /** Of these scores; undefined when there are none. */
  readonly statistics: Statistics | undefined;
}

type Place = "missing" | "ungraded" | "excused" | "apart" | Rational;

/** Every component of a track, in the policy's order. */
export function componentStatistics(
  policy: Policy,
  track: TrackId,
  grades: readonly Grade[],
): readonly ComponentStatistics[] {
  const weights = policy.tracks.find(({ id }) => id === track)?.weights ?? new Map<string, Rational>();
  return policy.components
    .filter(({ id }) => weights.has(id))
    .map((component) => {
      const places = grades.map((grade) => placeOf(grade, component));
      const scores = places.filter((place) => typeof place === "object");
      const count = (of: Place) => places.filter((place) => place === of).length;
      return {
        component,
        n: scores.length,
        missing: count("missing"),
        ungraded: count("ungraded"),
        excused: count("excused"),
        apart: count("apart"),
        zeros: scores.filter(isZero).length,
        full: scores.filter((score) => compare(score, HUNDRED) >= 0).length,
        scores,
        statistics: statisticsOf(scores),
      };
    });
}

function placeOf({ assessment }: Grade, { id }: Component): Place {
  const standing = assessment.standings.get(id);
  const maximum = assessment.maximums.get(id);
  if (standing === undefined || maximum === undefined) return "apart";
  switch (standing.kind) {
    case "missed":
      return "missing";
    case "ungraded":
    case "excused":
      return standing.kind;
    case "moved":
    case "unknown":
      return "apart";
    case "counted": {
      const { work, adjustments } = assessment.student;
      const handedIn = (work.get(id)?.kind ?? "missing") !== "missing";
      const decided = adjustments.some(
        (own) => (own.action === "set" || own.action === "zero") && own.component === id,
      );
      if (!handedIn && !decided) return "missing";
      return divide(multiply(standing.score.value, HUNDRED), maximum.value);
    }
  }
}
