import type { Derivation } from "../derivation/derivation.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { Policy } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { settingsTouching, type TouchingSetting } from "../policy/settings.ts";
import { distributions, type TrackDistribution } from "./distribution.ts";
import { statusText } from "./grades-table.ts";
import { statusNotes } from "./notes.ts";
import { type Reconciliation, reconcile } from "./reconciliation.ts";

/** A student to look at, with why. */
export interface Listed {
  readonly sid: string;
  readonly name: string;
  readonly note: string;
}

export interface SettingUse extends Omit<TouchingSetting, "components"> {
  readonly students: number;
}

/** What a run of `compute` has to say to a person or a script. */
export interface Summary {
  readonly policy: { readonly id: string; readonly title: string };
  readonly inputs: readonly { readonly path: string; readonly kind: string }[];
  /** Columns of score files that are no component. */
  readonly ignored: readonly string[];
  readonly tracks: readonly TrackDistribution[];
  readonly waitlisted: number;
  readonly dropped: number;
  /** Rows of staff on a roster that has them. */
  readonly staff: number;
  readonly reconciliation: Reconciliation;
  readonly undecided: readonly Listed[];
  readonly incomplete: readonly Listed[];
  /** Interpretations with the number of students whose grade rests on them. */
  readonly interpretations: readonly { readonly id: string; readonly students: number }[];
  /** Settings that answer open questions otherwise than by default, with the number of students they touched. */
  readonly settings: readonly SettingUse[];
  readonly warnings: number;
  /** Paths of the files written. */
  readonly written: readonly string[];
}

export function summarize(
  policy: Policy,
  gradebook: Gradebook,
  grades: Grades,
  inputs: Summary["inputs"],
  warnings: number,
  written: readonly string[],
): Summary {
  const listed = (status: string): readonly Listed[] =>
    grades.grades
      .filter((grade) => statusText(grade) === status)
      .map((grade) => {
        const { sid, name } = grade.assessment.student;
        const zero =
          grade.ifZero === undefined ? "" : `; with the missing work as zero ${grade.ifZero.value}`;
        return { sid: sid.value, name, note: `${statusNotes(policy, grade).join("; ")}${zero}` };
      });
  return {
    policy: { id: policy.id, title: policy.title },
    inputs,
    ignored: gradebook.columns.filter(({ component }) => component === undefined).map(({ title }) => title),
    tracks: distributions(policy, grades),
    waitlisted: gradebook.waitlisted,
    dropped: gradebook.dropped,
    staff: gradebook.staff,
    reconciliation: reconcile(policy, gradebook),
    undecided: listed("undecided"),
    incomplete: listed("incomplete"),
    interpretations: interpretationsUsed(grades.grades),
    settings: settingsUsed(policy, grades.grades),
    warnings,
    written,
  };
}

function settingsUsed(policy: Policy, grades: readonly Grade[]): readonly SettingUse[] {
  const found = new Map<string, SettingUse>();
  for (const grade of grades)
    for (const { components: _, ...own } of settingsTouching(policy, grade))
      found.set(own.setting, { ...own, students: (found.get(own.setting)?.students ?? 0) + 1 });
  return [...found.values()].sort((a, b) => (a.setting < b.setting ? -1 : 1));
}

/** Interpretations that everybody's grade passes are not news: only those that decided something are counted. */
const ALWAYS = new Set(["i.rounding", "i.due-zone", "i.curve-inner"]);

function interpretationsUsed(grades: readonly Grade[]): Summary["interpretations"] {
  const students = new Map<string, number>();
  for (const grade of grades) {
    const used = new Set<string>();
    if (grade.grade !== undefined) collect(grade.grade, used);
    if (grade.status.kind === "undecided") for (const { by } of grade.status.questions) used.add(by);
    if (grade.status.kind === "incomplete") for (const { by } of grade.status.causes) used.add(by);
    for (const id of used)
      if (id.startsWith("i.") && !ALWAYS.has(id)) students.set(id, (students.get(id) ?? 0) + 1);
  }
  return [...students].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, students: count }));
}

function collect(derivation: Derivation, used: Set<string>): void {
  if (derivation.kind === "cell") return;
  used.add(derivation.by);
  if (derivation.kind === "step") for (const input of derivation.from) collect(input, used);
}
