import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { fieldAt, readTable } from "../../src/records/table.ts";
import { csvText } from "../oracle/random-dice.ts";

function read(text: string) {
  const found: Diagnostic[] = [];
  const table = readTable("t.csv", text, (diagnostic) => void found.push(diagnostic));
  return { table, codes: found.map(({ code, at }) => `${code} ${at?.line ?? ""}:${at?.column ?? ""}`) };
}

describe("a CSV table", () => {
  it("remembers the line on which each row begins, across line breaks in quotes and blank lines", () => {
    const { table, codes } = read('sid,note\n1,"two\nlines"\n\n2,plain\n , \n3,"a ""b"" c"\n');
    expect(codes).toEqual([]);
    expect(table?.rows).toEqual([
      { line: 2, cells: ["1", "two\nlines"] },
      { line: 5, cells: ["2", "plain"] },
      { line: 7, cells: ["3", 'a "b" c'] },
    ]);
  });

  it("counts a line break of Windows once, inside quotes, outside, and where a file mixes them", () => {
    const lines = (text: string) => read(text).table?.rows.map(({ line }) => line);
    expect(lines("a,b\r\n1,2\r\n\r\n3,4\r\n")).toEqual([2, 4]);
    expect(lines('a,b\r\n1,"x\r\ny"\r\n3,4\r\n5,6\r\n')).toEqual([2, 4, 5]);
    expect(lines('a,b\n1,"x\r\ny"\n3,4\n')).toEqual([2, 4]);
    expect(lines("a,b\n1,2\r\n\n3,4\n5,6\n")).toEqual([2, 4, 5]);
  });

  it("counts columns from one and reads a short row as blank beyond its end", () => {
    const { table } = read("a,b,c\n1,2\n");
    const [row] = table?.rows ?? [];
    if (table === undefined || row === undefined) throw new Error("no row");
    expect(fieldAt(table, row, 1)).toEqual({ value: "2", cell: { file: "t.csv", line: 2, column: 2 } });
    expect(fieldAt(table, row, 2)).toEqual({ value: "", cell: { file: "t.csv", line: 2, column: 3 } });
  });

  it("may begin with a byte-order mark, also before a quote", () => {
    expect(read("\uFEFFsid,a\n1,2\n").table?.header).toEqual(["sid", "a"]);
    expect(read('\uFEFF"sid","a"\n1,2\n').table?.header).toEqual(["sid", "a"]);
  });

  it("trims blanks around cells, also inside quotes and of other alphabets", () => {
    expect(read('a,b\n  1 ," 2 "\n').table?.rows[0]?.cells).toEqual(["1", "2"]);
    expect(read("a,b\n\u00a01\u00a0,2\n").table?.rows[0]?.cells).toEqual(["1", "2"]);
  });

  it("says where a quote is wrong, and where a row is longer than the header", () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n').codes).toEqual(["csv-malformed 3:"]);
    expect(read('a,b\n1,x"y\n').codes).toEqual(["csv-malformed 2:"]);
    expect(read("a,b\n1,2,3\n").codes).toEqual(["row-too-long 2:3"]);
    expect(read("a,b\n1,2,,\n").codes).toEqual([]);
  });

  it("is empty without a header", () => {
    expect(read("").codes).toEqual(["file-empty :"]);
    expect(read("\n \n").codes).toEqual(["file-empty :"]);
  });

  it("gives back whatever cells were written, each with its own line and column", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", '"', ",", "\n", " ", "é", ";") });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, always) => {
        const named = drawn.map(([a, b]) => [`x${a}x`, `y${b}y`]);
        const text = csvText([["one", "two"], ...named], always);
        const { table, codes } = read(text);
        expect(codes).toEqual([]);
        expect(table?.rows.map(({ cells }) => cells)).toEqual(named);
        let line = 2;
        named.forEach((cells, index) => {
          expect(table?.rows[index]?.line).toBe(line);
          line += 1 + cells.join("").split("\n").length - 1;
        });
      }),
    );
  });
});
