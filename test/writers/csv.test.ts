import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain, text } from "../../src/reports/table.ts";
import { csvText } from "../../src/writers/csv.ts";
import { smallTerm } from "../io/term.ts";
import { csv, runOn } from "../properties/run.ts";

describe("a text cell that a spreadsheet would run", () => {
  it.each(["=1+1", "+1", "-1", "@sum", "\tcell", "\rcell"])("gets an apostrophe: %j", (value) => {
    const [, row = []] = parse(csvText({ header: ["a"], rows: [[text(value)]] })) as string[][];
    expect(row).toEqual([`'${value}`]);
  });

  it.each(["Ada", "O'Neil", "a=b", "3-4", "'quoted'", "", " =1"])(
    "is left alone where it is none: %j",
    (value) => {
      const [, row = []] = parse(csvText({ header: ["a"], rows: [[text(value)]] }), {
        trim: false,
      }) as string[][];
      expect(row).toEqual([value]);
    },
  );

  it("is not touched where the cell is a number or an SID", () => {
    expect(csvText({ header: ["a", "b"], rows: [[plain("-3.5000"), plain("-8.3334")]] })).toBe(
      "a,b\n-3.5000,-8.3334\n",
    );
  });

  it("is defused in names, e-mail addresses and bases of grades.csv, and in the names of slip-days.csv", async () => {
    const roster = csv("sid,name,email,track,basis", [
      ["3034000001", '"=HYPERLINK(""x"")"', "+ada@example.edu", "182", "@letter"],
      ["3034000002", '"-Bo, =C"', "bo@example.edu", "182", "GRD"],
      ["3034000003", "Cy", "cy@example.edu", "182", "GRD"],
    ]);
    const { rows } = await runOn(new Map([...smallTerm(), ["roster.csv", roster]]), ["--quiet"]);
    const [first, second, third] = rows("grades.csv");
    expect([first?.name, first?.email, first?.basis]).toEqual([
      '\'=HYPERLINK("x")',
      "'+ada@example.edu",
      "'@letter",
    ]);
    expect([second?.name, second?.email]).toEqual(["'-Bo, =C", "bo@example.edu"]);
    expect(third?.name).toBe("Cy");
    expect(rows("slip-days.csv")[0]?.name).toBe('\'=HYPERLINK("x")');
  });

  it("does not keep negative totals from being numbers", async () => {
    const adjustments = csv("sid,assignment,action,value,reason", [
      ["3034000001", "midterm1", "set", "-500", "cheating"],
    ]);
    const { rows } = await runOn(new Map([...smallTerm(), ["adjustments.csv", adjustments]]), ["--quiet"]);
    const [first] = rows("grades.csv");
    expect(first?.midterm1).toBe("-500.0000");
    expect(first?.total).toMatch(/^-\d+\.\d{4}$/);
  });
});

describe("CSV text", () => {
  it("is read back cell by cell, whatever the cells hold", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "=", "é", "\t") }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (pairs) => {
        const rows = pairs.map(([a, b]) => [plain(`x${a}`), plain(`x${b}`)]);
        const read = parse(csvText({ header: ["a", "b"], rows })) as string[][];
        expect(read.slice(1)).toEqual(pairs.map(([a, b]) => [`x${a}`, `x${b}`]));
      }),
    );
  });

  it("is what csv-stringify writes, byte for byte", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "'", "é", "\t", "x") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (pairs) => {
        const rows = pairs.map((pair) => pair.map((value) => plain(value)));
        const expected = stringify([["a", "b"], ...pairs], { record_delimiter: "\n" });
        expect(csvText({ header: ["a", "b"], rows })).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("ends its lines with a line feed alone and quotes only what needs it", () => {
    const rows = [[plain("a b"), plain('say "hi"'), plain("c,d")]];
    expect(csvText({ header: ["x", "y", "z"], rows })).toBe('x,y,z\na b,"say ""hi""","c,d"\n');
  });
});
