import type { ClassReport } from "../../../reports/class/class-report.ts";
import type { OpenCase } from "../../../reports/class/open-cases.ts";
import { counted } from "../../words.ts";
import { type Child, element } from "../markup.ts";
import { note, paragraph, type Section } from "../section.ts";
import { column, dataTable } from "../table.ts";
import { PERSON, personCells } from "./people.ts";

/** Grades that nobody can say yet, with what each answer would give. */
export function openSection({ open }: ClassReport): Section {
  return {
    id: "decisions",
    title: `Decisions to take (${open.length})`,
    body:
      open.length === 0
        ? [paragraph("None: every grade is final or an incomplete.")]
        : [
            paragraph(
              `${counted(open.length, "student")} ${open.length === 1 ? "has" : "have"} no grade until somebody decides. Beside each stands what each answer would give under the cut-offs as they are now.`,
            ),
            dataTable(
              "Undecided students",
              [...PERSON, column("open"), column("what each answer would give")],
              open.map((own) => [...personCells(own.person), own.questions.join("; "), readingsMarkup(own)]),
            ),
            note("An answer is a row of adjustments.csv, a score in the export, or a setting of the policy."),
          ],
  };
}

function readingsMarkup({ readings }: OpenCase): Child {
  if (readings.length === 0) return "cannot be said yet";
  return element(
    "ul",
    { class: "plain" },
    readings.map(({ assume, total, grade }) =>
      element("li", {}, `${assume}: `, total === "" ? "" : `${total}, `, element("b", {}, grade)),
    ),
  );
}
