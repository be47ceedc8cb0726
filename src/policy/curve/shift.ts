import type { Integer } from "../../exact/integer.ts";
import {
  add,
  ceiling,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../exact/rational.ts";
import type { LetterGrade, ShiftSettings } from "../parameters.ts";
import type { ShiftFit } from "./certificate.ts";
import type { PublishedCutoff } from "./publish.ts";
import { countDistinct } from "./totals.ts";

/**
 * Fixed cut-offs lowered all alike, by the smallest multiple of the step with which the class reaches the target
 * GPA; never raised. Only the multiples count at which some total reaches another letter, so the GPA is followed
 * from one of them to the next.
 */
export function shiftedCutoffs(
  { cutoffs, target, step }: ShiftSettings,
  fitted: readonly Rational[],
  letters: readonly LetterGrade[],
): { readonly cutoffs: readonly PublishedCutoff[]; readonly fit: ShiftFit } {
  const rungs = letters.flatMap(({ letter, points }) => {
    const cutoff = cutoffs.get(letter);
    return cutoff === undefined ? [] : [{ letter, points, cutoff }];
  });
  const { totals, students } = countDistinct(fitted);
  const lowest = letters.at(-1)?.points ?? ZERO;
  const gains = new Map<Integer, Rational>();
  totals.forEach((total, index) => {
    const count = rational((students[index + 1] ?? 0) - (students[index] ?? 0));
    rungs.forEach(({ points, cutoff }, rung) => {
      const steps = ceiling(divide(subtract(cutoff, total), step));
      const at = steps < 0 ? 0 : steps;
      const gain = multiply(count, subtract(points, rungs[rung + 1]?.points ?? lowest));
      gains.set(at, add(gains.get(at) ?? ZERO, gain));
    });
  });
  const size = rational(fitted.length);
  const path: { readonly steps: Integer; readonly gpa: Rational }[] = [];
  let sum = multiply(lowest, size);
  for (const [steps, gain] of [...gains, [0, ZERO] as const].toSorted(([a], [b]) =>
    a === b ? 0 : a < b ? -1 : 1,
  )) {
    sum = add(sum, gain);
    path.push({ steps, gpa: divide(sum, size) });
  }
  const start = path.findLast(({ steps }) => steps === 0) ?? { steps: 0, gpa: ZERO };
  const moves = [start, ...path.filter(({ steps }) => steps > 0)];
  const reached = moves.find(({ gpa }) => compare(gpa, target) >= 0);
  const { steps, gpa } = reached ?? start;
  const lowered = multiply(step, rational(steps));
  return {
    cutoffs: rungs.map(({ letter, cutoff }) => ({ letter, cutoff: subtract(cutoff, lowered) })),
    fit: {
      method: "shift",
      students: fitted.length,
      distinctTotals: totals.length,
      gpa,
      target,
      lowered,
      reached: reached !== undefined,
      highest: moves.reduce((best, own) => (compare(own.gpa, best) > 0 ? own.gpa : best), start.gpa),
    },
  };
}
