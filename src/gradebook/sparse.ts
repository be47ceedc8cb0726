/** Whether hardly anybody of a track has a score: under 20% of ten students or more. */
export function isSparse(scored: number, students: number): boolean {
  return students >= 10 && scored * 5 < students;
}
