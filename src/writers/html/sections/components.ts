import { decimalText } from "../../../exact/decimal.ts";
import type { Rational } from "../../../exact/rational.ts";
import { rootText } from "../../../exact/root.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import type { ComponentStatistics } from "../../../reports/class/components.ts";
import { componentsFigure } from "../figures/components.ts";
import type { Child, Markup } from "../markup.ts";
import { note, type Section, subheading } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

const PLACES = 2;

/** What each component came to, track by track. */
export function componentsSection({ tracks }: ClassReport): Section {
  return {
    id: "components",
    title: "Components",
    body: [
      tracks.map(({ distribution, components }, index) => [
        subheading(distribution.track),
        componentTable(`Components of ${distribution.track}`, components),
        componentsFigure(
          distribution.track,
          components,
          componentTable(`Components of ${distribution.track}, again`, components),
          `components-${index + 1}`,
        ),
      ]),
      note(
        "n: students with a score that counts, in percent of the maximum, after lateness and decisions; work rejected as late is a zero among them. Missing: nothing handed in; a homework then counts zero, an exam or project is missed. Excused: marked so in the file, or not assigned. Apart: in no score file, or its weight moved by a decision. Full: at the maximum or above. Q1 and Q3: quartiles, as QUARTILE.INC of a spreadsheet gives them; sd over n - 1. Computed exactly; shown to two digits, halves up.",
      ),
    ],
  };
}

function componentTable(caption: string, components: readonly ComponentStatistics[]): Markup {
  return dataTable(
    caption,
    [
      column("component"),
      ...["n", "missing", "ungraded", "excused", "apart", "mean", "sd"].map(numbers),
      ...["lowest", "Q1", "median", "Q3", "highest", "zeros", "full"].map(numbers),
    ],
    components.map((own): readonly Child[] => {
      const { component, n, missing, ungraded, excused, apart, zeros, full, statistics } = own;
      const shown = (value: Rational | undefined) =>
        value === undefined ? "-" : decimalText(value, PLACES, "half-up");
      return [
        component.title,
        ...[n, missing, ungraded, excused, apart],
        shown(statistics?.mean),
        statistics?.variance === undefined ? "-" : rootText(statistics.variance, PLACES, "half-up"),
        shown(statistics?.lowest),
        shown(statistics?.lower),
        shown(statistics?.median),
        shown(statistics?.upper),
        shown(statistics?.highest),
        ...[zeros, full],
      ];
    }),
  );
}
