/**
 * Neighbours joined until each has at least `least` students: always the smallest, of equal ones the last, goes to
 * the one before it, the very first to the one after. A higher number only joins more, so pages with different ones
 * cannot be subtracted. One may stay small: then all there is is too small.
 */
export function joined<G extends { readonly students: number }>(
  groups: readonly G[],
  join: (before: G, after: G) => G,
  least: number,
): readonly G[] {
  const left = [...groups];
  while (left.length > 1) {
    const fewest = left.reduce((count, { students }) => Math.min(count, students), Number.POSITIVE_INFINITY);
    if (fewest >= least) break;
    const at = Math.max(0, left.findLastIndex(({ students }) => students === fewest) - 1);
    const [before, after] = [left[at], left[at + 1]];
    if (before === undefined || after === undefined) break;
    left.splice(at, 2, join(before, after));
  }
  return left;
}
