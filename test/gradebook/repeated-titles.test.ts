import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { memoryWorld } from "../support/memory-world.ts";

const COMPONENTS = ["HW 1", "HW 2", "HW 3", "HW 4", "Midterm 1", "Midterm 2"];

/** Computes a student of 182 from a course export with these titles; each cell holds the number of its column. */
async function computed(change: (titles: readonly string[]) => readonly string[]) {
  const four = (title: string) => [
    title,
    `${title} - Max Points`,
    `${title} - Submission Time`,
    `${title} - Lateness (H:M:S)`,
  ];
  const titles = ["SID", ...[...COMPONENTS, "Quiz"].flatMap(four)];
  const cells = [
    "1",
    ...[...COMPONENTS, "Quiz"].flatMap((_, index) => [`${50 + index}`, "100", "", "00:00:00"]),
  ];
  const world = memoryWorld([
    ["roster.csv", "sid,name,track\n1,Ada,182\n"],
    ["scores.csv", `${change(titles).join(",")}\n${cells.join(",")}\n`],
    ["cutoffs.csv", "track,letter,cutoff\n182,A,90\n"],
  ]);
  const exit = await main(["compute", "roster.csv"], world);
  return { exit, said: [...world.err().matchAll(/^(\S+): error\[([a-z-]+)\]: (.*)$/gm)].map(([all]) => all) };
}

const renamed = (from: string, to: string) => (titles: readonly string[]) =>
  titles.map((title) => (title === from ? to : title));

describe("a title that stands twice in a course export", () => {
  it("is an error where one of the two is a component's, whatever the second column was", async () => {
    for (const [place, ending] of [
      "",
      " - Max Points",
      " - Submission Time",
      " - Lateness (H:M:S)",
    ].entries()) {
      const { exit, said } = await computed(renamed(`Quiz${ending}`, `HW 1${ending}`));
      const text = `column "HW 1${ending}" stands twice, as columns ${2 + place} and ${26 + place}.`;
      expect([exit, said]).toEqual([1, [`scores.csv:1:${26 + place}: error[header-repeated]: ${text}`]]);
    }
  });

  it("is none where no component is called so", async () => {
    const { exit, said } = await computed(renamed("Quiz - Lateness (H:M:S)", "Quiz"));
    expect([exit, said]).toEqual([0, []]);
  });
});
