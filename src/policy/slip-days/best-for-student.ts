import { add, compare, isPositive, type Rational, ZERO } from "../../exact/rational.ts";

/** A late homework that competes for slip days: what accepting it adds to the total, and what it needs. */
export interface Candidate {
  readonly days: number;
  /** Percent points of the total. */
  readonly gain: Rational;
}

interface Choice {
  readonly gain: Rational;
  readonly days: number;
  readonly accepted: readonly boolean[];
}

/**
 * The set of homeworks whose acceptance gives the highest total within the budget;
 * of equal ones that with fewer days, then that with the earlier homeworks.
 */
export function bestAcceptance(candidates: readonly Candidate[], budget: number): readonly boolean[] {
  if (candidates.length === 0) return [];
  const memo = new Map<string, Choice>();
  const best = (from: number, left: number): Choice => {
    const candidate = candidates[from];
    if (candidate === undefined) return { gain: ZERO, days: 0, accepted: [] };
    const key = `${from} ${left}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const without = best(from + 1, left);
    const skipped = { ...without, accepted: [false, ...without.accepted] };
    const chosen =
      candidate.days <= left && isPositive(candidate.gain)
        ? better(taken(candidate, best(from + 1, left - candidate.days)), skipped)
        : skipped;
    memo.set(key, chosen);
    return chosen;
  };
  return best(0, budget).accepted;
}

function taken(candidate: Candidate, rest: Choice): Choice {
  return {
    gain: add(candidate.gain, rest.gain),
    days: candidate.days + rest.days,
    accepted: [true, ...rest.accepted],
  };
}

/** `first` holds the earlier homework, so it wins a full tie. */
function better(first: Choice, second: Choice): Choice {
  const gain = compare(first.gain, second.gain);
  if (gain !== 0) return gain > 0 ? first : second;
  return first.days <= second.days ? first : second;
}
