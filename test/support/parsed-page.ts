import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export function parsedPage(html: string): readonly Element[] {
  const errors: string[] = [];
  const root = parse(html, { onParseError: ({ code }) => void errors.push(code) });
  if (errors.length > 0) throw new Error(`the page is no clean HTML: ${errors.slice(0, 3).join(", ")}`);
  return elementsIn(root);
}

/** Every element below a node, in document order. */
export function elementsIn(node: Node): readonly Element[] {
  const children: readonly Node[] = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => ("tagName" in child ? [child, ...elementsIn(child)] : []));
}

export function contentOf(node: Node): string {
  if ("value" in node) return node.value;
  const children: readonly Node[] = "childNodes" in node ? node.childNodes : [];
  return children.map(contentOf).join("");
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((own) => own.name === name)?.value;
}

export function byId(page: readonly Element[], id: string): Element {
  const found = page.find((element) => attribute(element, "id") === id);
  if (found === undefined) throw new Error(`the page has no ${id}`);
  return found;
}

/** The rows of the first table under a caption, as texts; its head is left out. */
export function tableRows(page: readonly Element[], caption: string): readonly (readonly string[])[] {
  const table = page.find(
    (element) =>
      element.tagName === "table" &&
      elementsIn(element).some((own) => own.tagName === "caption" && contentOf(own) === caption),
  );
  if (table === undefined) throw new Error(`the page has no table "${caption}"`);
  const body = elementsIn(table).find(({ tagName }) => tagName === "tbody");
  const rows = body === undefined ? [] : elementsIn(body).filter(({ tagName }) => tagName === "tr");
  return rows.map((row) =>
    elementsIn(row)
      .filter(({ tagName }) => tagName === "td" || tagName === "th")
      .map(contentOf),
  );
}
