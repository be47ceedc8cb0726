import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { exampleClass } from "../properties/example.ts";
import { fixtureFiles } from "../support/fixture-files.ts";
import { type MemoryWorld, memoryWorld } from "../support/memory-world.ts";
import { inputsOf, scenarios } from "../support/scenario-files.ts";

const GOLDEN = join(import.meta.dirname, "../../fixtures/explain");
const BARE = ["--no-discover", "--scores", "scores.csv"];

/** One run of `grades explain` on the example class. */
async function explained(
  argv: readonly string[],
  files: ReadonlyMap<string, string | Uint8Array> = exampleClass(),
): Promise<{ readonly exit: number; readonly world: MemoryWorld }> {
  const world = memoryWorld(files);
  return { exit: await main(["explain", "roster.csv", ...argv], world), world };
}

/** Students of fixtures/sp22/CASES.md, each for the case that the name says. */
const CASES: readonly { readonly name: string; readonly sid: string; readonly more?: readonly string[] }[] = [
  { name: "regular", sid: "3034100011" },
  { name: "no-finite-decimal", sid: "3034100103" },
  { name: "late-rejected", sid: "3034100007" },
  { name: "extension", sid: "3034100025" },
  { name: "slip-days-given", sid: "3034100015" },
  { name: "set-after-rejection", sid: "3034100014" },
  { name: "missed-midterm1", sid: "3034100031" },
  { name: "both-midterms-missed", sid: "3034100033" },
  { name: "incomplete-by-decision", sid: "3034100042" },
  { name: "weight-moved", sid: "3034100060" },
  { name: "negative-set", sid: "3034100055" },
  { name: "percent-deducted", sid: "3034100054" },
  { name: "integrity-zero", sid: "3034100051" },
  { name: "not-passed", sid: "3034100072" },
  { name: "review-deferred", sid: "3034100056" },
  { name: "grade-without-scores", sid: "3034100086" },
  { name: "basis-not-known", sid: "3034100082" },
  { name: "basis-blank", sid: "3034100081" },
  { name: "undecided-missed", sid: "3034100041", more: BARE },
  { name: "undecided-ungraded", sid: "3034100012", more: BARE },
  { name: "undecided-no-scores", sid: "3034100086", more: BARE },
  { name: "full", sid: "3034100007", more: ["--full"] },
];

const overlong = (text: string) => text.split("\n").filter((line) => line.length > 80);

