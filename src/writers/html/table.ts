import { type Child, element, type Markup } from "./markup.ts";

export interface Column {
  readonly title: string;
  /** Digits stand under digits. */
  readonly numeric?: boolean;
}

export const column = (title: string): Column => ({ title });
export const numbers = (title: string): Column => ({ title, numeric: true });

/** Rows under a heading of their own. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly (readonly Child[])[];
}

/** A table in a box of its own that scrolls where the page is too narrow; the first cell heads its row. */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
): Markup {
  return boxed("scroll", caption, columns, [element("tbody", {}, rows.map(rowOf(columns)))]);
}

/** A table of fewer rows gains nothing from two columns. */
const LONG = 16;

/** The same with its rows in groups; a long one stands on paper in two columns. */
export function groupedTable(
  caption: string,
  columns: readonly Column[],
  groups: readonly RowGroup[],
): Markup {
  const bodies = groups.map(({ title, rows }) =>
    element(
      "tbody",
      {},
      element("tr", {}, element("th", { scope: "rowgroup", colspan: columns.length, class: "group" }, title)),
      rows.map(rowOf(columns)),
    ),
  );
  const lines = groups.reduce((sum, { rows }) => sum + rows.length + 1, 0);
  return boxed(lines < LONG ? "scroll grouped" : "scroll grouped long", caption, columns, bodies);
}

function rowOf(columns: readonly Column[]) {
  const cell = (child: Child, index: number) => {
    const attributes = { class: columns[index]?.numeric === true ? "n" : undefined };
    return index === 0
      ? element("th", { ...attributes, scope: "row" }, child)
      : element("td", attributes, child);
  };
  return (row: readonly Child[]) => element("tr", {}, row.map(cell));
}

function boxed(kind: string, caption: string, columns: readonly Column[], bodies: readonly Markup[]): Markup {
  const head = columns.map(({ title, numeric }) =>
    element("th", { scope: "col", class: numeric === true ? "n" : undefined }, title),
  );
  return element(
    "div",
    { class: kind, role: "group", "aria-label": caption, tabindex: 0 },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, head)),
      bodies,
    ),
  );
}
