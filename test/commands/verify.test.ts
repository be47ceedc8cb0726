import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { VERSION } from "../../src/version.ts";
import { auditSchema } from "../../src/writers/audit-schema.ts";
import { randomClass } from "../oracle/random-class.ts";
import { diceOf } from "../oracle/random-dice.ts";
import { exampleClass } from "../properties/example.ts";
import { type Files, runOn } from "../properties/run.ts";
import { type MemoryWorld, memoryWorld, textOf } from "../support/memory-world.ts";
import { editRun } from "../support/written-folder.ts";

const OUTPUTS = ["grades.csv", "slip-days.csv", "cutoffs.csv", "report.html", "audit.jsonl"];

interface Verified {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Verifies in a fresh world with the files of another one. */
async function verifyIn(
  world: MemoryWorld,
  args: readonly string[] = ["grades-out"],
  change: (files: Map<string, string>) => void = () => undefined,
): Promise<Verified> {
  const files = new Map([...world.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  change(files);
  const again = memoryWorld(files);
  const before = new Map(again.files);
  const exit = await main(["verify", ...args], again);
  expect([...again.files.keys()]).toEqual([...before.keys()]);
  expect([...again.files].filter(([path, bytes]) => before.get(path) !== bytes)).toEqual([]);
  return { exit, out: again.out(), err: again.err() };
}

/** Replaces a part of a file that must hold it. */
function edit(path: string, from: string | RegExp, to: string) {
  return (files: Map<string, string>): void => {
    const text = files.get(path) ?? "";
    expect(text.replace(from, to)).not.toBe(text);
    files.set(path, text.replace(from, to));
  };
}

describe("an untouched folder", () => {
  it("is verified for the example class, and every file is listed", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const { exit, out, err } = await verifyIn(world);
    expect(err).toBe("");
    expect(exit).toBe(0);
    await expect(out.replace(VERSION, "0.0.0")).toMatchFileSnapshot("expected/verify.txt");
    const json = JSON.parse((await verifyIn(world, ["grades-out", "--json"])).out);
    expect(json).toMatchObject({ exit: 0, verified: true, recomputed: true, version: VERSION, errors: [] });
    expect(json.outputs).toEqual(
      OUTPUTS.map((name) => ({ role: "output", path: `grades-out/${name}`, verdict: "same" })),
    );
    expect((await verifyIn(world, ["grades-out", "--quiet"])).out).toBe("");
  });

  it("is verified for forty random classes with their policies, extensions, adjustments and cut-offs", async () => {
    for (let seed = 6001; seed <= 6040; seed += 1) {
      const { exit, world } = await runOn(randomClass(seed), ["--quiet"]);
      expect([0, 3], `seed ${seed}`).toContain(exit);
      expect(await verifyIn(world), `seed ${seed}`).toMatchObject({ exit: 0, err: "" });
    }
  });

  const plain = (track: string): Files =>
    new Map([
      ["in/roster.csv", "sid,name\n3034000017,Adaeze Okafor\n3034000025,Per Lindqvist\n"],
      ["in/a/scores.csv", "sid,hw1,hw2\n3034000017,91,88.5\n3034000025,74,80\n"],
      [
        "in/b/scores.csv",
        `sid,hw3,hw4,midterm1,${track === "182" ? "midterm2" : "project"}\n3034000017,79,94,,70\n`,
      ],
      ["other/frozen.csv", "track,letter,cutoff\n182,A,90\n182,B,80\n"],
      ["in/cutoffs.csv", "never used"],
    ]);

  it("is verified with the options and the files that were named, and with nothing discovered", async () => {
    const world = memoryWorld(plain("282A"));
    const argv = ["compute", "in/roster.csv", "--no-discover", "--track", "282A", "--out", "term/out"];
    const named = ["--scores", "in/a/scores.csv", "in/b/scores.csv", "--cutoffs", "other/frozen.csv"];
    const exit = await main([...argv, ...named, "--policy", "cs182-sp22"], world);
    expect(exit, world.err()).toBe(3);
    expect(textOf(world, "term/out/audit.jsonl")).toContain('"options":{"track":"282A"}');
    expect(await verifyIn(world, ["term/out"])).toMatchObject({ exit: 0, err: "" });
    expect(await verifyIn(world, ["/term/term/out"])).toMatchObject({ exit: 0, err: "" });
  });

  it("is verified after folder and inputs moved together", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const moved = memoryWorld(
      [...world.files].map(([path, bytes]) => [path.replace("/term/", "/archive/2022/"), bytes] as const),
    );
    expect(await main(["verify", "/archive/2022/grades-out"], moved)).toBe(0);
  });
});

describe("a changed file", () => {
  it("is named whichever byte of whichever file is changed", async () => {
    const { world } = await runOn(randomClass(6103), ["--quiet"]);
    const dice = diceOf(1);
    for (const path of world.files.keys())
      for (let round = 0; round < 6; round += 1) {
        const { exit, out, err } = await verifyIn(world, ["grades-out"], (files) => {
          const text = files.get(path) ?? "";
          const at = dice.int(0, text.length - 1);
          files.set(path, `${text.slice(0, at)}${text[at] === "#" ? "!" : "#"}${text.slice(at + 1)}`);
        });
        expect(exit, path).toBe(1);
        // A byte of the manifest may make another file look changed.
        if (!path.endsWith("audit.jsonl")) expect(err, path).toContain(path.replace("/term/", ""));
        expect(`${out}${err}`, path).not.toMatch(/defect|undefined/);
      }
  });

  it("is named by row and column in a table, and by path and student in the record", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const grades = await verifyIn(
      world,
      undefined,
      edit("/term/grades-out/grades.csv", "86.9250", "89.9250"),
    );
    expect(grades.err).toContain(
      'grades-out/grades.csv:2:14: error[output-changed]: total of 3034100001 is "89.9250"; the recorded inputs give "86.9250".',
    );
    const days = edit("/term/grades-out/slip-days.csv", /hw2,(.*?),on-time/, "hw2,$1,missing");
    expect((await verifyIn(world, undefined, days)).err).toContain(
      'outcome of 3034100001 hw2 is "missing"; the recorded inputs give "on-time".',
    );
    const cutoff = edit("/term/grades-out/audit.jsonl", '"cutoff":"86"', '"cutoff":"85"');
    expect((await verifyIn(world, undefined, cutoff)).err).toContain(
      'audit.jsonl:1: error[output-changed]: cutoffs.182.cutoffs[1].cutoff is "85"; the recorded inputs give "86".',
    );
    const total = edit("/term/grades-out/audit.jsonl", '"total":"3477/40"', '"total":"3478/40"');
    expect((await verifyIn(world, undefined, total)).err).toContain(
      'audit.jsonl:2: error[output-changed]: total of 3034100001 is "3478/40"; the recorded inputs give "3477/40".',
    );
  });

  it("is told apart from one that another program merely saved again", async () => {
    const { world } = await runOn(randomClass(6104), ["--quiet"]);
    const saved = edit("/term/grades-out/grades.csv", /\n/g, "\r\n");
    expect((await verifyIn(world, undefined, saved)).err).toContain("other line ends");
  });

  it("is named when it ends early or goes on", async () => {
    const { world } = await runOn(randomClass(6105), ["--quiet"]);
    const lines = textOf(world, "grades-out/audit.jsonl").split("\n").length - 1;
    for (const name of OUTPUTS) {
      const path = `/term/grades-out/${name}`;
      const early = await verifyIn(world, undefined, edit(path, /\n[^\n]+\n$/, "\n"));
      expect(early.err).toContain(
        `grades-out/${name}: error[output-not-as-written]: the file is not as compute`,
      );
      expect(early.err).toContain("it ends before line ");
      const longer = await verifyIn(world, undefined, edit(path, /$/, "more\n"));
      expect(longer.err).toContain("this line and what follows are not of the run");
    }
    const cut = await verifyIn(world, undefined, edit("/term/grades-out/audit.jsonl", /.{9}\n$/, ""));
    expect(cut.err).toContain(`audit.jsonl:${lines}: error[output-not-as-written]`);
  });

  it("keeps the grades from being computed again when it is an input, and each such input is named", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const { exit, out, err } = await verifyIn(world, ["grades-out", "--json"], (files) => {
      files.delete("/term/extensions.csv");
      edit("/term/scores.csv", "94.0", "95.0")(files);
      edit("/term/grades-out/cutoffs.csv", "86", "85")(files);
    });
    expect(exit).toBe(1);
    expect(err).toContain("scores.csv: error[input-changed]");
    expect(err).toContain("extensions.csv: error[input-missing]");
    expect(err).toContain("grades-out/cutoffs.csv: error[output-not-as-written]");
    const verdicts = (JSON.parse(out).inputs as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["same", "changed", "missing", "same"]);
    expect(JSON.parse(out)).toMatchObject({ verified: false, recomputed: false });
  });
});

