import { parse } from "csv-parse/sync";
import Fraction from "fraction.js";
import { beforeAll, describe, expect, it } from "vitest";
import { clauses } from "../../src/policy/clauses.ts";
import { interpretations } from "../../src/policy/interpretations.ts";
import { oracle } from "../oracle/oracle.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { type Explained, explainedClass, type PrintedContribution, type PrintedLine } from "./explained.ts";
import { sumsBelow } from "./printed-sums.ts";

/** The properties of explanations, on the example class and on as many random classes as asked for. */
export function explanationProperties(classCount: number): void {
  const IDS = new Set([...Object.keys(clauses), ...Object.keys(interpretations)]);

  interface OneClass {
    readonly name: string;
    readonly files: ReadonlyMap<string, string>;
    readonly students: readonly Explained[];
  }
  let classes: readonly OneClass[] = [];

  beforeAll(async () => {
    const seeds = Array.from({ length: classCount }, (_, index) => 7001 + index);
    const example = exampleClass();
    const undecided = new Map([...example].filter(([name]) => name !== "adjustments.csv"));
    const all: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
      ["the example class", example],
      ["the example class before any decision", undecided],
      ...seeds.map((seed) => [`class ${seed}`, randomClass(seed)] as const),
    ];
    classes = await Promise.all(
      all.map(async ([name, files]) => ({ name, files, students: await explainedClass(files) })),
    );
  }, 300_000);

  /** Every student with a name for a failure. */
  function* everybody() {
    for (const { name, files, students } of classes)
      for (const student of students) yield { ...student, files, place: `${name}, ${student.printed.sid}` };
  }

  function sumOf(contributions: readonly PrintedContribution[]): Fraction {
    return contributions.reduce((sum, { contribution }) => sum.add(contribution), new Fraction(0));
  }

  function product({ weight, points, maximum }: PrintedContribution): Fraction {
    const marks = new Fraction(weight).mul(points);
    return maximum === null ? marks : marks.div(maximum);
  }

  const allLines = (lines: readonly PrintedLine[]): readonly PrintedLine[] =>
    lines.flatMap((line) => [line, ...allLines(line.from)]);

  /** The rows of a CSV file by the line that each begins on. */
  function rowsByLine(text: string): ReadonlyMap<number, readonly string[]> {
    const rows = new Map<number, readonly string[]>();
    parse(text, {
      relax_column_count: true,
      bom: true,
      trim: true,
      on_record: (row: readonly string[], { lines }: { readonly lines: number }) => {
        rows.set(lines - row.join("").split("\n").length + 1, row);
        return null;
      },
    });
    return rows;
  }

  describe(`the explanation of every student of the example class and of ${classCount} random classes`, () => {
    it("adds up: weight x points / maximum is each contribution, and their sum the total, exactly", () => {
      const wrong: string[] = [];
      let totals = 0;
      for (const { printed, place } of everybody()) {
        const own = { ...printed, total: printed.total ?? printed.total_if_zero };
        const sums = [own, ...printed.readings];
        for (const { contributions, total } of sums) {
          for (const own of contributions)
            if (!product(own).equals(own.contribution)) wrong.push(`${place}: ${JSON.stringify(own)}`);
          if (total === null) continue;
          totals += 1;
          if (!sumOf(contributions).equals(total.exact)) wrong.push(`${place}: ${total.exact}`);
          const weights = contributions.reduce((sum, { weight }) => sum.add(weight), new Fraction(0));
          if (!weights.equals(100)) wrong.push(`${place}: weights ${weights.toFraction()}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(totals).toBeGreaterThan(classCount * 10);
    });

    it("adds up as a reader does it, from the printed lines alone", () => {
      const wrong: string[] = [];
      let sums = 0;
      for (const { text, place } of everybody()) {
        const found = [...text.matchAll(/(\S+) x (\S+)(?: \/ (\S+))? = (?:\S+\.\.\. = )?(\S+)/g)];
        const products = found.map(([, weight = "", points = "", maximum = "1", value = ""]) => {
          if (!new Fraction(weight).mul(points).div(maximum).equals(value)) wrong.push(`${place}: ${value}`);
          return value;
        });
        const total = /(?:^|\s)(\S+) is the total: ([^a-z]+?)\s+i\.rounding/.exec(text);
        if (total === null) continue;
        sums += 1;
        const terms = (total[2] ?? "").replaceAll(/\s+/g, " ").replaceAll("- ", "+ -").split(" + ");
        const sum = terms.reduce((all, term) => all.add(term), new Fraction(0));
        if (!sum.equals(total[1] ?? "")) wrong.push(`${place}: ${total[0]}`);
        const shown = products.reduce((all, value) => all.add(value), new Fraction(0));
        if (!shown.equals(total[1] ?? "")) wrong.push(`${place}: lines give ${shown.toFraction()}`);
      }
      expect(wrong).toEqual([]);
      expect(sums).toBeGreaterThan(classCount * 10);
    });

    it("adds up below each product too: scores, maxima, deductions, weights taken over and slip days", () => {
      const wrong: string[] = [];
      let sums = 0;
      for (const own of everybody()) {
        const found = sumsBelow(own);
        wrong.push(...found.wrong.map((text) => `${own.place}: ${text}`));
        sums += found.sums;
      }
      expect(wrong).toEqual([]);
      expect(sums).toBeGreaterThan(classCount * 100);
    });

    it("has the total, the letter and the grade that were computed independently", () => {
      const wrong: string[] = [];
      for (const { name, files, students } of classes) {
        const [header = [], ...rows] = oracle(new Map(files)).grades;
        const at = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? "";
        const expected = new Map(rows.map((row) => [at(row, "sid"), row]));
        for (const { printed } of students) {
          const row = expected.get(printed.sid) ?? [];
          const own = [printed.total?.shown, printed.letter, printed.grade, printed.status].map(
            (v) => v ?? "",
          );
          const other = ["total", "letter", "grade", "status"].map((column) => at(row, column));
          if (own.join() !== other.join()) wrong.push(`${name}, ${printed.sid}: ${own}, expected ${other}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it("names for each score and maximum the cell that holds it", () => {
      const wrong: string[] = [];
      let cells = 0;
      for (const { files, students, name } of classes) {
        const tables = new Map<string, ReadonlyMap<number, readonly string[]>>();
        const cellAt = (file: string, line: number, column: number) => {
          const table = tables.get(file) ?? rowsByLine(files.get(file) ?? "");
          tables.set(file, table);
          return table.get(line)?.[column - 1];
        };
        for (const { printed } of students)
          for (const { text } of allLines(printed.why))
            for (const [, value, file = "", line, column] of text.matchAll(
              /(?<!\S)(-?[\d.]+) \(([^\s():]+\.csv):(\d+):(\d+)\)/g,
            )) {
              cells += 1;
              const found = cellAt(file, Number(line), Number(column));
              if (
                found === undefined ||
                !/^-?[\d.]+$/.test(found) ||
                !new Fraction(found).equals(value ?? "")
              )
                wrong.push(`${name}, ${printed.sid}: ${text}: ${found}`);
            }
      }
      expect(wrong).toEqual([]);
      expect(cells).toBeGreaterThan(20_000);
    });

    it("cites a clause, an interpretation or a cell on every line", () => {
      const wrong: string[] = [];
      for (const { printed, place } of everybody())
        for (const { by, cells, text } of allLines([...printed.why, ...printed.decisions]))
          if (by === null ? cells.length === 0 : !IDS.has(by)) wrong.push(`${place}: ${text}`);
      expect(wrong).toEqual([]);
    });

    it("has words of its own for every step that makes a score", () => {
      const wrong: string[] = [];
      for (const { printed, place } of everybody())
        for (const { text } of allLines(printed.why))
          if (/: (?:counts\b|sum$|instead$|points taken away|not handed in$)/.test(text))
            wrong.push(`${place}: ${text}`);
      expect(wrong).toEqual([]);
    });

    it("names the row and the reason of every decision about the student", () => {
      const wrong: string[] = [];
      let decisions = 0;
      for (const own of everybody())
        for (const row of own.decisions) {
          decisions += 1;
          if (!own.text.includes(`${row}:`)) wrong.push(`${own.place}: ${row}`);
        }
      expect(wrong).toEqual([]);
      expect(decisions).toBeGreaterThan(classCount * 2);
    });

    it("fits 80 columns, without blanks at the end and without gaps in the words", () => {
      const wrong: string[] = [];
      for (const { text, full, place } of everybody())
        for (const line of [...text.split("\n"), ...full.split("\n")])
          if (line.length > 80 || /\s$|undefined|NaN|\[object|\( |\(\)|: :|, ,/.test(line))
            wrong.push(`${place}: ${line}`);
      expect(wrong).toEqual([]);
    });

    it("says a distance that, gained on one component alone, reaches the cut-off exactly", () => {
      const wrong: string[] = [];
      let steps = 0;
      for (const { printed, place } of everybody()) {
        const { next, above, total, contributions } = printed;
        if (
          above !== null &&
          !new Fraction(total?.exact ?? "").sub(above.percent_points).equals(above.cutoff)
        )
          wrong.push(`${place}: ${JSON.stringify(above)}`);
        for (const {
          component,
          points,
          points_rounded_up: enough,
          points_left: left,
          reachable,
        } of next?.components ?? []) {
          steps += 1;
          const own = contributions.find((contribution) => contribution.component === component);
          const gain = own && new Fraction(own.weight).mul(points).div(own.maximum ?? 1);
          const is = new Fraction(total?.exact ?? "").add(gain ?? 0);
          const tooMuch = new Fraction(enough).sub(points);
          if (own?.maximum !== null && !is.equals(next?.cutoff ?? "")) wrong.push(`${place}: ${component}`);
          if (tooMuch.compare(0) < 0 || tooMuch.compare("0.0001") >= 0) wrong.push(`${place}: ${enough}`);
          if (reachable !== new Fraction(points).compare(left) <= 0) wrong.push(`${place}: ${component}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(steps).toBeGreaterThan(classCount * 25);
    });
  });
}
