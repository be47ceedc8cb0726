import { type Derivation, derive, given, operation, type Step } from "../derivation/derivation.ts";
import { REVIEW_DEFERRED } from "../gradebook/adjustments.ts";
import type { Basis, Student } from "../gradebook/gradebook.ts";
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

const asLetter = operation("the letter itself", (letter: string, _basis: string): string => letter);

/** What is reported for a letter under the student's grading basis: the letter, P/NP or S/U; RD stays RD. */
export function gradeOf(policy: Policy, student: Student, letter: Derivation<Letter>): Step<string> {
  const lowest = { pnp: policy.passing.pnp, su: policy.passing.su };
  const { basis } = student;
  if (basis === "pnp")
    return derive(
      "campus.p-np",
      "grade",
      passed(policy, "P", "NP"),
      letter,
      passing("pnp", lowest.pnp),
      basisLeaf(student),
    );
  if (basis === "su")
    return derive(
      "campus.s-u",
      "grade",
      passed(policy, "S", "U"),
      letter,
      passing("su", lowest.su),
      basisLeaf(student),
    );
  return derive("campus.basis", "grade", asLetter, letter, basisLeaf(student));

  function passing(of: Exclude<Basis, "letter" | "unknown">, value: Letter): Derivation<string> {
    return parameter(policy, `passing.${of}`, "lowest passing letter", value);
  }
}

function basisLeaf(student: Student): Derivation<string> {
  return student.basisCell === undefined
    ? given("campus.basis", "grading basis, no such column", "Letter")
    : read("grading basis", student.basisCell);
}

function rank(policy: Policy, letter: Letter): number {
  return policy.letters.findIndex((grade) => grade.letter === letter);
}
