import { describe, expect, it } from "vitest";
import { given } from "../../src/derivation/derivation.ts";
import { parseDecimal } from "../../src/exact/decimal.ts";
import { type Rational, rational } from "../../src/exact/rational.ts";
import type { TrackCutoffs } from "../../src/policy/curve/cutoffs.ts";
import { drawingOn } from "../../src/writers/drawing.ts";
import { histogramLines } from "../../src/writers/histogram.ts";
import { palette } from "../../src/writers/palette.ts";
import { exampleClass } from "../properties/example.ts";
import { runOn } from "../properties/run.ts";

const PLAIN = palette(false);

function cutoffs(...rows: readonly (readonly [string, string])[]): TrackCutoffs {
  return {
    track: "182",
    cutoffs: rows.map(([letter, text]) => ({ letter, cutoff: given("curve.shares", letter, exact(text)) })),
    lowest: "F",
    source: { method: "frozen", by: "decision.cutoffs", from: undefined, fit: undefined },
  };
}

function exact(text: string): Rational {
  return parseDecimal(text) ?? rational(0);
}

/** As many students as each count says, in bins of two from 60 up. */
function totals(...counts: readonly number[]): readonly Rational[] {
  return counts.flatMap((count, bin) => new Array<Rational>(count).fill(rational(61 + 2 * bin)));
}

const lines = (of: readonly Rational[], marks: TrackCutoffs, columns?: number, ascii = false) =>
  histogramLines({ totals: of, cutoffs: marks }, PLAIN, drawingOn(columns, ascii));

describe("the histogram in the terminal", () => {
  // 40 columns leave 40 - 16 - 12 - 2 - 2 - 4 = 4 for the longest bar: 32 eighths for 8 students, 4 for each.
  it("draws bars to the eighth of a column, and leads to the cut-offs of a bin", () => {
    expect(lines(totals(1, 2, 3, 0, 8), cutoffs(["A", "68.5"], ["B", "64"]), 40)).toEqual([
      "    68 to 70 │████ 8 ┄┄ A 68.5",
      "    66 to 68 │ 0",
      "    64 to 66 │█▌ 3 ┄┄┄┄ B 64",
      "    62 to 64 │█ 2",
      "    60 to 62 │▌ 1",
    ]);
  });

  it("draws the same with plain characters, whole columns, when asked", () => {
    expect(lines(totals(1, 2, 3, 0, 8), cutoffs(["A", "68.5"], ["B", "64"]), 40, true)).toEqual([
      "    68 to 70 |#### 8 -- A 68.5",
      "    66 to 68 | 0",
      "    64 to 66 |## 3 ---- B 64",
      "    62 to 64 |# 2",
      "    60 to 62 |# 1",
    ]);
  });

  it("is one bin where every total is far below zero, and ends, however far", () => {
    for (const total of ["-50", "-77264818265354056558857"])
      expect(lines([exact(total)], cutoffs(["B", "64"]), 40)).toEqual([
        "       above B 64",
        "   below -18 │████ 1",
      ]);
  });

  it("shows one student beside a thousand", () => {
    const [last = "", first = ""] = lines(totals(1, 1000), cutoffs());
    expect(first).toBe("    60 to 62 │▏ 1");
    expect(last).toMatch(/^ {4}62 to 64 │█+ 1000$/);
  });

  it("names the cut-offs that lie beyond everybody's total, and several of one bin on further lines", () => {
    const all = cutoffs(["A", "91"], ["A-", "63.75"], ["B+", "63.5"], ["B", "62"], ["D", "51"]);
    expect(lines(totals(2, 4), all, 40)).toEqual([
      "       above A 91",
      "    62 to 64 │████ 4 ┄┄ A- 63.75,",
      "                        B+ 63.5, B 62",
      "    60 to 62 │██ 2",
      "       below D 51",
    ]);
  });

  it("draws nothing for a track without totals", () => {
    expect(lines([], cutoffs(["A", "90"]))).toEqual(["    no totals yet"]);
  });
});

describe("the width of the histogram", () => {
  const drawn = async (columns: number | undefined, args: readonly string[] = []) => {
    const { world } = await runOn(
      exampleClass(),
      args,
      columns === undefined ? {} : { terminal: true, columns },
    );
    const text = world.out().replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "");
    const found = text.split("\n").filter((line) => /[│|][█#▏▎▍▌▋▊▉]* \d/.test(line));
    expect(found.length).toBeGreaterThan(40);
    return found;
  };
  const widest = (found: readonly string[]) => Math.max(...found.map((line) => line.length));

  it("follows the terminal and never exceeds it, up to 100 columns", async () => {
    for (const columns of [40, 53, 72, 80, 99, 100]) {
      const found = widest(await drawn(columns));
      expect(found).toBeLessThanOrEqual(columns);
      expect(found).toBeGreaterThan(columns - 12);
    }
    expect(await drawn(200)).toEqual(await drawn(100));
  });

  it("is that of 80 columns where there is no terminal", async () => {
    expect(await drawn(undefined)).toEqual(await drawn(80));
  });

  it("is drawn in ASCII alone with --ascii", async () => {
    for (const line of await drawn(80, ["--ascii"])) expect(line).toMatch(/^[ -~]+$/);
  });
});
