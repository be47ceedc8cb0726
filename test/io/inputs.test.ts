import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { contentOf, parsedPage } from "../support/parsed-page.ts";
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
    ["NUL", Buffer.from("sid,name\n1,a\0b\n")],
    ["PNG", Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1")],
    ["workbook", Buffer.from("PK\x03\x04\x14\0", "latin1")],
    ["UTF-16", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ["no encoding", Buffer.from("sid,name,track\n1,a\x81b,182\n", "latin1")],
  ])("are refused when they are no text: %s", async (word, bytes) => {
    const found = await err([...smallTerm(), ["roster.csv", bytes]]);
    expect(found.exit).toBe(1);
    expect(found.err).toContain("error[file-not-text]");
    expect(found.err).toContain(word);
  });

  const roster = () => (smallTerm().get("roster.csv") ?? "").replace("Student 1", "Stud\u00e4nt 1");

  it.each([
    ["little-endian UTF-16", Buffer.from(`\uFEFF${roster()}`, "utf16le"), "UTF-16"],
    ["big-endian UTF-16", Buffer.from(`\uFEFF${roster()}`, "utf16le").swap16(), "UTF-16"],
    ["Windows-1252", Buffer.from(roster(), "latin1"), "Windows-1252"],
  ])("give the same grades in %s, and the run can be verified", async (_, bytes, shown) => {
    const utf8 = await err([...smallTerm(), ["roster.csv", roster()]]);
    const found = await err([...smallTerm(), ["roster.csv", bytes]]);
    expect(textOf(found.world, "grades-out/grades.csv")).toBe(textOf(utf8.world, "grades-out/grades.csv"));
    expect(found.out).toContain(shown);
    const isGuess = shown === "Windows-1252";
    expect(found.err.includes("warning[file-windows-1252]")).toBe(isGuess);
    const page = parsedPage(textOf(found.world, "grades-out/report.html"));
    const captions = page.filter(({ tagName }) => tagName === "caption").map(contentOf);
    expect(captions.includes("file-windows-1252 (1)")).toBe(isGuess);
    expect(await main(["verify", "grades-out"], found.world)).toBe(0);
  });

  it.each([
    [";", "separated by semicolons"],
    ["\t", "separated by tabs"],
  ])("may have %j between their cells, and carets stand under them", async (separator, words) => {
    const turned = (text = "") => text.replaceAll(",", separator);
    const scores = turned(smallTerm().get("scores.csv"));
    const files = [
      ["roster.csv", turned(smallTerm().get("roster.csv"))],
      ["scores.csv", scores],
    ] as const;
    const plain = await err(smallTerm());
    const found = await err([...smallTerm(), ...files]);
    expect(textOf(found.world, "grades-out/grades.csv")).toBe(textOf(plain.world, "grades-out/grades.csv"));
    expect(found.out).toContain(words);
    const wrong = await err([
      ...smallTerm(),
      ...files,
      ["scores.csv", scores.replace(`${separator}71`, `${separator}7l`)],
    ]);
    const [row = "", caret = ""] = wrong.err.split("\n").slice(1);
    expect(row.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("7l");
  });

  it("with one line of 200 MB are refused at once", async () => {
    const started = Date.now();
    const found = await err([...smallTerm(), ["scores.csv", Buffer.alloc(200_000_000, "9,")]]);
    expect(found.err).toContain("scores.csv: error[line-too-long]: line 1 ");
    expect(Date.now() - started).toBeLessThan(5000);
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
