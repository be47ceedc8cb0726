import type { Policy } from "../../policy/parameters.ts";
import type { Grade } from "../../policy/policy.ts";
import { assumptionText } from "../../policy/readings.ts";
import { causeTexts, openQuestionNotes } from "../notes.ts";
import { percentText } from "../percent.ts";
import { type Person, personOf } from "./person.ts";

/** A student whose grade nobody has decided yet, with what each answer would give. */
export interface OpenCase {
  readonly person: Person;
  readonly questions: readonly string[];
  /** The total is blank where the answer gives an I. */
  readonly readings: readonly { readonly assume: string; readonly total: string; readonly grade: string }[];
}

/** An I for the instructor to confirm. */
export interface IncompleteCase {
  readonly person: Person;
  readonly causes: readonly string[];
  /** The grade with the missing work as zero; blank where it cannot be computed. */
  readonly ifZero: string;
}

export function openCases(policy: Policy, grades: readonly Grade[]): readonly OpenCase[] {
  return grades
    .filter(({ status }) => status.kind === "undecided")
    .map((grade) => ({
      person: personOf(grade),
      questions: openQuestionNotes(policy, grade),
      readings: grade.readings.map((reading) => ({
        assume: assumptionText(reading),
        total: reading.total === undefined ? "" : percentText(reading.total.value),
        grade: reading.grade,
      })),
    }));
}

export function incompleteCases(policy: Policy, grades: readonly Grade[]): readonly IncompleteCase[] {
  return grades
    .filter(({ status }) => status.kind === "incomplete")
    .map((grade) => ({
      person: personOf(grade),
      causes: causeTexts(policy, grade),
      ifZero: grade.ifZero?.value ?? "",
    }));
}
