import { type Attributes, type Child, element, type Markup } from "../markup.ts";

/** A drawing with its words: what it is, what it shows, and its numbers as a table. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: readonly Child[];
  readonly table: Markup;
  /** Begins at its right end where it is wider than the window: there the students are. */
  readonly fromRight?: boolean;
  /** What a script may want to know of the drawing. */
  readonly data?: Attributes;
}

export function figureMarkup(figure: Figure): Markup {
  const { id, title, description, width, height, drawing, table, data } = figure;
  const svg = element(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": `${id}-t ${id}-d`,
      ...data,
    },
    element("title", { id: `${id}-t` }, title),
    element("desc", { id: `${id}-d` }, description),
    drawing,
  );
  return element(
    "figure",
    { id },
    element("figcaption", {}, element("b", {}, title), " ", description),
    element(
      "div",
      {
        class: figure.fromRight === true ? "scroll far" : "scroll",
        role: "group",
        "aria-label": title,
        tabindex: 0,
      },
      svg,
    ),
    element("details", {}, element("summary", {}, "The numbers of this figure"), table),
  );
}

/** A word in a drawing. */
export function label(
  x: number | string,
  y: number | string,
  text: Child,
  attributes: Attributes = {},
): Markup {
  return element("text", { x, y, ...attributes }, text);
}
