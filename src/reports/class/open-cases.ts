import type { Policy } from "../../policy/parameters.ts";
import type { Grade } from "../../policy/policy.ts";
import { assumptionText, type Reading, type Readings } from "../../policy/readings.ts";
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
      readings: readingRows(grade.readings),
    }));
}

/** A row for each combination of answers; of too many, one for each end, and one for an I among them. */
function readingRows({ each, ranges: [all] }: Readings): OpenCase["readings"] {
  if (all === undefined)
    return each.map((reading) => rowOf(`${assumptionText(reading)}${daysText(reading)}`, reading));
  const of = `of ${all.combinations} combinations`;
  return [
    ...(all.bounds === undefined
      ? []
      : [rowOf(`lowest ${of}`, all.bounds.lowest), rowOf(`highest ${of}`, all.bounds.highest)]),
    ...(all.incomplete ? [{ assume: `some ${of}`, total: "", grade: "I" }] : []),
  ];
}

function rowOf(assume: string, { total, grade }: Reading): OpenCase["readings"][number] {
  return { assume, total: total === undefined ? "" : percentText(total.value), grade };
}

/** Where the slip days go under a reading, while that is open. */
function daysText({ accepted }: Reading): string {
  if (accepted === undefined) return "";
  return ` (slip days for ${accepted.length === 0 ? "none" : accepted.join(" and ")})`;
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
