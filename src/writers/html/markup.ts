import { printable } from "../printable.ts";

const MADE: unique symbol = Symbol("markup");

/** HTML that only `element` can make, so that every text inside it has been escaped. */
export interface Markup {
  readonly [MADE]: string;
}

export type Child = Markup | string | number | undefined | false | readonly Child[];

/** Own names and values; a value of undefined or false leaves the attribute out, true writes its name alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that begin a line, so that a changed page is told apart line by line. */
const LINES = new Set([
  "head",
  "body",
  "section",
  "h1",
  "h2",
  "h3",
  "p",
  "li",
  "figure",
  "table",
  "tr",
  "svg",
  "g",
]);

/** Elements that HTML closes by itself. */
const VOID = new Set(["meta", "br", "hr", "col"]);

/** An element with its attributes and children; text is escaped, whoever wrote it. */
export function element(tag: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const names = Object.entries(attributes).map(([name, value]) => attributeText(name, value));
  const open = `${LINES.has(tag) ? "\n" : ""}<${tag}${names.join("")}>`;
  return made(VOID.has(tag) ? open : `${open}${children.map(childText).join("")}</${tag}>`);
}

/** An SVG element without children. */
export function shape(tag: string, attributes: Attributes): Markup {
  const names = Object.entries(attributes).map(([name, value]) => attributeText(name, value));
  return made(`<${tag}${names.join("")}/>`);
}

/** Text of a file, set apart so that its writing direction does not spill over. */
export function fromFile(text: string): Child {
  return element("bdi", {}, text);
}

/** The program's own style or script, or data as JSON; refused when it could end its element. */
export function raw(tag: "style" | "script", attributes: Attributes, text: string): Markup {
  if (/<\/?(script|style)|<!--/i.test(text)) throw new Error(`a ${tag} element would end inside its text`);
  return made(
    `<${tag}${Object.entries(attributes)
      .map(([name, value]) => attributeText(name, value))
      .join("")}>${text}</${tag}>`,
  );
}

/** A value as JSON that no HTML parser reads as markup. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The whole document. */
export function documentText(root: Markup): string {
  return `<!DOCTYPE html>\n${root[MADE]}\n`;
}

function made(text: string): Markup {
  return { [MADE]: text };
}

function childText(child: Child): string {
  if (child === undefined || child === false) return "";
  if (typeof child === "string") return escaped(child);
  if (typeof child === "number") return String(child);
  return isMarkup(child) ? child[MADE] : child.map(childText).join("");
}

function isMarkup(child: Markup | readonly Child[]): child is Markup {
  return MADE in child;
}

function attributeText(name: string, value: Attributes[string]): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value)).replaceAll('"', "&quot;")}"`;
}

function escaped(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
