import { attempt } from "../../src/commands/attempt.ts";
import type { Policy } from "../../src/policy/parameters.ts";
import { type Explanation, explain } from "../../src/reports/explanation.ts";
import type { Zone } from "../../src/time/zone.ts";
import { explanationJson } from "../../src/writers/explanation-json.ts";
import { explanationText } from "../../src/writers/explanation-text.ts";
import { palette } from "../../src/writers/palette.ts";
import { memoryWorld } from "./memory-world.ts";

/** One contribution as `--json` prints it. */
export interface PrintedContribution {
  readonly component: string;
  readonly weight: string;
  readonly points: string;
  readonly maximum: string | null;
  readonly contribution: string;
}

export interface PrintedLine {
  readonly title?: string;
  readonly value: string;
  readonly text: string;
  readonly by: string | null;
  readonly cells: readonly string[];
  readonly from: readonly PrintedLine[];
}

interface PrintedTotal {
  readonly exact: string;
  readonly shown: string;
}

interface PrintedStep {
  readonly letter: string;
  readonly cutoff: string;
  readonly percent_points: string;
  readonly components: readonly {
    readonly component: string;
    readonly points: string;
    readonly points_rounded_up: string;
    readonly points_left: string;
    readonly reachable: boolean;
  }[];
}

/** What `--json` prints of one student. */
export interface Printed {
  readonly sid: string;
  readonly status: string;
  readonly grade: string | null;
  readonly letter: string | null;
  readonly total: PrintedTotal | null;
  readonly total_if_zero: PrintedTotal | null;
  readonly contributions: readonly PrintedContribution[];
  readonly why: readonly PrintedLine[];
  readonly readings: readonly {
    readonly total: PrintedTotal | null;
    readonly contributions: readonly PrintedContribution[];
  }[];
  readonly decisions: readonly PrintedLine[];
  readonly slip_days: { readonly budget: readonly PrintedLine[] };
  readonly next: PrintedStep | null;
  readonly above: { readonly cutoff: string; readonly percent_points: string } | null;
}

export interface Explained {
  readonly explanation: Explanation;
  readonly printed: Printed;
  readonly text: string;
  readonly full: string;
  /** `file:line` of the student's adjustments. */
  readonly decisions: readonly string[];
}

/** Every student of a class explained, without printing; the class is graded once. */
export async function explainedClass(files: ReadonlyMap<string, string>): Promise<readonly Explained[]> {
  const { graded, diagnostics } = await attempt(memoryWorld(files), "roster.csv", { discover: true });
  if (graded === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { grades, term } = graded;
  const { policy, zone }: { readonly policy: Policy; readonly zone: Zone } = term;
  return grades.grades.map((grade) => {
    const explanation = explain(policy, zone, grades, grade);
    return {
      explanation,
      printed: JSON.parse(JSON.stringify(explanationJson(explanation, zone, false))) as Printed,
      text: explanationText(explanation, zone, false, palette(false)),
      full: explanationText(explanation, zone, true, palette(false)),
      decisions: grade.assessment.student.adjustments.map(
        ({ cell }) => `${cell.cell.file}:${cell.cell.line}`,
      ),
    };
  });
}
