import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { randomClass } from "../../oracle/random-class.ts";
import { exampleClass } from "../../properties/example.ts";
import { type Files, type Row, runOn } from "../../properties/run.ts";
import {
  attribute,
  byId,
  contentOf,
  type Element,
  elementsIn,
  parsedPage,
  tableRows,
} from "../../support/parsed-page.ts";

interface Average {
  readonly shown: string;
}
interface JsonTrack {
  readonly fitted: number;
  readonly letter_graded: number;
  readonly gpa: Average | null;
  readonly gpa_fitted: Average | null;
  readonly letters: readonly { readonly letter: string; readonly count: number; readonly fitted: number }[];
}

/** A class in every output, track by track. */
interface Told {
  readonly page: readonly Element[];
  readonly terminal: string;
  readonly track: string;
  /** From 1, as the page numbers its figures. */
  readonly at: number;
  readonly json: JsonTrack;
  readonly rows: readonly Row[];
  readonly ledger: readonly Row[];
}

async function told(files: Files): Promise<readonly Told[]> {
  const run = await runOn(files, ["--no-color"]);
  const data = await runOn(files, ["--json", "--quiet"]);
  const { tracks } = JSON.parse(data.world.out()) as { readonly tracks: Record<string, JsonTrack> };
  const page = parsedPage(run.text("report.html"));
  const terminal = run.world.out();
  const rows = run.rows("grades.csv");
  return Object.entries(tracks).map(([track, json], index) => {
    const own = rows.filter((row) => row.track === track);
    const sids = new Set(own.map(({ sid }) => sid));
    const from = terminal.indexOf(`\n${track}: `);
    return {
      page,
      terminal: terminal.slice(from, from + (/\n\n\S/.exec(terminal.slice(from + 1))?.index ?? 1e6) + 1),
      track,
      at: index + 1,
      json,
      rows: own,
      ledger: run.rows("slip-days.csv").filter(({ sid }) => sids.has(sid)),
    };
  });
}

/** The cells of every body row in an element, group headings among them. */
const rowsIn = (within: Element) =>
  elementsIn(within)
    .filter(({ tagName }) => tagName === "tr")
    .map((row) => elementsIn(row).filter(({ tagName }) => tagName === "td" || tagName === "th"))
    .map((cells) => cells.map(contentOf));

const textOf = (page: readonly Element[], id: string) => contentOf(byId(page, id)).replaceAll("\n", " ");

function checkGpa({ page, terminal, track, json }: Told): void {
  const means = tableRows(page, "Grade point averages");
  const [all, fitted] = [json.gpa?.shown, json.gpa_fitted?.shown];
  const row = (who: string) => means.find(([name]) => name === `${track}, ${who}`)?.slice(1);
  expect(row("all letters")).toEqual(all && [String(json.letter_graded), all]);
  expect(row("fitted group")).toEqual(fitted && [String(json.fitted), fitted]);
  if (all !== undefined)
    expect(textOf(page, "letters")).toContain(`${track}: ${all}, of ${json.letter_graded} `);
  if (fitted === undefined) return;
  expect(textOf(page, "letters")).toContain(`; ${fitted}, of the ${json.fitted} `);
  expect(`${terminal.replaceAll(/\s+/g, " ")} `).toMatch(new RegExp(`; fitted group ${fitted}[; ]`));
}

function checkShares({ page, track, json }: Told): void {
  if (json.letter_graded === 0) return;
  const isFitted = tableRows(page, `Letters of ${track}`).some((row) => row.length > 5);
  expect(tableRows(page, `Shares of ${track}`).map(([letter, count]) => [letter, Number(count)])).toEqual(
    json.letters.map(({ letter, count, fitted }) => [letter, isFitted ? fitted : count]),
  );
}

/** Lower and upper border of a bin by its name. */
function bordersOf(name: string): readonly [number, number] {
  const [first = 0, second = first] = (name.match(/-?\d+/g) ?? []).map(Number);
  if (name.startsWith("below")) return [Number.NEGATIVE_INFINITY, first];
  return name.startsWith("from") ? [first, Number.POSITIVE_INFINITY] : [first, second];
}

/** Totals are cut to four digits downwards and borders are whole: no total changes its bin. */
function inside(rows: readonly Row[], name: string): number {
  const [from, to] = bordersOf(name);
  return rows.filter(({ total = "" }) => total !== "" && Number(total) >= from && Number(total) < to).length;
}

