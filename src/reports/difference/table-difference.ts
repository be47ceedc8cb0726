import { cellsOfLine } from "../../records/csv-line.ts";
import { type Difference, endsEarly, goesOn, shortened } from "./difference.ts";

/** The first difference of a CSV file from what it should be, by row and column title. */
export function tableDifference(own: string, computed: string): Difference | undefined {
  if (own === computed) return undefined;
  if (own.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n") === computed)
    return {
      kind: "form",
      line: undefined,
      reason: "another program saved it with other line ends or a byte order mark",
    };
  const [found, expected] = [own.split("\n"), computed.split("\n")];
  const index = expected.findIndex((line, at) => line !== found[at]);
  const [ownLine, computedLine] = [found[index], expected[index]];
  if (index < 0) return goesOn(expected.length);
  if (ownLine === undefined || (ownLine === "" && index === found.length - 1)) return endsEarly(index + 1);
  if (computedLine === undefined || (computedLine === "" && index === expected.length - 1))
    return goesOn(index + 1);
  return rowDifference(index + 1, ownLine, computedLine, cellsOfLine(expected[0] ?? "") ?? []);
}

function rowDifference(line: number, own: string, computed: string, header: readonly string[]): Difference {
  const [found, expected] = [cellsOfLine(own), cellsOfLine(computed)];
  if (found === undefined || expected === undefined)
    return { kind: "value", line, what: "the line", own: shortened(own), computed: shortened(computed) };
  const length = Math.max(found.length, expected.length);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [found[index], expected[index]];
    if (a === b) continue;
    const cell = {
      line,
      column: index + 1,
      own: a === undefined ? undefined : shortened(a),
      computed: b === undefined ? undefined : shortened(b),
    };
    return { kind: "value", what: cellName(line, index, header, expected), ...cell };
  }
  return { kind: "form", line, reason: "its cells are the same, but written otherwise" };
}

/** The column's title and whose row it is. */
function cellName(line: number, index: number, header: readonly string[], row: readonly string[]): string {
  const title = header[index] ?? `column ${index + 1}`;
  if (line === 1) return "the title";
  const keys = header.includes("sid") ? ["sid", "assignment"] : ["track", "letter"];
  if (keys.includes(title)) return title;
  const names = keys.filter((key) => header.includes(key)).map((key) => row[header.indexOf(key)] ?? "");
  return `${title} of ${names.join(" ")}`;
}
