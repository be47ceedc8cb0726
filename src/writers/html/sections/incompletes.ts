import type { ClassReport } from "../../../reports/class/class-report.ts";
import { note, paragraph, type Section } from "../section.ts";
import { column, dataTable } from "../table.ts";
import { PERSON, personCells } from "./people.ts";

/** Every I, with the grade that stands should it not be confirmed. */
export function incompletesSection({ incomplete }: ClassReport): Section {
  return {
    id: "incompletes",
    title: `Incompletes to confirm (${incomplete.length})`,
    body:
      incomplete.length === 0
        ? [paragraph("None.")]
        : [
            dataTable(
              "Incompletes",
              [...PERSON, column("why"), column("grade with the missing work as zero")],
              incomplete.map(({ person, causes, ifZero }) => [
                ...personCells(person),
                causes.join("; "),
                ifZero === "" ? "cannot be computed" : ifZero,
              ]),
            ),
            note(
              "An I wants the student's request, passing work so far and a cause beyond the student's control; left alone it becomes F or NP.",
            ),
          ],
  };
}