function checkBins({ page, terminal, at, rows }: Told): void {
  const all = rows.filter(({ total }) => total !== "");
  const drawn = [...terminal.matchAll(/^ *(\S.*?) │\S* (\d+)(?: ┄.*)?$/gm)];
  expect(drawn.map(([, name = "", count]) => [name, Number(count)])).toEqual(
    drawn.map(([, name = ""]) => [name, inside(rows, name)]),
  );
  expect(drawn.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(all.length);
  if (all.length === 0) return;
  const bins = rowsIn(byId(page, `totals-${at}`));
  const [head = [], ...body] = bins;
  const column = (title: string) => head.indexOf(title);
  for (const row of body)
    expect([row[0], Number(row[column("all")])]).toEqual([row[0], inside(rows, row[0] ?? "")]);
  expect(body.reduce((sum, row) => sum + Number(row[column("all")]), 0)).toBe(all.length);
  expect(body.at(-1)?.at(-1)).toBe("100.0");
}

const OUTCOMES = ["on-time", "accepted-late", "rejected-late", "missing", "ungraded"];

function checkHomeworks({ page, track, ledger }: Told): void {
  const shown = tableRows(page, "What became of each homework").filter((row) => row[1] === track);
  for (const [title, , ...counts] of shown) {
    const id = title?.toLowerCase().replace(/^homework /, "hw");
    const own = ledger.filter(({ assignment }) => assignment === id);
    expect([title, ...counts.slice(0, 5)]).toEqual([
      title,
      ...OUTCOMES.map((outcome) => String(own.filter((row) => row.outcome === outcome).length)),
    ]);
  }
}

/** Whom the page lists near a cut-off has the total of grades.csv, and nobody who is nearer than half a point is left out. */
function checkNear({ page, track, rows }: Told): number {
  const table = page.find(
    (own) =>
      own.tagName === "table" &&
      elementsIn(own).some(
        (child) => child.tagName === "caption" && contentOf(child) === `Near a cut-off of ${track}`,
      ),
  );
  const listed = new Set<string>();
  let cutoff = new Fraction(0);
  for (const row of table === undefined ? [] : rowsIn(table).slice(1)) {
    const heading = /^\S+ (-?[\d.]+): \d+ above, \d+ below$/.exec(row[0] ?? "");
    if (row.length === 1) cutoff = new Fraction(heading?.[1] ?? "none");
    else {
      const [, total = "", away = "", , sid = ""] = row;
      expect([sid, rows.find((own) => own.sid === sid)?.total]).toEqual([sid, total]);
      // Both are cut to four digits, towards the side that promises less.
      const distance = new Fraction(total).sub(cutoff);
      expect([sid, away.startsWith("-")]).toEqual([sid, distance.compare(0) < 0]);
      expect(
        distance
          .sub(new Fraction(away.replace("+", "")))
          .abs()
          .compare(new Fraction(1, 5000)),
      ).toBeLessThan(0);
      listed.add(`${sid} ${cutoff.toFraction()}`);
    }
  }
  for (const { letter, cutoff: text } of lettersOf(page, track))
    for (const { sid, total = "", status, notes = "" } of rows) {
      if (total === "" || status !== "final" || notes.includes("grade given")) continue;
      const distance = new Fraction(total).sub(text).abs();
      if (distance.compare(new Fraction(4999, 10_000)) < 0)
        expect([letter, sid, listed.has(`${sid} ${new Fraction(text).toFraction()}`)]).toEqual([
          letter,
          sid,
          true,
        ]);
    }
  return listed.size;
}

const lettersOf = (page: readonly Element[], track: string) =>
  tableRows(page, `Letters of ${track}`)
    .filter(([, cutoff]) => cutoff !== "")
    .map(([letter = "", cutoff = ""]) => ({ letter, cutoff }));

async function check(files: Files): Promise<number> {
  let near = 0;
  for (const own of await told(files)) {
    checkGpa(own);
    checkShares(own);
    checkBins(own);
    checkHomeworks(own);
    near += checkNear(own);
  }
  return near;
}

describe("averages, shares, bins, homeworks and near students of the page", () => {
  it("are those of the other outputs on the example class", async () => {
    expect(await check(exampleClass())).toBeGreaterThan(80);
  });

  it("are so on twenty random classes", async () => {
    let near = 0;
    for (let seed = 8401; seed <= 8420; seed += 1) near += await check(randomClass(seed));
    expect(near).toBeGreaterThan(100);
  });

  it("stand in figures with a title, a description and their numbers as a table with headers", async () => {
    const page = parsedPage((await runOn(exampleClass(), ["--quiet"])).text("report.html"));
    const figures = page.filter(({ tagName }) => tagName === "figure");
    expect(figures.length).toBe(8);
    for (const figure of figures) {
      const inside = elementsIn(figure);
      const svg = inside.find(({ tagName }) => tagName === "svg");
      const [title, description] = (svg && attribute(svg, "aria-labelledby")?.split(" ")) ?? [];
      for (const [tag, id] of [
        ["title", title],
        ["desc", description],
      ]) {
        const own = inside.find((element) => attribute(element, "id") === id);
        expect([id, own?.tagName, own !== undefined && contentOf(own).length > 9]).toEqual([id, tag, true]);
      }
      const [head = [], ...rows] = rowsIn(figure);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) expect(row.length).toBe(head.length);
      const heads = inside
        .filter((element) => element.tagName === "th")
        .map((own) => attribute(own, "scope"));
      expect(new Set(heads)).toEqual(new Set(["col", "row"]));
    }
  });
});
