import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Component, ComponentId } from "../policy/parameters.ts";
import type { AssignmentColumns, RepeatedTitle, ScoreSheet } from "../records/score-file.ts";
import { headerCell } from "../records/table.ts";
import type { ColumnUse } from "./gradebook.ts";

/** One column of a score file that holds a component. */
export interface MatchedColumn {
  readonly sheet: ScoreSheet;
  readonly columns: AssignmentColumns;
}

export interface Matches {
  readonly byComponent: ReadonlyMap<ComponentId, readonly MatchedColumn[]>;
  readonly uses: readonly ColumnUse[];
}

/** A title is a component's when it is one of its names, or a name followed by `:`, ` -` or `(`; case and spacing aside. */
export function titlePattern(names: readonly string[]): RegExp {
  const alternatives = names.map((name) =>
    [...name.replace(/\s+/g, "")].map((char) => char.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("\\s*"),
  );
  return new RegExp(`^\\s*(?:${alternatives.join("|")})(?:\\s*$|\\s*:|\\s*\\(|\\s+-)`, "i");
}

/** The id of a component is a name of its own accord. */
export function namesOf(component: Component): readonly string[] {
  return [component.id, ...component.names];
}

/** Finds the columns of each component; `needed` are those that some student's track weighs. */
export function matchComponents(
  sheets: readonly ScoreSheet[],
  components: readonly Component[],
  needed: ReadonlySet<ComponentId>,
  report: Report,
): Matches {
  const patterns = components.map((component) => ({ component, pattern: titlePattern(namesOf(component)) }));
  const byComponent = new Map<ComponentId, MatchedColumn[]>(components.map(({ id }) => [id, []]));
  const uses: ColumnUse[] = [];
  for (const sheet of sheets) {
    const seen = new Map<string, AssignmentColumns>();
    for (const columns of sheet.assignments) {
      const found = meaningsOf(columns, patterns);
      const [component, other] = found;
      if (component === undefined && columns.otherTitles !== undefined)
        reportUnnamed(columns, components, report);
      uses.push({ file: sheet.table.file, title: columns.title, component: component?.id });
      if (component === undefined) continue;
      const at = columns.titleCell;
      const earlier = seen.get(columns.title);
      if (other !== undefined)
        report(
          problem(
            "column-ambiguous",
            { title: columns.title, components: found.map(({ id }) => id).join(", ") },
            at,
          ),
        );
      if (earlier !== undefined)
        report(
          problem(
            "header-repeated",
            { title: columns.title, first: earlier.score + 1, second: columns.score + 1 },
            at,
          ),
        );
      if (columns.repeated !== undefined) reportRepeated(sheet, columns.repeated, report);
      seen.set(columns.title, columns);
      byComponent.get(component.id)?.push({ sheet, columns });
    }
  }
  // A file whose name says nothing may hold any of those that are not found.
  const isUnnamed = ({ assignments }: ScoreSheet) =>
    assignments.some((own) => own.otherTitles !== undefined && meaningsOf(own, patterns).length === 0);
  if (sheets.some(isUnnamed)) return { byComponent, uses };
  for (const component of components) {
    if (needed.has(component.id) && byComponent.get(component.id)?.length === 0)
      reportUnmatched(sheets, component, uses, report);
  }
  return { byComponent, uses };
}

function reportRepeated(
  { table }: ScoreSheet,
  { title, first, second }: RepeatedTitle,
  report: Report,
): void {
  const facts = { title, first: first + 1, second: second + 1 };
  report(problem("header-repeated", facts, headerCell(table, second)));
}

interface Pattern {
  readonly component: Component;
  readonly pattern: RegExp;
}

/** The components that a title means; a file name that means none as it stands may in another reading. */
function meaningsOf(
  { title, otherTitles = [] }: AssignmentColumns,
  patterns: readonly Pattern[],
): readonly Component[] {
  const meanings = (text: string) =>
    patterns.filter(({ pattern }) => pattern.test(text)).map(({ component }) => component);
  return [title, ...otherTitles].map(meanings).find((found) => found.length > 0) ?? [];
}

/** Scores of one assignment belong to some component: their file is there for nothing else. */
function reportUnnamed(
  { title, titleCell }: AssignmentColumns,
  components: readonly Component[],
  report: Report,
): void {
  const example = `scores-${
    nearest(
      title,
      components.map(({ id }) => id),
    ) ??
    components[0]?.id ??
    ""
  }.csv`;
  report(problem("assignment-unnamed", { title, example }, { file: titleCell.file }));
}

function reportUnmatched(
  sheets: readonly ScoreSheet[],
  component: Component,
  uses: readonly ColumnUse[],
  report: Report,
): void {
  const ignored = uses.filter((use) => use.component === undefined).map((use) => use.title);
  const similar = component.names.map((name) => nearest(name, ignored)).find((title) => title !== undefined);
  const table = sheets[0]?.table;
  report(
    problem(
      "component-without-column",
      { what: component.title, names: component.names.join(" or "), nearest: similar },
      table && { file: table.file, line: table.headerLine },
    ),
  );
}
