import { describe, expect, it } from "vitest";
import { main } from "../../../src/main.ts";
import { randomClass } from "../../oracle/random-class.ts";
import { exampleClass } from "../../properties/example.ts";
import { type Files, type Row, rowsOf, runOn } from "../../properties/run.ts";
import { memoryWorld } from "../../support/memory-world.ts";
import { contentOf, type Element, elementsIn, parsedPage, tableRows } from "../../support/parsed-page.ts";

async function publicPage(files: Files, threshold: number): Promise<string> {
  const world = memoryWorld(files);
  const args = ["report", "roster.csv", "--public", "--threshold", String(threshold), "-o", "-", "--quiet"];
  expect(await main(args, world)).toBe(0);
  return world.out();
}

/** Letter grades of a track that the total decides, as grades.csv tells them: 1 for each such student. */
const isCounted = (row: Row) =>
  row.status === "final" &&
  row.grade === row.letter &&
  row.letter !== "RD" &&
  !(row.notes ?? "").includes("grade given");

/** `from 95`, `90 to 95`, `below 66.2`, `all`: the lower border; minus infinity where it has none. */
function lowerBorder(name: string): number {
  if (name === "all" || name.startsWith("below")) return Number.NEGATIVE_INFINITY;
  return Number(/^(?:from )?(-?[\d.]+)/.exec(name)?.[1]);
}

/** Students at or above each printed border. */
type Heights = ReadonlyMap<number, number>;

/** No two of these numbers may differ by fewer: the difference would be a group. */
function checkSteps(heights: Iterable<number>, threshold: number): void {
  const sorted = [...new Set([0, ...heights])].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((height, index) => height - (sorted[index] ?? 0));
  for (const step of steps) expect(step).toBeGreaterThanOrEqual(threshold);
}

function checkTrack(track: string, section: Element, rows: readonly Row[], threshold: number): Heights {
  const text = contentOf(section);
  const counted = rows.filter((row) => row.track === track && isCounted(row));
  if (text.includes("Too few letter grades")) {
    expect(counted.length).toBeLessThan(threshold);
    expect(text.replace(track, "").match(/\d/)).toBeNull();
    return new Map();
  }
  const page = elementsIn(section);
  const students = Number(/(\d+) letter grades/.exec(text)?.[1]);
  expect(students).toBe(counted.length);
  const letters = tableRows(page, `Letters of ${track}`);
  const bins = tableRows(page, `Students of ${track} by total`);
  expect(text.includes("GPA")).toBe(letters.length > 1);
  const groups = [...letters.map((row) => Number(row[2])), ...bins.map((row) => Number(row[1]))];
  for (const size of [students, ...groups]) expect(size).toBeGreaterThanOrEqual(threshold);
  for (const [names = "", , size] of letters) {
    const own = names.split(", ");
    expect(Number(size)).toBe(counted.filter(({ letter = "" }) => own.includes(letter.slice(0, 1))).length);
  }
  // Students at or above each printed border, of letters and of bins together: nested groups.
  const nested = new Map<number, number>();
  const climb = (borders: readonly (readonly [number, number])[]) => {
    let above = 0;
    for (const [border, size] of borders) {
      above += size;
      expect(nested.get(border) ?? above).toBe(above);
      nested.set(border, above);
    }
    expect(above).toBe(students);
  };
  climb(
    letters.map(([, from = "", size]) => [
      from === "" ? Number.NEGATIVE_INFINITY : Number(from),
      Number(size),
    ]),
  );
  climb(bins.map(([name = "", size]) => [lowerBorder(name), Number(size)]));
  checkSteps(nested.values(), threshold);
  // Nothing else in the page counts students: every marked number is one of these, and the bars say the bins again.
  const marked = page.filter(({ tagName }) => tagName === "data").map(contentOf);
  expect(marked.map(Number)).toEqual(groups);
  return nested;
}

/** Checks a page alone; what it tells of each track. */
async function check(files: Files, threshold: number): Promise<ReadonlyMap<string, Heights>> {
  const html = await publicPage(files, threshold);
  const page = parsedPage(html);
  const { text } = await runOn(files, ["--quiet"]);
  const rows = rowsOf(text("grades.csv"));
  const sections = page.filter(({ tagName }) => tagName === "section");
  expect(page.filter(({ tagName }) => tagName === "script")).toEqual([]);
  for (const { sid = "", email = "" } of rows) {
    expect(html.includes(sid)).toBe(false);
    expect(email !== "" && html.includes(email)).toBe(false);
  }
  expect(html).not.toMatch(/\.csv|undecided|[0-9a-f]{64}/);
  return new Map(
    sections.map((section) => {
      const title = elementsIn(section).find(({ tagName }) => tagName === "h2");
      const track = title === undefined ? "" : contentOf(title);
      return [track, checkTrack(track, section, rows, threshold)];
    }),
  );
}

/** Lays the pages of several thresholds beside each other: together they tell of no fewer than the lowest. */
async function checkTogether(files: Files, thresholds: readonly number[]): Promise<void> {
  const pages: ReadonlyMap<string, Heights>[] = [];
  for (const threshold of thresholds) pages.push(await check(files, threshold));
  for (const track of pages[0]?.keys() ?? [])
    checkSteps(
      pages.flatMap((page) => [...(page.get(track)?.values() ?? [])]),
      Math.min(...thresholds),
    );
}

describe("the public page", () => {
  it("prints no group under the threshold and no two nested ones that differ by fewer, for the example class", async () => {
    for (const threshold of [2, 5, 10, 25, 60]) expect((await check(exampleClass(), threshold)).size).toBe(2);
  });

  it("does so for eighty random classes", async () => {
    let tracks = 0;
    for (let seed = 8101; seed <= 8180; seed += 1)
      tracks += (await check(randomClass(seed), [2, 5, 10][seed % 3] ?? 10)).size;
    expect(tracks).toBeGreaterThan(80);
  });

  it("tells no more beside pages with other thresholds, for the example class and twenty random ones", async () => {
    await checkTogether(exampleClass(), [5, 7, 10, 14, 20, 33]);
    for (let seed = 8201; seed <= 8220; seed += 1) await checkTogether(randomClass(seed), [3, 4, 6, 10]);
  });
});
