import { divide, HUNDRED, multiply } from "../exact/rational.ts";
import type { ComponentId, Policy, TrackId } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { notesOf } from "./notes.ts";
import { percentText } from "./percent.ts";
import { plain, type Table, text } from "./table.ts";

/** grades.csv: one row a student, sorted by SID. */
export function gradesTable(policy: Policy, { grades, cutoffs, provisional }: Grades): Table {
  const components = policy.components.map(({ id }) => id);
  const isProvisional = (track: TrackId) => {
    const source = cutoffs.get(track)?.source;
    return provisional.has(track) || (source?.from !== undefined && provisional.has(source.from));
  };
  return {
    header: [
      ...["sid", "name", "email", "track", "basis"],
      ...components,
      ...["slip_days_used", "total", "letter", "grade", "status", "grade_if_zero", "notes"],
    ],
    rows: grades.map((grade) => {
      const { student, ledger } = grade.assessment;
      return [
        plain(student.sid.value),
        text(student.name),
        text(student.email),
        plain(student.track),
        text(student.basisCell === undefined ? "Letter" : student.basisCell.value),
        ...components.map((id) => plain(componentText(grade, id))),
        plain(String(ledger.used)),
        plain(grade.total === undefined ? "" : percentText(grade.total.value)),
        plain(grade.letter?.value ?? ""),
        plain(grade.grade?.value ?? ""),
        plain(statusText(grade)),
        plain(grade.ifZero?.value ?? ""),
        text(notesOf(policy, grade, isProvisional(student.track)).join("; ")),
      ];
    }),
  };
}

export function statusText({ status }: Grade): "final" | "incomplete" | "undecided" {
  return status.kind === "given" ? "final" : status.kind;
}

/** The counted score in percent of its maximum; blank where nothing counts (yet). */
function componentText({ assessment }: Grade, id: ComponentId): string {
  const standing = assessment.standings.get(id);
  const maximum = assessment.maximums.get(id);
  if (standing?.kind !== "counted" || maximum === undefined) return "";
  return percentText(divide(multiply(standing.score.value, HUNDRED), maximum.value));
}
