import { describe, expect, it } from "vitest";
import { OUTPUT_NAMES } from "../../src/io/outputs.ts";
import { main } from "../../src/main.ts";
import { type MemoryOptions, type MemoryWorld, memoryWorld, textOf } from "../support/memory-world.ts";
import { smallTerm } from "./term.ts";

const NAMES: readonly string[] = OUTPUT_NAMES;
const RUN = ["compute", "roster.csv", "--no-color"];
type Action = Parameters<NonNullable<MemoryOptions["fault"]>>[0];

/** What is in the output folder, by name. */
function outputsOf(world: MemoryWorld): ReadonlyMap<string, string> {
  const names = [...world.files.keys()].filter((path) => path.startsWith("/term/grades-out/"));
  return new Map(names.map((path) => [path.slice("/term/grades-out/".length), textOf(world, path)]));
}

async function outputsAfter(files: ReturnType<typeof smallTerm>): Promise<ReadonlyMap<string, string>> {
  const world = memoryWorld(files);
  await main(RUN, world);
  return outputsOf(world);
}

/** Runs over the files of an earlier run; the action with this number fails, and with `dead` all later ones too. */
async function runWithFault(before: ReadonlyMap<string, string>, at: number, dead: boolean) {
  const actions: string[] = [];
  const fault = (action: Action, path: string) => {
    actions.push(`${action} ${path.split("/").at(-1)}`);
    if (actions.length - 1 === at || (dead && actions.length > at))
      throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  };
  const left = [...before].map(([name, text]) => [`grades-out/${name}`, text] as const);
  const world = memoryWorld([...smallTerm(5), ...left], { fault });
  const exit = await main(RUN, world);
  return { world, exit, actions, outputs: outputsOf(world), failed: actions[at] };
}

const same = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** An audit record is valid when the hash of every file that it names is right. */
function hasValidAudit(world: MemoryWorld, outputs: ReadonlyMap<string, string>): boolean {
  const [manifest] = (outputs.get("audit.jsonl") ?? "").split("\n");
  if (manifest === undefined || manifest === "") return false;
  const { outputs: recorded } = JSON.parse(manifest) as { outputs: { path: string; sha256: string }[] };
  return recorded.every(({ path, sha256 }) => world.hash(outputs.get(path) ?? "") === sha256);
}

