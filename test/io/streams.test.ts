import { afterEach, describe, expect, it, vi } from "vitest";
import { main, nodeWorld } from "../../src/main.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { smallTerm } from "./term.ts";

describe("--out -", () => {
  it("prints grades.csv alone on standard output and writes no file", async () => {
    const filed = memoryWorld(smallTerm());
    expect(await main(["compute", "roster.csv"], filed)).toBe(0);
    const touched: string[] = [];
    const piped = memoryWorld(smallTerm(), { fault: (action) => void touched.push(action) });
    expect(await main(["compute", "roster.csv", "--out", "-"], piped)).toBe(0);
    expect(piped.out()).toBe(textOf(filed, "grades-out/grades.csv"));
    expect(touched).toEqual([]);
  });

  it("does not go together with --json, since each of them is all that standard output holds", async () => {
    const world = memoryWorld(smallTerm());
    expect(await main(["compute", "roster.csv", "--out", "-", "--json"], world)).toBe(2);
    expect(world.err()).toContain("--json");
  });
});

describe("colour", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ["", "xterm-256color", false],
    ["1", "xterm-256color", true],
    ["", "dumb", true],
  ])("is refused by NO_COLOR=%j and TERM=%j: %j", (noColor, term, refused) => {
    vi.stubEnv("NO_COLOR", noColor);
    vi.stubEnv("TERM", term);
    expect(nodeWorld(process).noColor).toBe(refused);
  });
});

describe("the roster -", () => {
  const { "roster.csv": roster = "", "scores.csv": scores = "" } = Object.fromEntries(smallTerm());

  it("is read from standard input, with the scores that are named", async () => {
    const fromFile = memoryWorld(smallTerm());
    await main(["compute", "roster.csv"], fromFile);
    const world = memoryWorld([["scores.csv", scores]], { stdin: roster });
    expect(await main(["compute", "-", "--scores", "scores.csv"], world)).toBe(0);
    expect(textOf(world, "grades-out/grades.csv")).toBe(textOf(fromFile, "grades-out/grades.csv"));
    const [manifest = ""] = textOf(world, "grades-out/audit.jsonl").split("\n");
    expect(JSON.parse(manifest)).toMatchObject({
      inputs: [{ role: "roster", path: "-" }, { role: "scores" }],
    });
  });

  it("goes from standard input to standard output in one pipe", async () => {
    const world = memoryWorld([["scores.csv", scores]], { stdin: roster });
    expect(await main(["compute", "-", "--scores", "scores.csv", "--out", "-"], world)).toBe(0);
    expect(world.out()).toMatch(/^sid,name,/);
    expect(world.out().trim().split("\n")).toHaveLength(4);
  });

  it("has no folder to look for scores in", async () => {
    const world = memoryWorld(smallTerm(), { stdin: roster });
    expect(await main(["compute", "-"], world)).toBe(1);
    expect(world.err()).toContain("error[scores-none]");
  });

  it("is called stdin where a problem of it is shown", async () => {
    const broken = roster.replace("3034000002", "3.03E+09");
    const world = memoryWorld([["scores.csv", scores]], { stdin: broken });
    expect(await main(["compute", "-", "--scores", "scores.csv"], world)).toBe(1);
    expect(world.err()).toContain("stdin:3:1: error[sid-mangled]");
  });
});
