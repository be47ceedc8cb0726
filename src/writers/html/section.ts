import { type Child, element, type Markup } from "./markup.ts";

/** A part of the page under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Child[];
}

export function sectionMarkup({ id, title, body }: Section): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    body,
  );
}

export const paragraph = (...children: readonly Child[]): Markup => element("p", {}, ...children);
export const note = (...children: readonly Child[]): Markup => element("p", { class: "note" }, ...children);
export const subheading = (...children: readonly Child[]): Markup => element("h3", {}, ...children);
