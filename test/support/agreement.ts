import { parse } from "csv-parse/sync";
import { main } from "../../src/main.ts";
import { oracle } from "../oracle/oracle.ts";
import { randomClass } from "../oracle/random-class.ts";
import { memoryWorld, textOf } from "./memory-world.ts";

/** Runs the program and the independent computation on one random class; returns every cell that differs. */
export async function disagreements(seed: number): Promise<readonly string[]> {
  const files = randomClass(seed);
  const world = memoryWorld(files);
  const exit = await main(["compute", "roster.csv", "--quiet"], world);
  if (exit !== 0 && exit !== 3) return [`seed ${seed}: exit ${exit}: ${world.err()}`];
  const expected = oracle(files);
  return [
    ...differences(seed, "grades.csv", textOf(world, "grades-out/grades.csv"), expected.grades, ["notes"]),
    ...differences(seed, "slip-days.csv", textOf(world, "grades-out/slip-days.csv"), expected.slipDays, []),
    ...differences(seed, "cutoffs.csv", textOf(world, "grades-out/cutoffs.csv"), expected.cutoffs, []),
  ];
}

function differences(
  seed: number,
  file: string,
  text: string,
  expected: readonly (readonly string[])[],
  except: readonly string[],
): readonly string[] {
  const actual = parse(text) as string[][];
  const header = expected[0] ?? [];
  const found: string[] = [];
  for (let line = 0; line < Math.max(actual.length, expected.length); line += 1)
    for (let column = 0; column < Math.max(header.length, actual[line]?.length ?? 0); column += 1) {
      if (line > 0 && except.includes(header[column] ?? "")) continue;
      const [own, other] = [actual[line]?.[column], expected[line]?.[column]];
      if (own !== other)
        found.push(
          `seed ${seed}: ${file}:${line + 1} ${actual[line]?.[0]} ${actual[line]?.[2]} ${header[column]}: ${own}, expected ${other}`,
        );
    }
  return found;
}
