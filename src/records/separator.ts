/** What stands between the cells of a row. */
export type Separator = "," | ";" | "\t";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/** A separator in words; the comma goes without saying. */
export const SEPARATOR_NAMES: Readonly<Record<Separator, string | undefined>> = {
  ",": undefined,
  ";": "separated by semicolons",
  "\t": "separated by tabs",
};

/** The separator of a file: what its header line has most of outside quotes, the comma where it has none. */
export function separatorOf(text: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  let started = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === "\n" || char === "\r") && started) break;
    if (!quoted && isSeparator(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
    else if (char.trim() !== "") started = true;
  }
  const count = (separator: Separator) => counts.get(separator) ?? 0;
  return SEPARATORS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function isSeparator(char: string): char is Separator {
  return char === "," || char === ";" || char === "\t";
}