describe("grades explain", () => {
  it.each(CASES)("explains the case $name as in its golden file", async ({ name, sid, more = [] }) => {
    const { exit, world } = await explained(["--student", sid, ...more]);
    expect(exit).toBe(0);
    expect(overlong(world.out())).toEqual([]);
    await expect(world.out()).toMatchFileSnapshot(join(GOLDEN, `${name}.txt`));
  });

  it.each([
    ["undecided-slip-days", "i.slip-order/best-ungraded", "3034000001"],
    ["undecided-many", "i.ungraded/many-open", "3034000002"],
  ])("shows what the answers would give: %s", async (name, scenario, sid) => {
    const own = scenarios().find(({ rule, name: example }) => `${rule}/${example}` === scenario);
    if (own === undefined) throw new Error(`no scenario ${scenario}`);
    const { exit, world } = await explained(["--student", sid], inputsOf(own));
    expect(exit).toBe(0);
    expect(overlong(world.out())).toEqual([]);
    await expect(world.out()).toMatchFileSnapshot(join(GOLDEN, `${name}.txt`));
  });

  it("says why work that came after the due time is on time: the grace, or the extension", async () => {
    const policy = "extends: cs182-sp22\nslip_days: { grace: 10m }\n";
    const graced = await explained(
      ["--student", "3034100002"],
      new Map([...exampleClass(), ["policy.yaml", policy]]),
    );
    const extended = await explained(["--student", "3034100021"]);
    const flat = [graced, extended].map(({ world }) => world.out().replaceAll(/\s+/g, " "));
    expect(flat[0]).toMatch(
      /on time hw\.slip-days 0 days late: due 2022-02-21T23:59:00-08:00, handed in 2022-02-21T23:59:30-08:00 \(\S+\), lateness 00:00:30 \(\S+\), grace 00:10:00 \(policy\.yaml:2:14\)/,
    );
    expect(flat[1]).toMatch(
      /on time hw\.slip-days 0 days late: due 2022-03-17T23:59:00-07:00, handed in 2022-03-17T01:59:00-07:00 \(\S+\), lateness 50:00:00 \(\S+\) i\.slip-unit 3 days of extension/,
    );
    expect(flat.map((text) => text.match(/0 days late/g)?.length)).toEqual([1, 1]);
  });

  it("prints the same as data with --json, numbers as exact text", async () => {
    const { exit, world } = await explained(["--student", "3034100103", "--json"]);
    expect(exit).toBe(0);
    await expect(world.out()).toMatchFileSnapshot(join(GOLDEN, "no-finite-decimal.json"));
  });

  it("adds every derivation to the data with --full", async () => {
    const { world } = await explained(["--student", "3034100103", "--json", "--full"]);
    const { derivations, cutoffs, slip_days } = JSON.parse(world.out());
    expect(derivations).toHaveLength(1);
    expect(derivations[0].from[0].what).toBe("letter");
    expect(cutoffs.cutoffs[0]).toEqual({ letter: "A", cutoff: "90" });
    expect(slip_days.entries).toHaveLength(4);
  });

  it.each([
    ["the SID", "3034100002"],
    ["the SID with blanks around it", " 3034100002 "],
    ["the e-mail address, whatever its case", "Mateo.Villasenor@EXAMPLE.edu"],
    ["a part of the name, whatever its case", "VILLASE"],
    ["the name without its accents", "villasenor"],
    ["first and last name in either order", "mateo villaseñor"],
  ])("finds a student by %s", async (_how, text) => {
    const { exit, world } = await explained(["--student", text]);
    expect(exit).toBe(0);
    expect(world.out()).toMatch(/^3034100002 {2}Villaseñor, Mateo\n/);
  });

  it("lists the candidates of an ambiguous name, at most twenty, and ends with 1", async () => {
    const { exit, world } = await explained(["--student", "an"]);
    expect(exit).toBe(1);
    expect(world.out()).toBe("");
    expect(world.err()).toMatch(
      /^error\[student-ambiguous\]: --student: "an" fits \d+ students; the first 20 are:\n/,
    );
    expect(world.err().match(/^ {4}\d{10} {2}.+ \(182A?\)$|^ {4}\d{10} {2}.+ \(282A\)$/gm)).toHaveLength(20);
    expect(world.err()).not.toContain("warning");
  });

  it("takes a whole name before the names that merely hold it", async () => {
    const roster = "sid,name,email,track\n1,Ann Lee,a@x.edu,182\n2,Ann Leeson,b@x.edu,182\n";
    const scores = "sid,hw1,hw2,hw3,hw4,midterm1,midterm2\n1,90,80,70,60,50,40\n2,9,8,7,6,5,4\n";
    const files = new Map([
      ["roster.csv", roster],
      ["scores.csv", scores],
      ["cutoffs.csv", "track,letter,cutoff\n182,A,60\n"],
    ]);
    const { exit, world } = await explained(["--student", "lee, ann"], files);
    expect([exit, world.out().split("\n")[0]]).toEqual([0, "1  Ann Lee"]);
    expect((await explained(["--student", "ann"], files)).exit).toBe(1);
  });

  it("names the nearest when nobody is found, and ends with 1", async () => {
    const { exit, world } = await explained(["--student", "303410002"]);
    expect(exit).toBe(1);
    expect(world.err()).toMatch(
      /^error\[student-not-found\]: .*"303410002".*\n {2}hint: did you mean 3034100002 /,
    );
    expect((await explained(["--student", "Nguyenn"])).world.err()).toContain("Nguyễn-Ortega, Bao");
    expect((await explained(["--student", "qqqqqqqq"])).exit).toBe(1);
  });

  it("says of a waitlisted or dropped student that there is no grade", async () => {
    const { exit, world } = await explained(["--student", "Torabi"]);
    expect(exit).toBe(1);
    expect(world.err()).toContain("error[student-not-graded]: --student: 3034100091 (Torabi, Yasmin)");
  });

  it("gives candidates as data with --json", async () => {
    const { exit, world } = await explained(["--student", "villase", "--json"]);
    expect(exit).toBe(0);
    expect(JSON.parse(world.out()).exit).toBe(0);
    const several = JSON.parse((await explained(["--student", "ann", "--json"])).world.out());
    expect([several.exit, several.errors[0].code]).toEqual([1, "student-ambiguous"]);
    expect(several.candidates[0]).toEqual({
      sid: "3034100072",
      name: "McIlvanney, Bradan",
      email: "bradan.mcilvanney@example.edu",
      track: "182",
    });
  });

  it("shows the points of work that is not fully graded as read, and that they wait", async () => {
    const folder = join(import.meta.dirname, "../../fixtures/errors/score-partial");
    const { world } = await explained(["--student", "3034000025"], fixtureFiles(folder, new Set()));
    expect(world.out()).toContain("handed in, not fully graded: 11.5 (scores-hw1.csv:3:5) so far");
  });

  it("asks for a student in so many words when none is named", async () => {
    for (const argv of [[], ["--student", " "]]) {
      const { exit, world } = await explained(argv);
      expect([exit, world.out()]).toEqual([2, ""]);
      expect(world.err()).toBe(
        "error: name the student with --student: SID, e-mail address or a part of the name\n",
      );
    }
  });

  it("reports the typo rather than the option that is missing because of it", async () => {
    const { exit, world } = await explained(["--studnet", "Rao"]);
    expect(exit).toBe(2);
    expect(world.err()).toContain("unknown option '--studnet'");
    expect(world.err()).toContain("--student");
  });

  it("shows the warnings about the student and counts the others", async () => {
    const own = await explained(["--student", "3034100082"]);
    expect(own.world.err()).toMatch(/^roster\.csv:233:12: warning\[basis-unknown\]/);
    expect(own.world.err().match(/warning\[/g)).toHaveLength(1);
    expect(own.world.err()).toMatch(/^6 warnings about other rows left out/m);
    const quiet = await explained(["--student", "3034100082", "--quiet"]);
    expect(quiet.world.err()).toBe("");
    expect(quiet.world.out()).toBe(own.world.out());
  });

  it("ends with 1 and explains nothing when the files are wrong", async () => {
    const files = new Map([...exampleClass(), ["scores.csv", "sid,hw1\n1,x\n"]]);
    const { exit, world } = await explained(["--student", "3034100002"], files);
    expect([exit, world.out()]).toEqual([1, ""]);
    expect(world.err()).toContain("error[");
  });

  it("holds 80 columns with numbers and names of any length", async () => {
    const long = "9".repeat(70);
    const files = new Map([
      ["roster.csv", `sid,name,track\n1,"${"Name ".repeat(40)}\n${"x".repeat(120)}",182\n`],
      ["scores.csv", `sid,hw1,hw2,hw3,hw4,midterm1,midterm2\n1,0.${long},${long}.5,70,60,50,40\n`],
      ["cutoffs.csv", "track,letter,cutoff\n182,A,60\n"],
      ["policy.yaml", "extends: cs182-sp22\ncomponents: { hw1: { points: 97 }, hw2: { points: 89 } }\n"],
    ]);
    const { exit, world } = await explained(["--student", "1", "--full"], files);
    expect(exit).toBe(0);
    expect(overlong(world.out())).toEqual([]);
  });

  it("says nothing by colour alone", async () => {
    const plain = await explained(["--student", "3034100007"]);
    const world = memoryWorld(exampleClass(), { terminal: true });
    await main(["explain", "roster.csv", "--student", "3034100007"], world);
    expect(world.out()).toContain("\u001b[");
    expect(stripVTControlCharacters(world.out())).toBe(plain.world.out());
  });

  it("writes no file", async () => {
    const { world } = await explained(["--student", "3034100002"]);
    expect([...world.files.keys()].sort()).toEqual(
      [...exampleClass().keys()].map((name) => `/term/${name}`).sort(),
    );
  });
});
