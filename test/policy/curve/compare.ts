import { fractionText, rational } from "../../../src/exact/rational.ts";
import { curveProblem } from "../../../src/policy/curve/problem.ts";
import { solve } from "../../../src/policy/curve/solve.ts";
import { bestOfAll } from "./brute-force.ts";
import { exact, gradesOf, type Instance, randomInstance, settingsOf } from "./instances.ts";

export interface Found {
  readonly cost: string;
  readonly rank: number;
  readonly cuts: readonly number[];
}

export function solved(instance: Instance): Found | undefined {
  const problem = curveProblem(instance.totals.map(exact), settingsOf(instance), gradesOf(instance));
  const found = solve(problem);
  return (
    found && {
      cost: fractionText(rational(found.cost, problem.unit)),
      rank: found.rank,
      cuts: found.cuts,
    }
  );
}

export function tried(instance: Instance): Found | undefined {
  const best = bestOfAll(instance);
  return best && { cost: fractionText(exact(best.cost)), rank: best.rank, cuts: best.cuts };
}

/** What the program and the brute force say of a range of random instances, where they differ. */
export function curveDisagreements(from: number, to: number): readonly string[] {
  const found: string[] = [];
  for (let seed = from; seed <= to; seed += 1) {
    const instance = randomInstance(seed);
    const [own, best] = [JSON.stringify(solved(instance)), JSON.stringify(tried(instance))];
    if (own !== best) found.push(`instance ${seed}: ${own}, all cut vectors give ${best}`);
  }
  return found;
}
