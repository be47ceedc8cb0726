import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { Policy, TrackId } from "../policy/parameters.ts";
import type { Grade } from "../policy/policy.ts";
import { statusText } from "./grades-table.ts";
import { openQuestionNotes } from "./notes.ts";
import { type Reconciliation, reconcile } from "./reconciliation.ts";
import type { Listed, Summary } from "./summary.ts";

/** What `check` has to say; what a broken file or policy hides is undefined or empty. */
export interface Readiness {
  readonly policy: Summary["policy"] | undefined;
  readonly inputs: Summary["inputs"];
  readonly waitlisted: number;
  readonly dropped: number;
  readonly staff: number;
  readonly tracks: readonly TrackReadiness[];
  readonly reconciliation: Reconciliation | undefined;
  /** Students whose grade `compute` would leave open, with the open questions. */
  readonly undecided: readonly Listed[];
  readonly errors: number;
  readonly warnings: number;
  /** Whether `compute` would write anything. */
  readonly wouldWrite: boolean;
}

/** The students of a track by the status they would get; no status is counted while there are errors. */
export interface TrackReadiness {
  readonly track: TrackId;
  readonly students: number;
  readonly final: number;
  readonly incomplete: number;
  readonly undecided: number;
}

/** What was found of a term, as far as it could be read, joined and graded. */
export interface Findings {
  readonly inputs: Summary["inputs"];
  readonly policy: Policy | undefined;
  readonly gradebook: Gradebook | undefined;
  readonly grades: readonly Grade[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Says whether a term can be computed, and what stands in the way. */
export function readiness({ inputs, policy, gradebook, grades, diagnostics }: Findings): Readiness {
  const counted = (severity: string) => diagnostics.filter((own) => own.severity === severity).length;
  return {
    policy: policy && { id: policy.id, title: policy.title },
    inputs,
    waitlisted: gradebook?.waitlisted ?? 0,
    dropped: gradebook?.dropped ?? 0,
    staff: gradebook?.staff ?? 0,
    tracks: policy && gradebook ? tracksOf(policy, gradebook, grades ?? []) : [],
    reconciliation: policy && gradebook && reconcile(policy, gradebook),
    undecided: policy && grades ? undecidedOf(policy, grades) : [],
    errors: counted("error"),
    warnings: counted("warning"),
    wouldWrite: grades !== undefined,
  };
}

function tracksOf(
  policy: Policy,
  { students }: Gradebook,
  grades: readonly Grade[],
): readonly TrackReadiness[] {
  return policy.tracks
    .map(({ id }) => {
      const own = grades.filter(({ assessment }) => assessment.student.track === id);
      const status = (kind: string) => own.filter((grade) => statusText(grade) === kind).length;
      return {
        track: id,
        students: students.filter(({ track }) => track === id).length,
        final: status("final"),
        incomplete: status("incomplete"),
        undecided: status("undecided"),
      };
    })
    .filter((track) => track.students > 0);
}

function undecidedOf(policy: Policy, grades: readonly Grade[]): readonly Listed[] {
  return grades.flatMap((grade) => {
    const notes = openQuestionNotes(policy, grade);
    const { sid, name } = grade.assessment.student;
    return notes.length === 0 ? [] : [{ sid: sid.value, name, note: notes.join("; ") }];
  });
}
