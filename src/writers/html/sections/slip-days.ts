import type { ClassReport } from "../../../reports/class/class-report.ts";
import { slipDaysFigure } from "../figures/slip-days.ts";
import { paragraph, type Section } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

/** Days used, and what became of each homework. */
export function slipDaysSection({ tracks, policy }: ClassReport): Section {
  const uses = tracks.map(({ slipDays }) => slipDays);
  const order = policy.slipDays.order === "due-date" ? "in due-date order" : "best for the student";
  return {
    id: "slip-days",
    title: "Slip days",
    body: [
      paragraph(
        `Each student has ${policy.slipDays.budget} slip days for the term, charged ${order}. Late work that they do not cover is rejected and counts zero.`,
      ),
      slipDaysFigure(uses, "slip-days-used"),
      dataTable(
        "What became of each homework",
        [
          column("homework"),
          column("track"),
          ...["on time", "late, accepted", "late, rejected", "not handed in", "ungraded"].map(numbers),
        ],
        uses.flatMap(({ track, homeworks }) =>
          homeworks.map(({ component, outcomes }) => [
            component.title,
            track,
            outcomes["on-time"],
            outcomes["accepted-late"],
            outcomes["rejected-late"],
            outcomes.missing,
            outcomes.ungraded,
          ]),
        ),
      ),
    ],
  };
}