describe("compute writes all files or none", () => {
  for (const [earlier, dead] of [
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ] as const)
    it(`${earlier ? "over an earlier run" : "into a new folder"}, whichever step ${dead ? "is the last one that the disk does" : "fails"}`, async () => {
      const old = earlier ? await outputsAfter(smallTerm()) : new Map<string, string>();
      const fresh = await outputsAfter(smallTerm(5));
      const whole = await runWithFault(old, Number.MAX_SAFE_INTEGER, false);
      expect(same(whole.outputs, fresh)).toBe(true);
      expect(whole.actions.length).toBe(1 + NAMES.length + 1 + NAMES.length);
      const detected: (string | undefined)[] = [];
      for (let at = 0; at < whole.actions.length; at += 1) {
        const { world, exit, outputs, failed } = await runWithFault(old, at, dead);
        expect(exit, failed).toBe(1);
        const code = failed?.startsWith("rename") === true ? "output-half-written" : "output-not-writable";
        expect(world.err(), failed).toContain(`error[${code}]`);
        expect(world.err(), failed).not.toMatch(/^\s+at |node:|\.ts:/m);
        expect(world.out(), failed).toBe("");
        const untouched = same(outputs, old);
        const parts = [...outputs.keys()].filter((name) => name.endsWith(".part"));
        if (!dead) expect(parts, failed).toEqual([]);
        // A record whose hashes are right stands beside the old files alone.
        if (hasValidAudit(world, outputs))
          expect(NAMES.every((name) => outputs.get(name) === old.get(name))).toBe(true);

        const again = memoryWorld([...world.files].map(([path, data]) => [path, data] as const));
        expect(await main(RUN, again), failed).toBe(0);
        expect(again.err().includes("warning[output-unfinished]"), failed).toBe(!untouched);
        for (const name of NAMES) expect(outputsOf(again).get(name), failed).toBe(fresh.get(name));
        expect(outputsOf(again).size).toBe(NAMES.length);
        if (!untouched) detected.push(failed);
      }
      expect(detected.length).toBeGreaterThan(0);
    });

  it("leaves the old set alone until every new file lies ready beside it", async () => {
    const old = await outputsAfter(smallTerm());
    const { actions } = await runWithFault(old, Number.MAX_SAFE_INTEGER, false);
    expect(NAMES.at(-1)).toBe("audit.jsonl");
    expect(actions).toEqual([
      "folder grades-out",
      ...NAMES.map((name) => `write ${name}.part`),
      "remove audit.jsonl",
      ...NAMES.map((name) => `rename ${name}`),
    ]);
  });

  it("does not say that nothing was written where some files already stand in their places", async () => {
    const fault = (action: Action, path: string) => {
      if (action === "rename" && path.endsWith("cutoffs.csv"))
        throw Object.assign(new Error("broken"), { code: "EIO" });
    };
    const world = memoryWorld(smallTerm(), { fault });
    expect(await main(RUN, world)).toBe(1);
    const nothing = outputsOf(world).size === 0;
    expect(world.err().includes("nothing was written")).toBe(nothing);
  });

  it("writes nothing at all when the data is wrong", async () => {
    const touched: string[] = [];
    const scores = "sid,hw1,hw2,hw3,hw4,midterm1,midterm2\n3034000001,9O,1,1,1,1,1\n";
    const world = memoryWorld([...smallTerm(), ["scores.csv", scores]], {
      fault: (action, path) => void touched.push(`${action} ${path}`),
    });
    expect(await main(RUN, world)).toBe(1);
    expect(touched).toEqual([]);
    expect(world.err()).toContain("nothing was written");
  });

  it("says who is in the way", async () => {
    const reasons = {
      EACCES: "you may not write there",
      ENOTDIR: "a file is in the way",
      EIO: "the system says EIO",
    };
    for (const [code, reason] of Object.entries(reasons)) {
      const fault = () => {
        throw Object.assign(new Error("refused"), { code });
      };
      const world = memoryWorld(smallTerm(), { fault });
      expect(await main(RUN, world)).toBe(1);
      expect(world.err()).toContain(reason);
    }
  });
});

describe("the output folder", () => {
  const wrong = async (args: readonly string[], files = smallTerm()) => {
    const world = memoryWorld(files);
    const before = new Map(world.files);
    const exit = await main(["compute", ...args], world);
    expect([...world.files]).toEqual([...before]);
    return { exit, err: world.err() };
  };

  it("is never the roster's own", async () => {
    for (const out of [".", "/term", "../term", "x/.."]) {
      const { exit, err } = await wrong(["roster.csv", "--out", out]);
      expect([exit, out]).toEqual([2, out]);
      expect(err).toContain("error[output-in-roster-folder]");
    }
  });

  it("never holds an input that would be overwritten", async () => {
    const cutoffs = "track,letter,cutoff\n182,A,90\n";
    const files = new Map([...smallTerm(), ["old/cutoffs.csv", cutoffs]]);
    const { exit, err } = await wrong(["roster.csv", "--cutoffs", "old/cutoffs.csv", "--out", "old"], files);
    expect(exit).toBe(2);
    expect(err).toContain("error[output-over-input]");
  });

  it("may be written to again and again", async () => {
    const world = memoryWorld(smallTerm());
    expect(await main(["compute", "roster.csv"], world)).toBe(0);
    const once = outputsOf(world);
    expect(await main(["compute", "roster.csv"], world)).toBe(0);
    expect(same(outputsOf(world), once)).toBe(true);
    expect(world.err()).not.toContain("output-unfinished");
  });
});
