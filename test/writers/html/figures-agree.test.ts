import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { randomClass } from "../../oracle/random-class.ts";
import { exampleClass } from "../../properties/example.ts";
import { type Files, type Row, rowsOf, runOn } from "../../properties/run.ts";
import { byId, contentOf, parsedPage, tableRows } from "../../support/parsed-page.ts";

interface JsonTrack {
  readonly students: number;
  readonly undecided: number;
  readonly fitted: number;
  readonly letter_graded: number;
  readonly gpa: { readonly exact: string; readonly shown: string } | null;
  readonly gpa_fitted: { readonly shown: string } | null;
  readonly letters: readonly {
    readonly letter: string;
    readonly cutoff: string | null;
    readonly count: number;
    readonly fitted: number;
  }[];
  readonly others: Readonly<Record<string, number>>;
}

interface Json {
  readonly tracks: Readonly<Record<string, JsonTrack>>;
  readonly undecided: readonly { readonly sid: string }[];
  readonly incomplete: readonly { readonly sid: string }[];
}

/** Halves up, by an evaluator of its own. */
function rounded(value: Fraction, places: number): string {
  const scaled = value
    .mul(10 ** places)
    .add(1, 2)
    .floor();
  const digits = scaled
    .abs()
    .toString()
    .padStart(places + 1, "0");
  return `${scaled.compare(0) < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const share = (part: number, whole: number) =>
  whole === 0 ? "-" : rounded(new Fraction(part * 100, whole), 1);

/** Compares every figure of one class; the number of tracks whose components could be compared too. */
async function check(files: Files): Promise<number> {
  let compared = 0;
  const text = await runOn(files, ["--no-color"]);
  const json = JSON.parse((await runOn(files, ["--json", "--quiet"])).world.out()) as Json;
  const page = parsedPage(text.text("report.html"));
  const rows = text.rows("grades.csv");
  for (const [track, own] of Object.entries(json.tracks)) {
    const ofTrack = rows.filter((row) => row.track === track);
    checkLetters(track, own, ofTrack, tableRows(page, `Letters of ${track}`), text.world.out());
    const populations = tableRows(page, "Who is counted where");
    const at = Object.keys(json.tracks).indexOf(track) + 1;
    const population = (name: string) => Number(populations.find(([title]) => title === name)?.[at] ?? 0);
    expect(population("students")).toBe(ofTrack.length);
    expect(population("letter grades, in the GPA")).toBe(own.letter_graded);
    expect(population("set the cut-offs")).toBe(own.fitted);
    expect(population("undecided")).toBe(ofTrack.filter(({ status }) => status === "undecided").length);
    for (const [grade, count] of Object.entries(own.others))
      expect(population(`${grade}, in no GPA`)).toBe(count);
    const parts = populations.filter(([title = ""]) => title.startsWith("do not: "));
    const notFitted = parts.reduce((sum, row) => sum + Number(row[at]), 0);
    expect(own.fitted + notFitted).toBe(own.letter_graded);
    compared += checkComponents(
      ofTrack,
      tableRows(page, `Components of ${track}`),
      text.rows("slip-days.csv"),
      files,
    );
    const days = tableRows(page, "Students by slip days used");
    for (const [day, count] of days.map((row) => [row[0], row[2 * at - 1]] as const))
      expect(Number(count)).toBe(ofTrack.filter((row) => row.slip_days_used === day).length);
  }
  const sids = (caption: string, expected: readonly string[]) =>
    expected.length > 0 && expect(tableRows(page, caption).map(([sid]) => sid)).toEqual(expected);
  const withStatus = (status: string) =>
    rows.filter((row) => row.status === status).map(({ sid = "" }) => sid);
  sids("Undecided students", withStatus("undecided"));
  sids("Incompletes", withStatus("incomplete"));
  expect(json.undecided.map(({ sid }) => sid)).toEqual(withStatus("undecided"));
  expect(json.incomplete.map(({ sid }) => sid)).toEqual(withStatus("incomplete"));
  expect(contentOf(byId(page, "decisions-title"))).toBe(`Decisions to take (${json.undecided.length})`);
  return compared;
}

/** Letters in page, JSON, terminal and grades.csv. */
function checkLetters(
  track: string,
  own: JsonTrack,
  rows: readonly Row[],
  shown: readonly (readonly string[])[],
  terminal: string,
): void {
  expect(shown.map(([letter]) => letter)).toEqual(own.letters.map(({ letter }) => letter));
  for (const [letter = "", cutoff, all, allShare, ...fitted] of shown) {
    const data = own.letters.find((one) => one.letter === letter);
    const count = rows.filter((row) => row.grade === letter).length;
    expect([Number(all), data?.count]).toEqual([count, count]);
    expect(cutoff).toBe(data?.cutoff ?? "");
    expect(allShare).toBe(share(count, own.letter_graded));
    if (fitted.length > 1)
      expect(fitted.slice(0, 2)).toEqual([String(data?.fitted), share(data?.fitted ?? 0, own.fitted)]);
    const cells = [letter, cutoff, all, allShare].filter((cell) => cell !== "");
    const section = terminal.slice(terminal.indexOf(`\n${track}: `));
    expect(
      section
        .split("\n")
        .some((line) => line.trim().split(/\s+/).slice(0, cells.length).join(" ") === cells.join(" ")),
    ).toBe(true);
  }
  if (own.gpa !== null) {
    const [numerator, denominator] = own.gpa.exact.split("/");
    expect(rounded(new Fraction(`${numerator}/${denominator}`), 3)).toBe(own.gpa.shown);
    expect(terminal).toContain(`GPA ${own.gpa.shown} of ${own.letter_graded} letter grade`);
  }
}

/** `HW 1` and `Homework 1` are hw1; only homework can be missing and still be in grades.csv. */
const idOf = (assignment = "") => assignment.toLowerCase().replaceAll(/\s/g, "").replace("homework", "hw");

/** Components against grades.csv, whose cells are cut to four digits: the shown value lies between both ends. */
function checkComponents(
  rows: readonly Row[],
  shown: readonly (readonly string[])[],
  ledger: readonly Row[],
  files: Files,
): 0 | 1 {
  const decided = rowsOf(files.get("adjustments.csv") ?? "sid,assignment,action\n").filter(
    ({ action }) => action?.trim() === "set" || action?.trim() === "zero",
  );
  const missing = new Set(
    ledger
      .filter(({ outcome }) => outcome === "missing")
      .map(({ sid, assignment }) => `${sid} ${assignment}`),
  );
  const ids = Object.keys(rows[0] ?? {}).slice(5, -7);
  const used = ids.filter((id) => rows.some((row) => row[id] !== ""));
  // A component of which nobody of the track has a score leaves no trace in grades.csv.
  if (used.length !== shown.length) return 0;
  used.forEach((id, index) => {
    const [, n, , , , , mean, sd, lowest, lower, median, upper, highest, zeros, full] = shown[index] ?? [];
    const own = rows.filter(
      (row) =>
        row[id] !== "" &&
        !(
          missing.has(`${row.sid} ${id}`) &&
          !decided.some(
            ({ sid, assignment }) =>
              sid?.trim().toLowerCase() === row.sid?.toLowerCase() && idOf(assignment) === id,
          )
        ),
    );
    const values = own.map((row) => new Fraction(row[id] ?? "")).sort((a, b) => a.compare(b));
    expect([id, Number(n)]).toEqual([id, values.length]);
    if (values.length === 0) return;
    const near = (text: string | undefined, value: Fraction) =>
      expect([rounded(value, 2), rounded(value.add(1, 10_000), 2)]).toContain(text);
    const sum = values.reduce((total, value) => total.add(value), new Fraction(0));
    const average = sum.div(values.length);
    near(mean, average);
    const quantile = (quarter: number) => {
      const position = new Fraction((values.length - 1) * quarter, 4);
      const below = Number(position.floor().toString());
      const [a, b] = [
        values[below] ?? new Fraction(0),
        values[below + 1] ?? values[below] ?? new Fraction(0),
      ];
      return a.add(b.sub(a).mul(position.sub(below)));
    };
    [lowest, lower, median, upper, highest].forEach((text, quarter) => {
      near(text, quantile(quarter));
    });
    expect(Number(zeros)).toBe(values.filter((value) => value.compare(0) === 0).length);
    expect(Number(full)).toBe(values.filter((value) => value.compare(100) >= 0).length);
    if (values.length < 2) expect(sd).toBe("-");
    else if (own.every((row) => row[id]?.endsWith("00"))) {
      const squares = values.reduce(
        (total, value) => total.add(value.sub(average).pow(2) ?? 0),
        new Fraction(0),
      );
      const variance = squares.div(values.length - 1);
      const [least, most] = [new Fraction(sd ?? "").sub(1, 200), new Fraction(sd ?? "").add(1, 200)];
      expect(least.compare(0) < 0 || variance.compare(least.mul(least)) >= 0).toBe(true);
      expect(variance.compare(most.mul(most))).toBeLessThan(0);
    }
  });
  return 1;
}

describe("the figures of page, terminal, JSON and grades.csv", () => {
  it("agree on the example class, and on it without its decisions", async () => {
    expect(await check(exampleClass())).toBe(2);
    expect(await check(new Map([...exampleClass()].filter(([name]) => name !== "adjustments.csv")))).toBe(2);
  });

  it("agree on thirty random classes", async () => {
    let compared = 0;
    for (let seed = 8301; seed <= 8330; seed += 1) compared += await check(randomClass(seed));
    expect(compared).toBeGreaterThan(30);
  });
});
