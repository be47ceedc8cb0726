import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readDecisions } from "../../src/records/decisions.ts";
import { readRoster } from "../../src/records/roster.ts";
import { readScores } from "../../src/records/scores.ts";
import { isMangledSid, sidKey } from "../../src/records/sid.ts";
import { readTable } from "../../src/records/table.ts";

function reading() {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const table = (text: string) => {
    const read = readTable("t.csv", text, report);
    if (read === undefined) throw new Error("no table");
    return read;
  };
  return { report, table, codes: () => found.map(({ code }) => code) };
}

describe("a roster", () => {
  const roster = (text: string) => {
    const { report, table, codes } = reading();
    return { sheet: readRoster(table(text), report), codes };
  };

  it("of CalCentral holds course, basis and terms, each with its cell", () => {
    const header =
      '"Name","Student ID","User ID","Role","Email Address","Course","Majors","Terms in Attendance","Grading Basis"';
    const { sheet } = roster(
      `${header}\n"Berg, Ada","1","9","Student","ada@x.edu","COMPSCI 282A","","G","S/U"\n`,
    );
    expect(sheet?.kind).toBe("CalCentral class roster, cross-listed");
    expect(sheet?.rows[0]).toMatchObject({
      sid: { value: "1", cell: { line: 2, column: 2 } },
      name: "Berg, Ada",
      email: "ada@x.edu",
      uid: "9",
      role: "Student",
      course: { value: "COMPSCI 282A", cell: { line: 2, column: 6 } },
      terms: { value: "G" },
      basis: { value: "S/U", cell: { line: 2, column: 9 } },
      track: undefined,
    });
  });

  it("in plain form needs a SID alone; titles are compared without case and double blanks", () => {
    const { sheet, codes } = roster("Student  id,FIRST NAME,Last Name\n7,Ada,Berg\n");
    expect(codes()).toEqual([]);
    expect(sheet?.rows[0]).toMatchObject({
      sid: { value: "7" },
      name: "Ada Berg",
      email: "",
      basis: undefined,
    });
  });

  it("without a SID column is no roster, and with two it is not clear which", () => {
    expect(roster("name,mail\nAda,a@x\n").codes()).toEqual(["roster-unknown"]);
    expect(roster("sid,name,student id\n1,Ada,2\n").codes()).toEqual(["header-repeated"]);
  });
});

describe("a score export", () => {
  const scores = (text: string) => {
    const { report, table, codes } = reading();
    return { sheet: readScores(table(text), report), codes };
  };

  it("of Gradescope has an assignment for each maximum, wherever its columns stand", () => {
    const header =
      "SID,HW 1 - Max Points,HW 1 - Lateness (H:M:S),HW 1,HW 1 - Submission Time,Total Lateness (H:M:S)";
    const { sheet } = scores(`${header}\n1,10,00:00:00,9,,00:00:00\n`);
    expect(sheet?.kind).toBe("Gradescope course export, 4 columns per assignment");
    expect(sheet?.sheets[0]?.assignments).toMatchObject([
      { title: "HW 1", score: 3, maximum: 1, submitted: 4, lateness: 2 },
    ]);
  });

  it("in plain form has one column for each assignment, and none for the people", () => {
    const { sheet } = scores("sid,name,email,section,hw1,midterm 1\n1,Ada,a@x,101,9,8\n");
    expect(sheet?.sheets[0]?.assignments.map(({ title, maximum }) => [title, maximum])).toEqual([
      ["hw1", undefined],
      ["midterm 1", undefined],
    ]);
  });

  it("without a SID column cannot be joined", () => {
    expect(scores("id,hw1\n1,2\n").codes()).toEqual(["scores-unknown"]);
  });
});

describe("a table of decisions", () => {
  it("has its columns by title, in any order, and blanks for optional ones that are not there", () => {
    const { report, table } = reading();
    const rows = readDecisions(table("days,sid\n2,1\n"), "extensions", ["sid", "days"], ["note"], report);
    expect(rows).toMatchObject([
      { sid: { value: "1", cell: { column: 2 } }, days: { value: "2" }, note: { value: "" } },
    ]);
  });

  it("names the columns that are missing", () => {
    const { report, table, codes } = reading();
    expect(readDecisions(table("sid\n1\n"), "extensions", ["sid", "days"], [], report)).toEqual([]);
    expect(codes()).toEqual(["table-unknown"]);
  });
});

describe("a SID", () => {
  it("is compared without blanks and case", () => {
    expect(sidKey(" X81 ")).toBe(sidKey("x81"));
  });

  it("that a spreadsheet turned into a number is known as such", () => {
    for (const text of ["3.03E+09", "3.03e9", "3034000017.0", "3034000017."])
      expect([text, isMangledSid(text)]).toEqual([text, true]);
    for (const text of ["3034000017", "x8100", "E12", "30.34.17", ""])
      expect([text, isMangledSid(text)]).toEqual([text, false]);
  });
});
