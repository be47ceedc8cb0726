import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { type Files, rowsOf, runOn } from "../properties/run.ts";
import { type MemoryOptions, memoryWorld, textOf } from "../support/memory-world.ts";
import { type PrintedCurve, printedCurve, printedWords } from "../support/printed-curve.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/curve");

async function curve(
  args: readonly string[] = [],
  files: Files = exampleClass(),
  options: MemoryOptions = {},
) {
  const world = memoryWorld(files, options);
  const before = new Map(world.files);
  const exit = await main(["curve", "roster.csv", ...args], world);
  return { exit, world, before, out: world.out(), err: world.err() };
}

/** Twelve students of 182 whose totals are 54, 58, ... 98. */
function twelve(): Files {
  const sids = seeds(1, 12).map(String);
  const scores = sids.map((sid) => `${sid}${`,${50 + 4 * Number(sid)}`.repeat(6)}`).join("\n");
  return new Map([
    ["roster.csv", `sid,name,track\n${sids.map((sid) => `${sid},Student ${sid},182`).join("\n")}\n`],
    ["scores.csv", `sid,hw1,hw2,hw3,hw4,midterm1,midterm2\n${scores}\n`],
  ]);
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe("grades curve on the example class", () => {
  it.each([
    ["proposal.txt", []],
    ["full.txt", ["--full", "--near", "0.25"]],
    ["tried.txt", ["--gpa", "3.3..3.4", "--shares", "40/40/15/5", "--target", "3.0", "--ascii"]],
    ["shift.txt", ["--method", "shift"]],
  ])("prints what fixtures/curve/%s holds", async (name, args) => {
    const { exit, out } = await curve(args);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot(join(FIXTURES, name));
  });

  it("prints the same as data with --json", async () => {
    const { exit, out } = await curve(["--json"]);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot(join(FIXTURES, "proposal.json"));
  });

  it("says nothing by colour alone", async () => {
    const plain = await curve();
    const { out } = await curve([], exampleClass(), { terminal: true });
    expect(out).toContain("\u001b[");
    expect(stripVTControlCharacters(out)).toBe(plain.out);
  });

  it("gives the letters and GPA that compute gives where nothing is tried", async () => {
    const { out } = await curve(["--json"]);
    const { tracks } = JSON.parse(out) as PrintedCurve;
    const world = memoryWorld(exampleClass());
    await main(["compute", "roster.csv", "--json"], world);
    const computed = JSON.parse(world.out()) as { readonly tracks: Readonly<Record<string, object>> };
    expect(Object.keys(tracks)).toEqual(["182", "282A"]);
    for (const [track, { proposal }] of Object.entries(tracks))
      expect(proposal).toEqual(computed.tracks[track]);
  });
});

describe("what an instructor tries", () => {
  it("is never written", async () => {
    for (const args of [
      ["--gpa", "3.3..3.4"],
      ["--method", "fixed", "--json"],
      ["--shares", "40/40/15/5"],
    ]) {
      const { world, before } = await curve(args, twelve());
      expect(world.files).toEqual(before);
    }
  });

  it.each([
    ["--gpa 3.3..3.4", "Tried: GPA 3.3 to 3.4", "the GPA window 3.3 to 3.4"],
    ["--method shift --target 3.1", "Tried: method shift; target GPA 3.1", "for a GPA of 3.1"],
    ["--method shares", "Tried: method shares", "Nearest to the shares"],
    ["--shares 40/40/15/5", "Tried: shares A A- 40%, B+ B B- 40%, C+ C C- 15%, D+ D D- F 5%", "13.3"],
  ])("is named and followed: %s", async (line, named, followed) => {
    const { exit, out } = await curve(line.split(" "));
    expect(exit).toBe(0);
    expect(out).toContain(named);
    expect(out.replaceAll(/\s+/g, " ")).toContain(followed);
  });

  it("may be shares by letter, with the policy's window", async () => {
    const { out } = await curve(["--shares", "a=20, a-=25, b+ b b-=40, c+ c c-=10, d+ d d- f=5", "--json"]);
    const { tracks } = JSON.parse(out) as PrintedCurve;
    const shares = tracks["182"]?.proposal.letters.map(({ guideline_percent }) => guideline_percent);
    expect(shares?.slice(0, 3)).toEqual(["20/1", "25/1", "40/3"]);
  });

  it("keeps guaranteed cut-offs, named for a track or for all", async () => {
    for (const text of ["track,letter,cutoff\n182,A,85\n", "letter,cutoff\nA,85\n"]) {
      const files = new Map([...exampleClass(), ["sure.csv", text]]);
      const { exit, out } = await curve(["--guaranteed", "sure.csv", "--json"], files);
      expect(exit).toBe(0);
      const { tracks } = JSON.parse(out) as PrintedCurve;
      const [best] = tracks["182"]?.proposal.letters ?? [];
      expect(best?.letter).toBe("A");
      expect(Number(best?.cutoff)).toBeLessThanOrEqual(85);
      expect(tracks["182"]?.methods.find(({ name }) => name === "fixed")?.letters[0]?.cutoff).toBe("85");
    }
  });

  it("names the scale that fixed cut-offs start from where it says how they were found", async () => {
    const guaranteed = new Map([...twelve(), ["sure.csv", "letter,cutoff\nA,85\n"]]);
    const told = [
      [twelve(), ["--method", "fixed"], "Cut-offs of the usual scale, which the policy does not have."],
      [guaranteed, ["--method", "fixed", "--guaranteed", "sure.csv"], "Cut-offs as guaranteed."],
      [
        twelve(),
        ["--method", "shift", "--target", "3.0"],
        "Cut-offs of the usual scale, which the policy does not have, all lowered alike for the GPA of 12",
      ],
    ] as const;
    for (const [files, args, sentence] of told) {
      const { out } = await curve(args, files);
      expect(out.replaceAll(/\s+/g, " ")).toContain(sentence);
      expect(out).not.toContain("by the policy.");
    }
  });

  it("says of a shift that needs no lowering what the GPA is", async () => {
    const { out } = await curve(["--method", "shift", "--target", "1.5"], twelve());
    expect(out).toContain("Nothing is lowered: the GPA is 2.092 already, at least 1.5.");
  });

  it.each([
    [
      ["--method", "median"],
      'error[option-value]: --method cannot be "median".',
      "guideline, shares, shift, fixed",
    ],
    [["--gpa", "3"], 'error[option-form]: --gpa cannot be "3".', "such as 3.1..3.3"],
    [["--gpa", "3..3.x"], 'error[option-form]: --gpa cannot be "3..3.x".', "such as 3.1..3.3"],
    [["--gpa", "3.4..3.1"], "the first number is the lower one", "such as 3.1..3.3"],
    [["--target", "B+"], 'error[option-form]: --target cannot be "B+".', "a GPA such as 3.2"],
    [["--near", "0"], 'error[option-form]: --near cannot be "0".', "percent points above zero"],
    [["--near", "1e1"], 'error[option-form]: --near cannot be "1e1".', "percent points above zero"],
    [["--shares", "45/40/15"], "182 has 4 groups: A A-, B+ B B-, C+ C C-, D+ D D- F", "45/40/10/5"],
    [["--shares", "45/40/10/x"], 'error[option-form]: --shares cannot be "45/40/10/x".', "45/40/10/5"],
    [["--shares", "45/40/10/4"], "they sum to 99, not to 100", "45/40/10/5"],
    [["--shares", "A=50,E=50"], '"E" is no letter; the policy has A+, A, A-', "45/40/10/5"],
    [["--shares", "B=50,A=50"], "each letter stands once, from best to worst", "45/40/10/5"],
    [["--force"], "--force does nothing without --freeze FILE", "leave --force out"],
    [["--provisional"], "--provisional does nothing without --freeze FILE", "add --freeze FILE"],
  ])("is refused as wrong usage where it cannot be meant: %s", async (args, message, hint) => {
    const { exit, out, err, world, before } = await curve(args, twelve());
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(world.files).toEqual(before);
  });
});

describe("the text of grades curve", () => {
  it("fits 80 columns, on random classes and whatever is tried", async () => {
    const tries = [
      ["--full", "--near", "3"],
      ["--method", "fixed"],
    ];
    for (const seed of seeds(5400, 5))
      for (const args of tries) {
        const { exit, out, err } = await curve(args, randomClass(seed));
        expect([0, 1], `seed ${seed}: ${err}`).toContain(exit);
        for (const line of out.split("\n"))
          expect([...line].length, `seed ${seed}: ${line}`).toBeLessThanOrEqual(80);
      }
  });

  it("says the figures of --json", async () => {
    const classes = [exampleClass(), ...seeds(5420, 3).map(randomClass)];
    let compared = 0;
    let told = 0;
    for (const files of classes) {
      const text = await curve(["--full"], files);
      const json = await curve(["--full", "--json"], files);
      if (text.exit !== 0) continue;
      const expected = printedCurve(JSON.parse(json.out) as PrintedCurve);
      const printed = text.out.split("\n");
      for (const line of expected) expect(printed).toContain(line);
      const words = printedWords(JSON.parse(json.out) as PrintedCurve);
      const flowing = text.out.replace(/\s+/g, " ");
      for (const own of words) expect(flowing).toMatch(own);
      compared += expected.length;
      told += words.length;
    }
    expect(compared).toBeGreaterThan(100);
    expect(told).toBeGreaterThan(150);
  });

  it("speaks of one student as one", async () => {
    const [header = "", first = ""] = (twelve().get("roster.csv") ?? "").split("\n");
    const alone = new Map([...twelve(), ["roster.csv", `${header}\n${first}\n`]]);
    const { out } = await curve([], alone);
    expect(out.replaceAll(/\s+/g, " ")).toContain("on each component of the one student, and the curve");
  });

  it("speaks of 282A beside 182 only where it has students", async () => {
    const roster = (exampleClass().get("roster.csv") ?? "").split("\n");
    const kept = roster.filter((line) => !line.includes("COMPSCI 282A")).join("\n");
    const { out, err } = await curve(
      [],
      new Map([
        ...exampleClass(),
        ["roster.csv", kept],
        ["adjustments.csv", "sid,assignment,action,value,reason\n"],
      ]),
    );
    expect(out, err).toMatch(/another student's letter\s+changes, at\s+most/);
    expect((await curve()).out).toMatch(/letter\s+changes \(in 182\s+and 282A\)/);
  });

  it("says of fewer than 20 students that shares mean little", async () => {
    const { out } = await curve([], twelve());
    expect(out).toContain("Only 12 students: shares mean little below 20.");
  });
});

/** Students of 282A alone, all graduates; nobody of 182 is there to fit a curve on. */
function graduates(): Files {
  const sids = seeds(1, 30).map(String);
  const scores = sids.map((sid) => `${sid}${`,${65 + Number(sid)}`.repeat(6)}`).join("\n");
  const rows = sids.map((sid) => `"Student ${sid}",${sid},COMPSCI 282A,G,Letter`).join("\n");
  return new Map([
    ["roster.csv", `Name,Student ID,Course,Terms in Attendance,Grading Basis\n${rows}\n`],
    ["scores.csv", `sid,hw1,hw2,hw3,hw4,midterm1,project\n${scores}\n`],
  ]);
}

describe("282A", () => {
  it("is shown by the cut-offs in force where it is alone, and these can be frozen again", async () => {
    const own = "track,letter,cutoff\n182,A,90\n182,B,80\n";
    const files = new Map([...graduates(), ["own.csv", own]]);
    const { exit, out, world } = await curve(["--cutoffs", "own.csv", "--freeze", "again.csv"], files);
    expect(exit).toBe(0);
    expect(out).toContain("Tried: the cut-offs of own.csv, since there is nobody to fit a curve on");
    expect(out).toContain("  A            90     6     20.0");
    expect(out).not.toContain("in force  ");
    const kept = textOf(world, "again.csv");
    expect(kept).toContain("182,A,90,,,,\n");
    expect(await lettersOf(new Map([...files, ["cutoffs.csv", kept]]))).toEqual(
      await lettersOf(new Map([...files, ["cutoffs.csv", own]])),
    );
    expect((await curve([], graduates())).exit).toBe(1);
  });

  it("is fitted on its own letter-graded students, graduates too, where the policy gives it a method", async () => {
    const policy =
      'extends: cs182-sp22\ncurve: { "282A": { method: shares, shares: { A: 60, "B+ B B-": 40 } } }\n';
    const files = new Map([...graduates(), ["policy.yaml", policy]]);
    const { exit, out } = await curve([], files);
    expect(exit).toBe(0);
    expect(out).toContain("Cut-offs by quota on 30 letter-graded students.");
    expect(out).toMatch(/^ {2}A +\S+ +18 +60\.0 +18 +60\.0 +60\.0$/m);
    const world = memoryWorld(files);
    await main(["explain", "roster.csv", "--student", "30"], world);
    expect(world.out()).toContain("30 letter-graded students set the cut-offs");
  });
});

describe("the students near a cut-off", () => {
  it("are not told to gain points on work that does not count", async () => {
    const sid = "3034891966";
    const { out } = await curve(["--full"]);
    expect(out).toMatch(new RegExp(`${sid}  81\\.5250.*\n        0\\.5 on hw1, `));
    // The midterm 1 of this one is an integrity zero; it would need the fewest points.
    const world = memoryWorld(exampleClass());
    await main(["report", "roster.csv", "-o", "-"], world);
    expect(world.out()).toMatch(/-0\.2750<\/td><td>1\.0313 on Midterm 2<\/td><td><bdi>3034100052</);
  });
});

/** The letters of everybody, as grades.csv has them. */
async function lettersOf(files: Files) {
  const { rows } = await runOn(files, ["--quiet"]);
  return rows("grades.csv").map(({ sid, letter, grade }) => [sid, letter, grade]);
}

describe("freezing", () => {
  it("gives everybody the same letters again, on random classes too", async () => {
    let frozen = 0;
    for (const files of [exampleClass(), ...seeds(5500, 24).map(randomClass)]) {
      if (files.has("cutoffs.csv")) continue;
      const { exit, world } = await curve(["--freeze", "mine.csv", "--provisional", "--quiet"], files);
      expect(exit, world.err()).toBe(0);
      const kept = textOf(world, "mine.csv");
      expect(await lettersOf(new Map([...files, ["cutoffs.csv", kept]]))).toEqual(await lettersOf(files));
      frozen += 1;
    }
    expect(frozen).toBeGreaterThan(15);
  });

  it("freezes what is tried, which compute then applies and names", async () => {
    const args = ["--gpa", "3.3..3.4", "--freeze", "cutoffs.csv", "--json"];
    const { exit, world, out } = await curve(args);
    expect(exit).toBe(0);
    const { tracks, frozen } = JSON.parse(out) as PrintedCurve;
    expect(frozen).toEqual({ file: "cutoffs.csv", written: true });
    const rows = rowsOf(textOf(world, "cutoffs.csv"));
    expect(Object.keys(rows[0] ?? {}).join()).toBe("track,letter,cutoff,method,students,gpa,provisional");
    expect(rows.filter(({ track }) => track === "182").map(({ letter, cutoff }) => [letter, cutoff])).toEqual(
      tracks["182"]?.proposal.letters.flatMap(({ letter, cutoff }) =>
        cutoff === null ? [] : [[letter, cutoff]],
      ),
    );
    expect(new Set(rows.map(({ method }) => method))).toEqual(new Set(["guideline", "same-as 182"]));
    const again = memoryWorld(new Map([...exampleClass(), ["cutoffs.csv", textOf(world, "cutoffs.csv")]]));
    expect(await main(["compute", "roster.csv"], again)).toBe(0);
    expect(again.out()).toContain(
      "Cut-offs frozen in cutoffs.csv: guideline fitted on 216 students, GPA 3.300.",
    );
    expect(textOf(again, "grades-out/cutoffs.csv").split("\n")[0]).toBe("track,letter,cutoff");
    const [manifest = ""] = textOf(again, "grades-out/audit.jsonl").split("\n");
    const recorded = JSON.parse(manifest) as { readonly cutoffs: Readonly<Record<string, object>> };
    expect(recorded.cutoffs["182"]).toMatchObject({
      method: "frozen",
      frozen: { file: "cutoffs.csv", method: "guideline", students: 216, provisional: false },
    });
  });

  it("shows the cut-offs in force as one of the columns", async () => {
    const files = new Map([
      ...exampleClass(),
      ["own.csv", "track,letter,cutoff\n182,A,95\n182,B,80\n182,C,60\n"],
    ]);
    const { out } = await curve(["--cutoffs", "own.csv", "--json"], files);
    const { tracks } = JSON.parse(out) as PrintedCurve;
    const own = tracks["182"]?.methods.find(({ name }) => name === "in force");
    expect(
      own?.letters.flatMap(({ letter, cutoff }) => (cutoff === null ? [] : [`${letter} ${cutoff}`])),
    ).toEqual(["A 95", "B 80", "C 60"]);
    expect(tracks["282A"]?.methods.map(({ name }) => name)).toContain("in force");
  });

  it("leaves a file with other cut-offs alone, unless it is told to replace it", async () => {
    const other = "track,letter,cutoff\n182,A,95\n";
    const files = new Map([...exampleClass(), ["cutoffs.csv", other]]);
    const refused = await curve(["--freeze", "cutoffs.csv"], files);
    expect([refused.exit, refused.out, textOf(refused.world, "cutoffs.csv")]).toEqual([2, "", other]);
    expect(refused.err).toContain("error[freeze-exists]");
    const forced = await curve(["--freeze", "cutoffs.csv", "--force"], files);
    expect(forced.exit).toBe(0);
    expect(textOf(forced.world, "cutoffs.csv")).toContain("182,A,90,guideline,216,3.175,no\n");
    const same = new Map([...exampleClass(), ["cutoffs.csv", textOf(forced.world, "cutoffs.csv")]]);
    const again = await curve(["--freeze", "cutoffs.csv"], same);
    expect(again.exit).toBe(0);
    expect(again.out).toContain("cutoffs.csv holds these cut-offs already; nothing is written.");
    expect(again.world.files).toEqual(again.before);
  });

  it.each(["roster.csv", "scores.csv", "../term/adjustments.csv"])(
    "never replaces the input %s",
    async (file) => {
      const { exit, err, world, before } = await curve(["--freeze", file, "--force"]);
      expect(exit).toBe(2);
      expect(err).toContain("error[freeze-over-input]");
      expect(world.files).toEqual(before);
    },
  );

  it("never replaces the file of guaranteed cut-offs that it is made from", async () => {
    const files = new Map([...exampleClass(), ["sure.csv", "letter,cutoff\nA,93\n"]]);
    const { exit, err } = await curve(["--guaranteed", "sure.csv", "--freeze", "sure.csv", "--force"], files);
    expect(exit).toBe(2);
    expect(err).toContain(
      "error[freeze-over-input]: the frozen cut-offs would overwrite an input, the guaranteed",
    );
  });

  it("leaves what was there when the system stops it, and no part of a file", async () => {
    for (const failing of ["write", "rename"]) {
      const fault = (action: string) => {
        if (action === failing) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      };
      const { exit, err, world, before } = await curve(["--freeze", "cutoffs.csv"], exampleClass(), {
        fault,
      });
      expect(exit).toBe(1);
      expect(err).toContain("error[freeze-not-writable]: the cut-offs cannot be written: the disk is full.");
      expect(world.files).toEqual(before);
    }
  });

  it("waits for the undecided, unless it is told to go on, and then says so in the file", async () => {
    const files = new Map([...exampleClass()].filter(([name]) => name !== "adjustments.csv"));
    const refused = await curve(["--freeze", "cutoffs.csv"], files);
    expect([refused.exit, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(
      /error\[freeze-provisional\]: \d+ undecided students could still move the curve of 182/,
    );
    expect(refused.world.files).toEqual(refused.before);
    const { exit, world } = await curve(["--freeze", "cutoffs.csv", "--provisional"], files);
    expect(exit).toBe(0);
    const rows = rowsOf(textOf(world, "cutoffs.csv"));
    expect(new Set(rows.map(({ provisional }) => provisional))).toEqual(new Set(["yes"]));
    const again = memoryWorld(new Map([...files, ["cutoffs.csv", textOf(world, "cutoffs.csv")]]));
    await main(["compute", "roster.csv"], again);
    expect(again.out()).toContain(", provisional then.");
  });

  it("waits for nobody where the cut-offs are fixed", async () => {
    const files = new Map([...exampleClass()].filter(([name]) => name !== "adjustments.csv"));
    const { exit, world } = await curve(["--method", "fixed", "--freeze", "cutoffs.csv"], files);
    expect(exit).toBe(0);
    expect(textOf(world, "cutoffs.csv")).toContain("182,A,93,fixed,,,no\n");
  });
});
