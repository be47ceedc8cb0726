import { interpretations } from "../../../policy/interpretations.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import { type Child, element, fromFile } from "../markup.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

/** What the page was made from, and how the silent places of the policy were read. */
export function sourcesSection({ run, policy, summary, fileName }: ClassReport): Section {
  return {
    id: "sources",
    title: "Where this comes from",
    body: [
      dataTable(
        "Files read",
        [column("file"), column("as"), column("SHA-256")],
        run.inputs.map(({ role, name, sha256 }) => [fromFile(fileName(name)), role, hash(sha256)]),
      ),
      paragraph(
        `Policy ${policy.id} (SHA-256 of what is in force `,
        hash(run.policySha256),
        `), grades ${run.version}.`,
      ),
      note("The same files, options and version give this page again, byte for byte."),
      subheading("Interpretations that touched a student"),
      interpretationTable(summary.interpretations),
    ],
  };
}

function interpretationTable(touched: ClassReport["summary"]["interpretations"]): Child {
  const known: Readonly<
    Record<
      string,
      { readonly question: string; readonly decision: string; readonly setting: string | undefined }
    >
  > = interpretations;
  if (touched.length === 0) return paragraph("None.");
  return dataTable(
    "Where the written policy is silent",
    [column("id"), numbers("students"), column("question"), column("decision"), column("setting")],
    touched.map(({ id, students }) => [
      id,
      students,
      known[id]?.question,
      known[id]?.decision,
      known[id]?.setting ?? "none",
    ]),
  );
}

function hash(sha256: string): Child {
  return element("code", { class: "hash" }, sha256);
}
