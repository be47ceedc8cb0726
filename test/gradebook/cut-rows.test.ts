import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { memoryWorld } from "../support/memory-world.ts";

const CUTOFFS = "track,letter,cutoff\n182,A,90\n182,B,80\n";
const TITLES = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2", "project"];

/** Computes a class of two; the rows as they stand, the header first. */
async function computed(files: { roster?: readonly string[]; scores: readonly string[] }) {
  const roster = files.roster ?? ["sid,name,track", "1,Ada,182", "2,Ben,282A"];
  const world = memoryWorld([
    ["roster.csv", `${roster.join("\n")}\n`],
    ["scores.csv", `${files.scores.join("\n")}\n`],
    ["cutoffs.csv", CUTOFFS],
  ]);
  const exit = await main(["compute", "roster.csv"], world);
  const said = [...world.err().matchAll(/^(\S+:\d+:\d+): \w+\[(row-[a-z-]+)\]: (.*)$/gm)];
  return { exit, said: said.map(([, at, code, text]) => `${at} ${code}: ${text}`) };
}

const header = (...titles: readonly string[]) => ["sid", ...TITLES, ...titles].join(",");
const [ADA, BEN] = ["1,90,90,90,90,90,90,", "2,90,90,90,90,90,,90"];

describe("a score row that ends before the header does", () => {
  it("is refused when a score of the student's track is cut off, at its last cell", async () => {
    const { exit, said } = await computed({ scores: [header(), ADA, "2,90,90,90,90,90"] });
    const text = 'the row ends before column "project": it has 6 of the header\'s 8 cells.';
    expect([exit, said]).toEqual([1, [`scores.csv:3:6 row-cut-short: ${text}`]]);
  });

  it("is read with a warning when the track has nothing of what is cut off", async () => {
    const { exit, said } = await computed({ scores: [header(), "1,90,90,90,90,90,90", BEN] });
    const text = "the row has 7 cells, the header 8; the rest is read as blank.";
    expect([exit, said]).toEqual([0, [`scores.csv:2:7 row-too-short: ${text}`]]);
  });

  it("is read with a warning when only a column that is no component is cut off", async () => {
    const { exit, said } = await computed({ scores: [header("Comment"), `${ADA},fine`, BEN] });
    expect([exit, said.map((line) => line.slice(0, 28))]).toEqual([0, ["scores.csv:3:8 row-too-short"]]);
  });

  it("is passed over when it is nobody's on the roster", async () => {
    const { exit, said } = await computed({ scores: [header(), ADA, BEN, "3,90"] });
    expect([exit, said]).toEqual([0, []]);
  });

  it("is refused in Gradescope's export when the lateness of a score is cut off", async () => {
    const four = TITLES.flatMap((title) => [
      title,
      `${title} - Max Points`,
      `${title} - Submission Time`,
      `${title} - Lateness (H:M:S)`,
    ]);
    const cells = [...TITLES].flatMap(() => ["90", "100", "2022-02-21 20:00:00 -0800", "00:00:00"]);
    const whole = (sid: string) => [sid, ...cells].join(",");
    const cut = ["2", ...cells.slice(0, -1)].join(",");
    const { exit, said } = await computed({ scores: [["SID", ...four].join(","), whole("1"), cut] });
    const text =
      'the row ends before column "project - Lateness (H:M:S)": it has 28 of the header\'s 29 cells.';
    expect([exit, said]).toEqual([1, [`scores.csv:3:28 row-cut-short: ${text}`]]);
  });

  it("is refused in a table with a row per score, and what belongs to no component only warned of", async () => {
    const all = TITLES.flatMap((title) => [`1,${title},90,0:00`, `2,${title},90,0:00`]);
    const scores = ["sid,assignment,score,lateness", ...all.slice(1), "1,hw1,90", "1,quiz,3"];
    const { exit, said } = await computed({ scores });
    expect([exit, said.map((line) => line.slice(0, 29))]).toEqual([
      1,
      ["scores.csv:15:3 row-cut-short", "scores.csv:16:3 row-too-short"],
    ]);
  });

  it("is as Gradescope means it where the work is missing, and cut off where it is graded", async () => {
    const scores = "Name,SID,Email,Total Score,Max Points,Status,Submission Time,Lateness (H:M:S)";
    const own = (sid: string, rest: string) => `N${sid},${sid},n${sid}@x,${rest}`;
    const run = async (ben: string) => {
      const world = memoryWorld([
        ["roster.csv", "sid,name,track\n1,Ada,182\n2,Ben,182\n"],
        [
          "scores-hw1.csv",
          `${scores}\n${own("1", "90,100,Graded,2022-02-21 20:00:00 -0800,0:00:00")}\n${own("2", ben)}\n`,
        ],
        ["scores.csv", `sid,${TITLES.slice(1, 6).join(",")}\n1,90,90,90,90,90\n2,90,90,90,90,90\n`],
        ["cutoffs.csv", CUTOFFS],
      ]);
      const exit = await main(["compute", "roster.csv"], world);
      return [exit, world.err().match(/row-[a-z-]+/)?.[0]];
    };
    expect(await run(",100,Missing")).toEqual([0, undefined]);
    expect(await run("80,100,Graded")).toEqual([1, "row-cut-short"]);
  });
});

describe("a roster row that ends before the header does", () => {
  const scores = [header(), ADA, BEN];

  it("is refused when what decides the grade is cut off", async () => {
    const roster = ["sid,name,track,basis", "1,Ada,182,Letter", "2,Ben,282A"];
    const { exit, said } = await computed({ roster, scores });
    const text = 'the row ends before column "basis": it has 3 of the header\'s 4 cells.';
    expect([exit, said]).toEqual([1, [`roster.csv:3:3 row-cut-short: ${text}`]]);
  });

  it("is read with a warning when only a column that is not used is cut off", async () => {
    const roster = ["sid,name,track,pronouns", "1,Ada,182,she", "2,Ben,282A"];
    const { exit, said } = await computed({ roster, scores });
    expect([exit, said.map((line) => line.slice(0, 28))]).toEqual([0, ["roster.csv:3:3 row-too-short"]]);
  });
});
