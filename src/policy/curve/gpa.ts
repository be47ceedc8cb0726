import { add, divide, multiply, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Letter, LetterGrade } from "../parameters.ts";

/** The mean of grade points over letters; undefined for nobody. */
export function gradePointAverage(
  letters: readonly Letter[],
  grades: readonly LetterGrade[],
): Rational | undefined {
  const counts = new Map<Letter, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return averageOfCounts(counts, grades);
}

/** The same, where the students with each letter are counted already. */
export function averageOfCounts(
  counts: ReadonlyMap<Letter, number>,
  grades: readonly LetterGrade[],
): Rational | undefined {
  const students = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (students === 0) return undefined;
  const points = grades.map(({ letter, points }) => multiply(points, rational(counts.get(letter) ?? 0)));
  return divide(points.reduce(add, ZERO), rational(students));
}
