import { shortestText } from "../../exact/decimal.ts";
import {
  compare,
  divide,
  isPositive,
  isZero,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import { type Assessment, componentsOf } from "../../policy/assess.ts";
import type { Cutoff } from "../../policy/curve/cutoffs.ts";
import type { Component, Policy } from "../../policy/parameters.ts";
import type { Standing } from "../../policy/standing.ts";
import type { About } from "./about.ts";

/** How far a total is from a cut-off, in percent points and in raw points of each component alone. */
export interface Step {
  readonly letter: string;
  readonly cutoff: Rational;
  /** Percent points; above zero. */
  readonly distance: Rational;
  readonly components: readonly Needed[];
}

export interface Needed {
  readonly component: Component;
  /** Raw points more on this component alone. */
  readonly points: Rational;
  /** Raw points between the counted score and the maximum; below zero where the score is over it. */
  readonly left: Rational;
  readonly reachable: boolean;
  /** Why its points do not count as they stand. */
  readonly remark: string | undefined;
}

export interface Distances {
  /** The next better letter; undefined for the best that the cut-offs give. */
  readonly next: Step | undefined;
  /** The lowest passing letter, where P/NP or S/U is failed and the next letter does not pass yet. */
  readonly passing: Step | undefined;
  /** How far above its own cut-off the total is; undefined for the lowest letter. */
  readonly above:
    | { readonly letter: string; readonly cutoff: Rational; readonly distance: Rational }
    | undefined;
}

/** The distances of a letter that the total alone gives; undefined for any other grade. */
export function distancesOf(about: About): Distances | undefined {
  const { status, total } = about.grade;
  if (status.kind !== "final" || total === undefined) return undefined;
  const { cutoffs } = about.cutoffs;
  const reached = cutoffs.findIndex(({ cutoff }) => compare(total.value, cutoff.value) >= 0);
  const own = cutoffs[reached];
  const next = reached < 0 ? cutoffs.at(-1) : cutoffs[reached - 1];
  const passing = passingCutoff(about);
  return {
    next: next && stepTo(about, next, total.value),
    passing:
      passing === undefined ||
      passing.letter === next?.letter ||
      compare(total.value, passing.cutoff.value) >= 0
        ? undefined
        : stepTo(about, passing, total.value),
    above: own && {
      letter: own.letter,
      cutoff: own.cutoff.value,
      distance: subtract(total.value, own.cutoff.value),
    },
  };
}

/** The lowest cut-off whose letter passes; undefined where a letter is reported. */
function passingCutoff({ policy, grade, cutoffs }: About): Cutoff | undefined {
  const { basis } = grade.assessment.student;
  if (basis !== "pnp" && basis !== "su") return undefined;
  const rank = (letter: string) => policy.letters.findIndex((own) => own.letter === letter);
  const lowest = rank(policy.passing[basis]);
  return cutoffs.cutoffs.findLast(({ letter }) => rank(letter) <= lowest);
}

function stepTo({ policy, grade }: About, { letter, cutoff }: Cutoff, total: Rational): Step {
  const distance = subtract(cutoff.value, total);
  const components = neededPoints(policy, grade.assessment, distance);
  return { letter, cutoff: cutoff.value, distance, components };
}

/** What each component alone would need to add so many percent points; one without weight or maximum cannot. */
export function neededPoints(policy: Policy, assessment: Assessment, distance: Rational): readonly Needed[] {
  const { student, weights, standings, maximums } = assessment;
  return componentsOf(policy, student).flatMap((component): readonly Needed[] => {
    const weight = weights.get(component.id)?.value ?? ZERO;
    const maximum = maximums.get(component.id)?.value;
    const standing = standings.get(component.id);
    if (isZero(weight) || maximum === undefined || standing === undefined) return [];
    const points = divide(multiply(distance, maximum), weight);
    const left = subtract(maximum, standing.kind === "counted" ? standing.score.value : ZERO);
    const remark = remarkOf(standing);
    return [{ component, points, left, reachable: compare(points, left) <= 0, remark }];
  });
}

/** Why the score that counts is no score of the work itself. */
function remarkOf(standing: Standing): string | undefined {
  if (standing.kind !== "counted") return standing.kind === "missed" ? "missed" : undefined;
  return REMARKS[standing.score.what];
}

const REMARKS: Readonly<Record<string, string>> = {
  "score, late and not covered": "not accepted",
  "late and not covered, before any score": "not accepted",
  "not handed in": "not handed in",
  zero: "zero by decision",
};

/** Whether raw points on the work itself would do it: work that does not count at all lifts nobody. */
export function canLift({ reachable, remark }: Needed): boolean {
  return reachable && remark === undefined;
}

/** What the component has room for, and whether that is enough. */
export function roomText({ left, reachable }: Needed): string {
  if (!isPositive(left)) return "nothing left below the maximum";
  return reachable
    ? `${shortestText(left)} left below the maximum`
    : `only ${shortestText(left)} left below the maximum`;
}
