import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { courseTable, type Score, SHAPES, shaped } from "../support/formats.ts";
import { memoryWorld } from "../support/memory-world.ts";
import { exampleClass } from "./example.ts";
import { type Files, runOn } from "./run.ts";

const OUTPUTS = ["grades.csv", "slip-days.csv", "cutoffs.csv"];

async function outputs(files: Files): Promise<readonly string[]> {
  const { exit, world, text } = await runOn(files, ["--quiet"]);
  return [0, 3].includes(exit) ? OUTPUTS.map(text) : [`exit ${exit}`, world.err()];
}

interface Checked {
  readonly reconciliation: {
    readonly components: readonly {
      readonly component: string;
      readonly columns: readonly { readonly title: string }[];
    }[];
  };
}

/** The scores that some component takes, and the component of each title. */
async function usedIn(files: Files) {
  const world = memoryWorld(files);
  await main(["check", "roster.csv", "--json"], world);
  const { components } = (JSON.parse(world.out()) as Checked).reconciliation;
  const componentOf = new Map(
    components.flatMap(({ component, columns }) => columns.map(({ title }) => [title, component])),
  );
  return { table: courseTable(files).filter(({ title }) => componentOf.has(title)), componentOf };
}

/** A plain table takes its maxima from the policy. */
function withMaxima(files: Files, table: readonly Score[], componentOf: ReadonlyMap<string, string>): Files {
  const points = new Map(table.map(({ title, maximum }) => [componentOf.get(title), maximum]));
  const lines = [...points].map(([id, own]) => `  ${id}: { points: ${own} }\n`);
  return new Map([...files, ["policy.yaml", `extends: cs182-sp22\ncomponents:\n${lines.join("")}`]]);
}

describe("the example class", () => {
  it("has the same grades, days and cut-offs from every kind of export that holds times", async () => {
    const { table } = await usedIn(exampleClass());
    const expected = await outputs(exampleClass());
    expect(expected[0]?.split("\n").length).toBeGreaterThan(300);
    for (const shape of ["course", "assignments", "tidy"] as const)
      expect([shape, await outputs(shaped(exampleClass(), table, shape, diceOf(2)))]).toEqual([
        shape,
        expected,
      ]);
  });

  it("without times has the same grades from Canvas and from a plain table as well", async () => {
    const used = await usedIn(exampleClass());
    const table = used.table.map((own) => ({ ...own, submitted: "", lateness: "" }));
    const files = withMaxima(exampleClass(), table, used.componentOf);
    const expected = await outputs(shaped(files, table, "course", diceOf(3)));
    expect(expected[0]?.split("\n").length).toBeGreaterThan(300);
    for (const shape of SHAPES)
      expect([shape, await outputs(shaped(files, table, shape, diceOf(4)))]).toEqual([shape, expected]);
  });
});

describe("random classes", () => {
  it("have the same grades as a row per score and as a file per assignment", async () => {
    const compared = { tidy: 0, assignments: 0 };
    for (let seed = 7301; seed < 7331; seed += 1) {
      const files = randomClass(seed);
      const { table } = await usedIn(files);
      const columns = new Set(table.map(({ file, title }) => `${file} ${title}`));
      const titles = new Set(table.map(({ title }) => title));
      if (table.length === 0) continue;
      const expected = await outputs(files);
      const shapes = columns.size === titles.size ? (["tidy", "assignments"] as const) : (["tidy"] as const);
      for (const shape of shapes) {
        const found = await outputs(shaped(files, table, shape, diceOf(seed)));
        // Parts that add up show the time of the first among equally late ones, and files have another order.
        const compare = (texts: readonly string[]) => (shape === "tidy" ? texts : [texts[0], texts[2]]);
        expect([seed, shape, compare(found)]).toEqual([seed, shape, compare(expected)]);
        compared[shape] += 1;
      }
    }
    expect(compared.tidy).toBeGreaterThan(10);
    expect(compared.assignments).toBeGreaterThan(5);
  });
});
