import { type Derivation, derive, given, operation, type Step } from "../derivation/derivation.ts";
import { REVIEW_DEFERRED } from "../gradebook/adjustments.ts";
import type { Student } from "../gradebook/gradebook.ts";
import { parameter, read } from "./cite.ts";
import type { Letter, Policy } from "./parameters.ts";

const passed = (policy: Policy, pass: string, fail: string) =>
  operation(`${pass} or ${fail}`, (letter: string, lowest: string, _basis: string): string =>
    letter === REVIEW_DEFERRED || rank(policy, letter) <= rank(policy, lowest)
      ? letter === REVIEW_DEFERRED
        ? letter
        : pass
      : fail,
  );

const WORDS = {
  pnp: { by: "campus.p-np", pass: "P", fail: "NP" },
  su: { by: "campus.s-u", pass: "S", fail: "U" },
} as const;

const asLetter = operation("the letter itself", (letter: string, _basis: string): string => letter);

/** What is reported for a letter under the student's grading basis: the letter, P/NP or S/U; RD stays RD. */
export function gradeOf(policy: Policy, student: Student, letter: Derivation<Letter>): Step<string> {
  const { basis } = student;
  const own = basisLeaf(student);
  if (basis !== "pnp" && basis !== "su") return derive("campus.basis", "grade", asLetter, letter, own);
  const { by, pass, fail } = WORDS[basis];
  const lowest = parameter(policy, `passing.${basis}`, "lowest passing letter", policy.passing[basis]);
  return derive(by, "grade", passed(policy, pass, fail), letter, lowest, own);
}

function basisLeaf(student: Student): Derivation<string> {
  return student.basisCell === undefined
    ? given("campus.basis", "grading basis, no such column", "Letter")
    : read("grading basis", student.basisCell);
}

function rank(policy: Policy, letter: Letter): number {
  return policy.letters.findIndex((grade) => grade.letter === letter);
}
