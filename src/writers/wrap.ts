export const WIDTH = 80;

/**
 * Breaks a text at spaces, or a list between its items, into lines of at most 80 (or `width`) columns; the first line begins
 * with `head`, the others with spaces.
 */
export function wrapped(
  head: string,
  indent: number,
  text: string | readonly string[],
  width: number = WIDTH,
): readonly string[] {
  const words =
    typeof text === "string"
      ? text.split(" ")
      : text.map((item, index) => (index < text.length - 1 ? `${item},` : item));
  const lines: string[] = [];
  let line = head.padEnd(indent);
  let empty = true;
  for (const word of words) {
    if (!empty && line.length + word.length + 1 > width) {
      lines.push(line);
      line = " ".repeat(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
