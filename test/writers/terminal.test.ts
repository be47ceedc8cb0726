import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { smallTerm } from "../io/term.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { type Row, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const ESCAPE = String.fromCharCode(27);
const stripped = (text: string) => text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, "g"), "");
const BROKEN = new Map([
  ...smallTerm(),
  ["scores.csv", (smallTerm().get("scores.csv") ?? "").replace("74", "7a")],
]);

describe("colour", () => {
  it("is printed on a terminal alone, and only repeats what the words say", async () => {
    for (const files of [exampleClass(), BROKEN]) {
      const plain = await runOn(files);
      const coloured = await runOn(files, [], { terminal: true });
      expect(plain.world.out() + plain.world.err()).not.toContain(ESCAPE);
      expect(coloured.world.out() + coloured.world.err()).toContain(ESCAPE);
      expect(stripped(coloured.world.out())).toBe(plain.world.out());
      expect(stripped(coloured.world.err())).toBe(plain.world.err());
    }
  });

  it("is never printed when NO_COLOR is set, nor with --no-color", async () => {
    for (const files of [exampleClass(), BROKEN]) {
      const unset = await runOn(files, [], { terminal: true, noColor: true });
      const refused = await runOn(files, ["--no-color"], { terminal: true });
      const plain = await runOn(files);
      for (const { world } of [unset, refused])
        expect([world.out(), world.err()]).toEqual([plain.world.out(), plain.world.err()]);
    }
  });

  it("never reaches a file", async () => {
    const { text } = await runOn(exampleClass(), [], { terminal: true });
    for (const name of ["grades.csv", "slip-days.csv", "cutoffs.csv", "audit.jsonl"])
      expect(text(name)).not.toContain(ESCAPE);
  });
});

describe("what compute prints", () => {
  it.each([40, 50, 66, 100])("of a track fits %i columns, and says the same", async (columns) => {
    const wide = await runOn(exampleClass(), ["--no-color"]);
    const { world } = await runOn(exampleClass(), ["--no-color"], { terminal: true, columns });
    const tracks = (text: string) =>
      text.slice(text.indexOf("\n182: "), text.indexOf("\n\nIncomplete, to be")).trim();
    const lines = tracks(world.out()).split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    const letters = (text: string) =>
      [...tracks(text).matchAll(/^ {2}[A-F][+-]? +\d.*$/gm)].map(([line]) => line.split(/ +/));
    expect(letters(world.out())).toEqual(letters(wide.world.out()));
    expect(letters(world.out()).length).toBe(24);
    expect(lines.join(" ").replaceAll(/ +/g, " ")).toContain(
      "GPA 3.140 of 228 letter grades; fitted group 3.175; guideline 3.0 to 3.5 not in the GPA: P 14 NP 1",
    );
  });

  it("fits 80 columns on the example class", async () => {
    const { world } = await runOn(exampleClass());
    const lines = world.out().split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.length).toBeGreaterThan(60);
  });

  it("fits 80 columns on random classes, also where two cut-offs fall into one bin", async () => {
    for (let seed = 5001; seed <= 5012; seed += 1) {
      const { world } = await runOn(randomClass(seed));
      const tooLong = world
        .out()
        .split("\n")
        .filter((line) => line.length > 80);
      expect(tooLong, `seed ${seed}`).toEqual([]);
    }
  });

  it("has no blanks at the end of a line, and one line feed at the end", async () => {
    const { world } = await runOn(exampleClass());
    expect(world.out()).not.toMatch(/[ \t]$/m);
    expect(world.out()).toMatch(/[^\n]\n$/);
  });

  it("counts the letters that grades.csv holds", async () => {
    const { world, rows } = await runOn(exampleClass());
    const [head = "", ...tracks] = world.out().split(/^(?=282A: |182: )/m);
    expect(head).toContain("320 students");
    expect(tracks).toHaveLength(2);
    for (const text of tracks) {
      const track = /^\w+/.exec(text)?.[0];
      const grades = rows("grades.csv").filter((row) => row.track === track);
      for (const [, letter, count] of text.matchAll(/^ {2}([A-F][+-]?) +(?:[\d.]+ +)?(\d+) +[\d.]+/gm))
        expect(`${track} ${letter} ${count}`).toBe(`${track} ${letter} ${counted(grades, letter)}`);
      const totals = [...text.matchAll(/│[█▏▎▍▌▋▊▉]* (\d+)(?: ┄|$)/gm)].map(([, count]) => Number(count));
      expect(totals.reduce((sum, count) => sum + count, 0)).toBe(
        grades.filter(({ total }) => total !== "").length,
      );
    }
  });

  it("is nothing with --quiet when all is well, and the errors when it is not", async () => {
    const well = await runOn(exampleClass(), ["--quiet"]);
    expect([well.world.out(), well.world.err()]).toEqual(["", ""]);
    expect(well.rows("grades.csv").length).toBe(320);
    const broken = await runOn(BROKEN, ["--quiet"]);
    expect(broken.world.out()).toBe("");
    expect(broken.world.err()).toContain("error[score-not-a-number]");
  });

  it("keeps warnings on standard error and results on standard output", async () => {
    const { world } = await runOn(exampleClass());
    expect(world.err()).toContain("warning[");
    expect(world.out()).not.toContain("warning[");
    expect(world.err()).not.toContain("GPA");
  });
});

describe("help", () => {
  it("fits 80 columns, for the program and for each command", async () => {
    const overview = memoryWorld([]);
    expect(await main(["--help"], overview)).toBe(0);
    const commands = [...overview.out().matchAll(/^ {2}([a-z][a-z-]*)\b.*$/gm)].map(([, name]) => name ?? "");
    expect(commands).toContain("compute");
    for (const args of [[], ...commands.map((name) => [name])]) {
      const world = memoryWorld([]);
      expect(await main([...args, "--help"], world), args.join(" ")).toBe(0);
      expect(
        world
          .out()
          .split("\n")
          .filter((line) => line.length > 80),
        args.join(" "),
      ).toEqual([]);
      expect(world.err()).toBe("");
    }
  });

  it("does not come in colour and names the options that SPEC promises", async () => {
    const world = memoryWorld([], { terminal: true });
    await main(["compute", "--help"], world);
    expect(world.out()).not.toContain(ESCAPE);
    for (const option of [
      "--scores",
      "--extensions",
      "--adjustments",
      "--cutoffs",
      "--policy",
      "--no-discover",
      "--track",
      "--allow-sparse",
      "--out",
      "--json",
      "--quiet",
      "--no-color",
      "--ascii",
    ])
      expect(world.out()).toContain(option);
  });
});

describe("wrong usage", () => {
  it("ends with 2 and a word on standard error, and nothing on standard output", async () => {
    const lines = [
      ["compute"],
      ["compute", "roster.csv", "--ot", "x"],
      ["comptue", "roster.csv"],
      ["compute", "a", "b"],
      [],
    ];
    for (const args of lines) {
      const world = memoryWorld(smallTerm());
      expect(await main(args, world), args.join(" ")).toBe(2);
      expect(world.out(), args.join(" ")).toBe("");
      expect(world.err().length, args.join(" ")).toBeGreaterThan(0);
    }
  });

  it("names the option that was meant", async () => {
    const world = memoryWorld(smallTerm());
    await main(["compute", "roster.csv", "--quite"], world);
    expect(world.err()).toContain("--quiet");
  });
});

function counted(grades: readonly Row[], letter: string | undefined): number {
  return grades.filter((row) => row.grade === letter).length;
}
