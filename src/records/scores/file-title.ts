/**
 * What an assignment may be called by the name of its file, the likeliest first: `scores-hw1.csv` and
 * `Homework_1_scores.csv` hold "hw1" and "Homework 1". Gradescope writes `_` for what a name may not hold.
 */
export function titlesOfFile(file: string): readonly string[] {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const bare = name
    .replace(/\.[^.]*$/, "")
    .replace(/ \(\d+\)$/, "")
    .replace(/^(?:scores|grades)(?=[-_ ])[-_ ]+/i, "")
    .replace(/[-_ ]+(?:scores|grades)$/i, "");
  const spaced = bare.replace(/(?<=[^_])__+(?=[^_])/g, ": ").replaceAll("_", " ");
  return [...new Set([spaced, spaced.replaceAll("-", " ")])];
}
