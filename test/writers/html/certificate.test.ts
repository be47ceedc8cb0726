import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { exampleClass } from "../../properties/example.ts";
import { type Files, runOn } from "../../properties/run.ts";
import { memoryWorld, textOf } from "../../support/memory-world.ts";
import { byId, contentOf, parsedPage, tableRows } from "../../support/parsed-page.ts";

async function pageOf(files: Files, args: readonly string[] = []) {
  const page = parsedPage((await runOn(files, ["--quiet", ...args])).text("report.html"));
  return { page, letters: contentOf(byId(page, "letters")).replaceAll("\n", "") };
}

const withFile = (name: string, text: string): Files => new Map([...exampleClass(), [name, text]]);
const policy = (curve: string) =>
  withFile("policy.yaml", `extends: cs182-sp22\ncurve: { "182": ${curve} }\n`);

/** What `curve --freeze` writes for the example class. */
async function frozenText(): Promise<string> {
  const world = memoryWorld(exampleClass());
  expect(await main(["curve", "roster.csv", "--freeze", "frozen.csv", "--quiet"], world)).toBe(0);
  return textOf(world, "frozen.csv");
}

describe("beside the cut-offs the page says how they were found", () => {
  it("that they are proved optimal, at which cost, and that the window does not bind", async () => {
    const { page, letters } = await pageOf(exampleClass());
    expect(letters).toContain("lettercut-offallshare %fittedshare %guideline %");
    expect(tableRows(page, "Who is counted where")).toContainEqual([
      "do not: cut-offs of another track",
      "0",
      "64",
    ]);
    expect(letters).toContain(
      "Cut-offs fitted to the guideline on 216 letter-graded undergraduates. Proved optimal: cost 22.2 on 202 distinct totals; the GPA window 3.0 to 3.5 does not bind.",
    );
    expect(letters).toContain("Cost, in students: ");
    expect(letters).toContain("Cut-offs of 182 (i.curve-282A).");
  });

  it("what a window costs that binds", async () => {
    const { letters } = await pageOf(policy("{ gpa: [3.3, 3.4] }"));
    expect(letters).toMatch(/the GPA window 3\.3 to 3\.4 binds: without it cost 22\.2 and GPA 3\.175\./);
  });

  it("which GPAs can be had where none is inside, and what forbids the others", async () => {
    const { letters } = await pageOf(policy("{ guaranteed: { A: 20 } }"));
    expect(letters).toMatch(
      /the GPA window 3\.0 to 3\.5 cannot be met, so without it: .*\(guaranteed: A 20\)\./,
    );
  });

  it("the file that they are frozen in, and how that says they were found", async () => {
    const { page, letters } = await pageOf(withFile("cutoffs.csv", await frozenText()));
    expect(letters).toContain("Cut-offs frozen in cutoffs.csv: guideline fitted on 216 students, GPA 3.175.");
    // The guideline stays beside the letter grades, although nobody was fitted.
    expect(letters).toContain("lettercut-offallshare %guideline %");
    const [best] = tableRows(page, "Letters of 182");
    expect(best).toEqual(["A", "90", "54", "23.7", "22.5"]);
    expect(letters).toContain("The guideline is 3.0 to 3.5.");
    expect(tableRows(page, "Who is counted where")).toContainEqual(["do not: cut-offs frozen", "216", "64"]);
  });

  it("that a file does not say it; and whose they are where a track repeats them", async () => {
    const plain = "track,letter,cutoff\n182,A,90\n182,B,80\n182,C,70\n";
    const { letters } = await pageOf(withFile("cutoffs.csv", plain));
    expect(letters).toContain("Cut-offs frozen in cutoffs.csv, which does not say how they were found.");
    expect(letters).toContain("Cut-offs of 182 (i.curve-282A), frozen in cutoffs.csv.");
  });
});
