import { type Child, element, type Markup } from "./markup.ts";

export interface Column {
  readonly title: string;
  /** Digits stand under digits. */
  readonly numeric?: boolean;
}

export const column = (title: string): Column => ({ title });
export const numbers = (title: string): Column => ({ title, numeric: true });

/** A table in a box of its own that scrolls where the page is too narrow; the first cell heads its row. */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
): Markup {
  const cell = (child: Child, index: number) => {
    const attributes = { class: columns[index]?.numeric === true ? "n" : undefined };
    return index === 0
      ? element("th", { ...attributes, scope: "row" }, child)
      : element("td", attributes, child);
  };
  const head = columns.map(({ title, numeric }) =>
    element("th", { scope: "col", class: numeric === true ? "n" : undefined }, title),
  );
  return element(
    "div",
    { class: "scroll", role: "group", "aria-label": caption, tabindex: 0 },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, head)),
      element(
        "tbody",
        {},
        rows.map((row) => element("tr", {}, row.map(cell))),
      ),
    ),
  );
}
