import type { ClassReport } from "../../../reports/class/class-report.ts";
import { fromFile } from "../markup.ts";
import { paragraph, type Section } from "../section.ts";
import { column, dataTable } from "../table.ts";
import { PERSON, personCells } from "./people.ts";

/** Every decision of the instructor with its reason. */
export function adjustmentsSection({ decisions }: ClassReport): Section {
  return {
    id: "adjustments",
    title: `Adjustments (${decisions.length})`,
    body:
      decisions.length === 0
        ? [paragraph("None.")]
        : [
            dataTable(
              "Adjustments",
              [...PERSON, ...["action", "assignment", "value", "reason", "cell"].map(column)],
              decisions.map(({ person, action, assignment, value, reason, cell }) => [
                ...personCells(person),
                action,
                assignment === "" ? "the student" : fromFile(assignment),
                value,
                fromFile(reason),
                fromFile(cell),
              ]),
            ),
          ],
  };
}