describe("a record that this program cannot repeat", () => {
  it("of another version is said so, and the rest is compared all the same", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const { exit, out, err } = await verifyIn(world, undefined, (files) => {
      editRun(files, "/term/grades-out", VERSION, "0.0.1");
    });
    expect(exit).toBe(1);
    expect(err).toContain(`grades 0.0.1 wrote this record; this is grades ${VERSION}.`);
    expect(err.match(/error\[/g)).toHaveLength(1);
    expect(out).toContain("NOT verified: the same bytes came out again");
  });

  it("of another policy is said so", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const hash = edit(
      "/term/grades-out/audit.jsonl",
      /("policy":\{"id":"cs182-sp22","sha256":")..../,
      "$1ffff",
    );
    expect((await verifyIn(world, undefined, hash)).err).toContain(
      "the policy cs182-sp22 is not the one recorded",
    );
    const name = edit("/term/grades-out/audit.jsonl", '"id":"cs182-sp22"', '"id":"cs189"');
    expect((await verifyIn(world, undefined, name)).err).toContain("the built-in policy cs189 is recorded");
  });

  it("of a roster from standard input is said so", async () => {
    const files = exampleClass();
    const world = memoryWorld(files, { stdin: files.get("roster.csv") ?? "" });
    expect(await main(["compute", "-", "--scores", "scores.csv", "--quiet"], world)).toBe(3);
    const { exit, err } = await verifyIn(world);
    expect(exit).toBe(1);
    expect(err).toContain("the roster came from standard input and is not kept");
  });

  it("of options that the policy does not have is said so", async () => {
    const { world } = await runOn(exampleClass(), ["--quiet"]);
    const track = edit("/term/grades-out/audit.jsonl", '"options":{}', '"options":{"track":"999"}');
    expect(await verifyIn(world, undefined, track)).toMatchObject({ exit: 1 });
    const options = edit("/term/grades-out/audit.jsonl", '"options":{}', '"options":{"allow_sparse":7}');
    expect((await verifyIn(world, undefined, options)).err).toContain(
      "its first line is no manifest of a run",
    );
  });
});

describe("the command line", () => {
  it("prints the schema, wants a folder, and names one that is none", async () => {
    const world = memoryWorld([]);
    expect(await main(["verify", "--schema"], world)).toBe(0);
    expect(JSON.parse(world.out())).toEqual(JSON.parse(JSON.stringify(auditSchema)));
    expect(await main(["verify"], world)).toBe(2);
    expect(world.err()).toContain("missing required argument 'out-dir'");
    const nowhere = memoryWorld([["roster.csv", "sid\n"]]);
    expect(await main(["verify", "nowhere", "--json"], nowhere)).toBe(1);
    expect(JSON.parse(nowhere.out()).errors[0].code).toBe("record-missing");
  });
});
