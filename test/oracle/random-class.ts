// A whole random class, valid by the contract: the files of a term folder, the same for the same seed.
import { frozenCutoffs, randomAdjustments, randomExtensions } from "./random-adjustments.ts";
import { randomColumns, randomFiles } from "./random-columns.ts";
import { diceOf } from "./random-dice.ts";
import { randomPolicy } from "./random-policy.ts";
import { type RosterKind, randomStudents, rosterText } from "./random-roster.ts";
import { randomScores } from "./random-scores.ts";

export function randomClass(seed: number): Map<string, string> {
  const dice = diceOf(seed);
  const frozen = dice.chance(0.14);
  const policy = randomPolicy(dice, frozen);
  const kind = dice.weighted<RosterKind>([
    [50, "calcentral"],
    [18, "sections"],
    [10, "bcourses"],
    [22, "plain"],
  ]);
  const students = randomStudents(dice, kind);
  const drawn = randomFiles(dice);
  const drawnColumns = randomColumns(dice, drawn, policy);
  // A score file without any component of the course is nobody's export.
  const scoreFiles = drawn.filter((file) =>
    drawnColumns.some((column) => column.file === file && column.component !== undefined),
  );
  const columns = drawnColumns.filter((column) => scoreFiles.includes(column.file));
  const scores = randomScores(dice, students, scoreFiles, columns, policy);
  const maximumOf = (component: string): number =>
    Number(columns.find((column) => column.component === component)?.maximum);

  const files = new Map<string, string>([["roster.csv", rosterText(dice, kind, students)], ...scores.texts]);
  if (dice.chance(0.6)) files.set("extensions.csv", randomExtensions(dice, students, policy));
  if (dice.chance(0.8)) {
    files.set("adjustments.csv", randomAdjustments(dice, students, policy, scores, maximumOf));
  }
  if (frozen) files.set("cutoffs.csv", frozenCutoffs(dice));
  if (policy.text !== undefined) files.set("policy.yaml", policy.text);
  return files;
}
