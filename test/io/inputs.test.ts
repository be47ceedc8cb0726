import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { smallTerm } from "./term.ts";

async function err(files: Iterable<readonly [string, string | Uint8Array]>, ...args: readonly string[]) {
  const world = memoryWorld(files);
  const exit = await main(["compute", "roster.csv", ...args], world);
  return { exit, err: world.err(), out: world.out(), world };
}

const CUTOFFS = ["cutoffs.csv", "track,letter,cutoff\n182,A,1\n"] as const;

describe("the files of a term", () => {
  it("are found beside the roster and named in the summary", async () => {
    const scores = smallTerm().get("scores.csv") ?? "";
    const split = [
      ["scores.csv", scores.replaceAll(/,midterm2|,\d+$/gm, "")],
      ["scores-2.csv", scores.replaceAll(/^([^,]*),.*,([^,]*)$/gm, "$1,$2")],
    ] as const;
    const found = await err([...smallTerm(), ...split, CUTOFFS, ["notes.csv", "a,b\n"]]);
    expect(found.exit).toBe(0);
    for (const name of ["roster.csv", "scores.csv", "scores-2.csv", "cutoffs.csv"])
      expect(found.out).toMatch(new RegExp(`^(Read)? +${name} `, "m"));
    expect(found.out).not.toContain("notes.csv");
  });

  it("are only those that are named under --no-discover", async () => {
    const { world } = await err([...smallTerm(), CUTOFFS], "--no-discover", "--scores", "scores.csv");
    expect(textOf(world, "grades-out/cutoffs.csv")).not.toContain("182,A,1\n");
    expect((await err(smallTerm(), "--no-discover")).err).toContain("error[scores-none]");
  });

  it("are looked for where a flag says, and a missing one is an error", async () => {
    const found = await err(smallTerm(), "--adjustments", "nowhere/adjustments.csv");
    expect(found.exit).toBe(1);
    expect(found.err).toContain("error[file-missing]");
  });

  it("may begin with a byte-order mark and end their lines as Windows does", async () => {
    const plain = await err(smallTerm());
    const marked = [...smallTerm()].map(
      ([name, text]) => [name, `\uFEFF${text.replaceAll("\n", "\r\n")}`] as const,
    );
    const found = await err(marked);
    expect(textOf(found.world, "grades-out/grades.csv")).toBe(textOf(plain.world, "grades-out/grades.csv"));
  });

  it.each([
    ["UTF-16", Buffer.from("\uFEFFsid,name\n", "utf16le")],
    ["NUL", Buffer.from("sid,name\n1,a\0b\n")],
    ["Latin-1", Buffer.from("sid,name,track\n1,Villase\xF1or,182\n", "latin1")],
  ])("are refused when they are no UTF-8 text: %s", async (word, bytes) => {
    const found = await err([...smallTerm(), ["roster.csv", bytes]]);
    expect(found.exit).toBe(1);
    expect(found.err).toContain("error[file-not-text]");
    expect(found.err).toContain(word);
  });

  it("that share a name are cited by their paths", async () => {
    const bad = "sid,hw1,hw2,hw3,hw4,midterm1,midterm2\n3034000001,9O,1,1,1,1,1\n";
    const both = [
      ["a/scores.csv", bad],
      ["b/scores.csv", bad.replace("9O", "8O")],
    ] as const;
    const found = await err([...smallTerm(), ...both], "--scores", "a/scores.csv", "b/scores.csv");
    expect(found.err).toContain("a/scores.csv:2:2: error[score-not-a-number]");
    expect(found.err).toContain("b/scores.csv:2:2: error[score-not-a-number]");
  });
});
