/** A cell must not steer the terminal or the page that shows it. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found.
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD");
}

/** Words that no line could hold, cut to what is enough to find them. */
export function shortened(text: string): string {
  return text.replace(/\S{161,}/g, (word) => `${word.slice(0, 60)}...${word.slice(-20)}`);
}

/** The text of a cell as part of one line. */
export function inLine(text: string): string {
  return shortened(printable(text.replaceAll("\n", " ")));
}
