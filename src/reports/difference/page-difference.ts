import { type Difference, endsEarly, goesOn } from "./difference.ts";

/** The first line of a page that is not what it should be; what changed in it is for a person to see. */
export function pageDifference(own: string, computed: string): Difference | undefined {
  if (own === computed) return undefined;
  const [found, expected] = [own.split("\n"), computed.split("\n")];
  const index = expected.findIndex((line, at) => line !== found[at]);
  if (index < 0) return goesOn(expected.length);
  const isEnd = (lines: readonly string[]) =>
    lines[index] === undefined || (lines[index] === "" && index === lines.length - 1);
  if (isEnd(found)) return endsEarly(index + 1);
  if (isEnd(expected)) return goesOn(index + 1);
  return { kind: "form", line: index + 1, reason: "this line is not what the inputs give" };
}
