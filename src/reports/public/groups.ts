/** A run of neighbouring groups that is printed as one. */
export interface Merged<G> {
  readonly groups: readonly G[];
  readonly count: number;
}

/**
 * Neighbours joined until each run has at least `least` members: the first run too small, from the end,
 * goes to the one before it, the very first to the one after. One run may stay small: then all there is is too small.
 */
export function merged<G>(
  groups: readonly G[],
  countOf: (group: G) => number,
  least: number,
): readonly Merged<G>[] {
  const runs: Merged<G>[] = groups.map((group) => ({ groups: [group], count: countOf(group) }));
  while (runs.length > 1) {
    const small = runs.findLastIndex(({ count }) => count < least);
    if (small < 0) break;
    const at = Math.max(0, small - 1);
    const [a, b] = [runs[at], runs[at + 1]];
    if (a === undefined || b === undefined) break;
    runs.splice(at, 2, { groups: [...a.groups, ...b.groups], count: a.count + b.count });
  }
  return runs;
}
