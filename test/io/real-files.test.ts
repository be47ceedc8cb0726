import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OUTPUT_NAMES } from "../../src/io/outputs.ts";
import type { World } from "../../src/io/world.ts";
import { main, nodeWorld } from "../../src/main.ts";
import { smallTerm } from "./term.ts";

const NAMES: readonly string[] = [...OUTPUT_NAMES].sort();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "grades-test-"));
  for (const [name, text] of smallTerm()) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** The real world, except that what is printed is kept. */
async function run(...args: readonly string[]) {
  const printed = { out: "", err: "" };
  const stream = (to: keyof typeof printed) => ({
    write: (text: string) => {
      printed[to] += text;
    },
    isTerminal: false,
    columns: undefined,
  });
  const world: World = { ...nodeWorld(process), stdout: stream("out"), stderr: stream("err") };
  const exit = await main(["compute", join(folder, "roster.csv"), ...args], world);
  return { exit, ...printed };
}

describe("on the file system", () => {
  it("only the user may read what is written, and enter the folders that are created", async () => {
    const out = join(folder, "deep", "out");
    expect((await run("--out", out)).exit).toBe(0);
    expect(readdirSync(out).sort()).toEqual(NAMES);
    for (const name of NAMES) expect([name, mode(join(out, name))]).toEqual([name, "600"]);
    expect([mode(out), mode(join(folder, "deep"))]).toEqual(["700", "700"]);
  });

  it("only the user may read frozen cut-offs, also where others could read what they replace", async () => {
    const nowhere = { write: () => undefined, isTerminal: false, columns: undefined };
    const world: World = { ...nodeWorld(process), stdout: nowhere, stderr: nowhere };
    const frozen = join(folder, "mine.csv");
    const freeze = (...more: readonly string[]) =>
      main(["curve", join(folder, "roster.csv"), "--freeze", frozen, "--quiet", ...more], world);
    expect([await freeze(), mode(frozen)]).toEqual([0, "600"]);
    writeFileSync(frozen, "track,letter,cutoff\n182,A,90\n");
    chmodSync(frozen, 0o644);
    expect([await freeze("--force"), mode(frozen)]).toEqual([0, "600"]);
  });

  it("a file that was open to others is closed when it is written again; a folder that exists is left as it is", async () => {
    const out = join(folder, "out");
    mkdirSync(out);
    chmodSync(out, 0o755);
    for (const name of NAMES) {
      writeFileSync(join(out, name), "old\n");
      chmodSync(join(out, name), 0o644);
    }
    expect((await run("--out", out)).exit).toBe(0);
    for (const name of NAMES) expect([name, mode(join(out, name))]).toEqual([name, "600"]);
    expect(mode(out)).toBe("755");
  });

  it("the roster's own folder is refused as output, also under another name", async () => {
    const link = join(folder, "link");
    symlinkSync(folder, link);
    for (const out of [folder, `${folder}/.`, link]) {
      const { exit, err } = await run("--out", out);
      expect([out, exit]).toEqual([out, 2]);
      expect(err).toContain("error[output-in-roster-folder]");
    }
    expect(readdirSync(folder).sort()).toEqual(["link", "roster.csv", "scores.csv"]);
  });

  it("an input is never overwritten, also when a link hides where it lies", async () => {
    const out = join(folder, "out");
    mkdirSync(out);
    const cutoffs = "track,letter,cutoff\n182,A,90\n";
    writeFileSync(join(out, "cutoffs.csv"), cutoffs);
    symlinkSync(join(out, "cutoffs.csv"), join(folder, "cutoffs.csv"));
    const { exit, err } = await run("--out", out);
    expect(exit).toBe(2);
    expect(err).toContain("error[output-over-input]");
    expect(readFileSync(join(out, "cutoffs.csv"), "utf8")).toBe(cutoffs);
    expect(readdirSync(out)).toEqual(["cutoffs.csv"]);
  });

  it("a file where the output folder should be is an error, not a crash", async () => {
    writeFileSync(join(folder, "taken"), "mine\n");
    const { exit, err } = await run("--out", join(folder, "taken"));
    expect(exit).toBe(1);
    expect(err).toContain("error[output-not-writable]");
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("mine\n");
  });

  it("a folder where a file should be is named as one", async () => {
    mkdirSync(join(folder, "scores-2.csv"));
    const { exit, err } = await run("--out", join(folder, "out"));
    expect(exit).toBe(1);
    expect(err).toContain("error[file-unreadable]: the file cannot be read: it is a folder.");
  });

  it("one file goes through a link to where it leads, into a device as it is, and over no folder", async () => {
    const roster = join(folder, "roster.csv");
    const nowhere = { write: () => undefined, isTerminal: false, columns: undefined };
    const world: World = { ...nodeWorld(process), stdout: nowhere, stderr: nowhere };
    const report = (path: string) => main(["report", roster, "-o", path, "--quiet"], world);
    writeFileSync(join(folder, "kept.html"), "old\n");
    symlinkSync(join(folder, "kept.html"), join(folder, "link.html"));
    expect(await report(join(folder, "link.html"))).toBe(0);
    expect(lstatSync(join(folder, "link.html")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "kept.html"), "utf8")).toContain("<!DOCTYPE html>");
    expect(mode(join(folder, "kept.html"))).toBe("600");
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    expect(await report(pipe)).toBe(0);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    reader.kill();
    mkdirSync(join(folder, "taken.html"));
    expect(await report(join(folder, "taken.html"))).toBe(1);
    expect(readdirSync(join(folder, "taken.html"))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("parts that a run left over are cleared by the next one, which says so", async () => {
    const out = join(folder, "out");
    mkdirSync(out);
    writeFileSync(join(out, "grades.csv.part"), "half");
    chmodSync(join(out, "grades.csv.part"), 0o644);
    const { exit, err } = await run("--out", out);
    expect(exit).toBe(0);
    expect(err).toContain("warning[output-unfinished]");
    expect(readdirSync(out).sort()).toEqual(NAMES);
    expect(mode(join(out, "grades.csv"))).toBe("600");
  });
});
