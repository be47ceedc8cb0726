import type { Summary } from "../reports/summary.ts";
import { wrapped } from "./wrap.ts";

/** The files that were read, each with what it was taken for. */
export function inputLines(inputs: Summary["inputs"]): readonly string[] {
  const width = Math.min(44, Math.max(0, ...inputs.map(({ path }) => path.length)));
  return inputs.flatMap(({ path, kind }, index) => {
    const head = `${(index === 0 ? "Read" : "").padEnd(6)}${path.padEnd(width)}  `;
    return wrapped(head, head.length, kind).map((line) => line.trimEnd());
  });
}
