import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readRoster } from "../../src/records/roster.ts";
import { readScores } from "../../src/records/scores.ts";
import { readRaggedTable } from "../../src/records/table.ts";

function reading(text: string, file = "t.csv") {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const table = readRaggedTable(file, text, report);
  if (table === undefined) throw new Error("no table");
  const said = () =>
    found.map(({ code, at }) => [code, at?.line, at?.column].filter((part) => part !== undefined));
  return {
    scores: () => readScores(table, report),
    roster: () => readRoster(table, report),
    said,
    messages: () => found.map(({ message }) => message),
  };
}

const FOUR = (title: string) =>
  ["", " - Max Points", " - Submission Time", " - Lateness (H:M:S)"].map((end) => title + end).join(",");

describe("a score file is known by its header as", () => {
  it.each([
    [`First Name,Last Name,SID,Email,Sections,${FOUR("HW 1")},Total Lateness (H:M:S)`, "4 columns per"],
    [`First Name,Last Name,SID,Email,section_name,${FOUR("HW 1")}`, "Gradescope course export"],
    [`First Name,Last Name,SID,Email,${FOUR("HW 1")}`, "Gradescope course export"],
    [`Names,SID,Email,${FOUR("HW 1")}`, "Gradescope course export"],
    [`b'Name,SID,Email,${FOUR("HW 1")}`, "Gradescope course export"],
    ["Name,SID,Email,Total Score,Version,Status,Submission ID,Submission Time", "scores of one assignment"],
    [
      "First Name,Last Name,SID,Email,Sections,section_name,Total Score,Max Points,Status",
      "of one assignment",
    ],
    ["Student,ID,SIS User ID,SIS Login ID,Section,HW 1 (7)", "Canvas gradebook"],
    ['"LastName,FirstName",ID,SIS User ID,Section,HW 1 (7)', "Canvas gradebook"],
    ["Student;ID;SIS User ID;SIS Login ID;Section;HW 1 (7)", "Canvas gradebook"],
    ["sid,assignment,score", "table with a row per score"],
    ["sid\thw1\thw2", "plain score table"],
  ])("%s", (header, kind) => {
    const { scores, said } = reading(`${header}\n`);
    expect(scores()?.kind).toContain(kind);
    expect(said()).toEqual([]);
  });
});

describe("a roster is known by its header as", () => {
  it.each([
    [
      '"Name","Student ID","User ID","Role","Email Address","LEC","LEC","DIS","Majors","Terms in Attendance","Units","Grading Basis","Waitlist Position"',
      "CalCentral class roster",
    ],
    [
      "Name,Student ID,User ID,Role,Email Address,Course,LEC,Majors,Terms in Attendance",
      "CalCentral class roster, cross-listed",
    ],
    [
      "Name,Student ID,User ID,Role,Email Address,Sections,Majors,Terms in Attendance,Units,Grading Basis,Waitlist Position",
      "CalCentral class roster (2016-2018 layout)",
    ],
    ["Name,Student ID,User ID,Role,Email Address,Sections", "CalCentral class roster (2014-2016 layout)"],
    ["Name,Student ID,UID,Role,Email address,Sections", "bCourses roster"],
    [" ID,Name,Grade,Grading Basis,Comments", "E-Grades list"],
    ["SID,Name,Grade,Grading Basis,Comments", "E-Grades list"],
    ["First Name,Last Name,SID,Email,Role,Section", "Gradescope roster"],
    ["sid,name,email,track,basis", "plain roster"],
  ])("%s", (header, kind) => {
    const { roster, said } = reading(`${header}\n`);
    expect(roster()?.kind).toBe(kind);
    expect(said()).toEqual([]);
  });
});

describe("a file that is known and useless is refused by its name", () => {
  it.each([
    ["Assignment Submission ID,Question Submission ID,SID,Score", "Gradescope evaluations of one question"],
    [
      "First & Last Name Swap,Extension Type,Sections,Release (EST),Due (EST),Edit",
      "a table of Gradescope extensions",
    ],
    [
      "Assignment,Student Name,Student ID,Requested At,Original Due Date,Requested Due Date,Status",
      "a list of extension requests",
    ],
    ["sid,assignment,days,reason", "a table of extensions"],
    ["sid,assignment,action,value,reason", "a table of adjustments"],
    ["track,letter,cutoff", "a table of cut-offs"],
    ["sid,name,slip_days_used,letter,grade_if_zero", "results of an earlier run (grades.csv)"],
    ["sid,name,days_late,days_charged,outcome", "results of an earlier run (slip-days.csv)"],
    ["assignment,student_id,raw_score,late_submission_penalty,score", "an nbgrader grade table"],
    [
      "First name,Last name,ID number,Email address,Quiz: 1 (Real),Last downloaded from this course",
      "a Moodle grade export",
    ],
    ["UID,Name,UIN,Role,Enrollment,Labels,HW1", "a PrairieLearn gradebook"],
    ["Email,first_name,last_name,Lecture,grace_days_used,hw1,version,hw2,version", "an Autolab gradebook"],
    ["Submission Time,Email,Total,Q1,First name,Section,Lecture", "scores of one Autolab assessment"],
    [
      "OrgDefinedId,Username,HW1 Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator",
      "a Brightspace grade export",
    ],
    ["Enrl Cd,Perm #,Grade,Final Units", "a grade sheet of another campus"],
  ])("%s", (header, name) => {
    for (const as of ["scores", "roster"] as const) {
      const read = reading(`${header}\n`);
      expect(read[as]()).toBeUndefined();
      expect(read.said()).toEqual([["file-other-kind", 1]]);
      expect(read.messages()[0]).toContain(name);
    }
  });
});

describe("rosters and scores", () => {
  it("are told apart when one stands in the other's place", () => {
    for (const header of [
      "Name,Student ID,UID,Role,Email address",
      "First Name,Last Name,SID,Email,Role",
      "sid,name,email,track",
    ]) {
      const read = reading(`${header}\n`);
      expect([header, read.scores(), read.said()]).toEqual([header, undefined, [["file-other-kind", 1]]]);
    }
    for (const header of ["sid,hw1,hw2", "sid,assignment,score", `Name,SID,Email,${FOUR("HW 1")}`]) {
      const read = reading(`${header}\n`);
      expect([header, read.roster(), read.said()]).toEqual([header, undefined, [["file-other-kind", 1]]]);
    }
  });

  it("with a header that nobody knows are refused with what was looked for and what is nearest", () => {
    const read = reading("Studnt ID,Name\n");
    expect(read.roster()).toBeUndefined();
    expect(read.messages()).toEqual([
      'this is no roster: its header has no column SID or Student ID (nearest: "Studnt ID").',
    ]);
  });
});

describe("a Canvas gradebook", () => {
  const HEADER = "Student,ID,SIS User ID,SIS Login ID,Section,Notes,HW 1 (extra) (7),Final Score";
  const POINTS = "    Points Possible,,,,,(read only),10.00,(read only)";

  it("has people, maxima and assignments apart from its own rows and columns", () => {
    const rows = [
      ",,,,,,Manual Posting,",
      POINTS,
      '"Moreno, Ada",1,3034,ada@x.edu,"A, B, and C",n,9.50,1',
      '"=""=Evil, Name""",2,UID:40,inactive-40,A,,EX,1',
      '"Student, Test",3,,0123abc,A,,,',
    ];
    const file = reading(`${HEADER}\n${rows.join("\n")}\n`).scores();
    const [sheet] = file?.sheets ?? [];
    expect(sheet?.assignments.map(({ title, maximum }) => [title, maximum])).toEqual([["HW 1 (extra)", 6]]);
    expect(sheet?.maxima?.line).toBe(3);
    expect(sheet?.rows.map(({ sid, name, email }) => [sid.value, name, email])).toEqual([
      ["3034", "Moreno, Ada", "ada@x.edu"],
      ["UID:40", "=Evil, Name", ""],
    ]);
    expect(file?.skipped.map(({ cell, why }) => [cell.line, why])).toEqual([[6, "test student"]]);
    expect(file?.ownColumns).toEqual([{ what: "read-only", titles: ["Notes", "Final Score"] }]);
  });

  it.each([
    [";", ["9,50", "8,00"], true],
    [";", ["9,5", "8"], true],
    [";", ["9,5", "8.0"], false],
    [",", ["9,50", "8,00"], true],
    [",", ["9,50", "8"], false],
    [",", ["9,5", "8,00"], false],
    [",", ["9.50", "8.00"], false],
  ])(
    "separated by %j with scores %j has a decimal comma: %j",
    (separator, [one = "", two = ""], expected) => {
      const quoted = (text: string) => (separator === "," ? `"${text}"` : text);
      const table = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "HW 1 (7)"],
        ["A", "1", "11", "x", "S", quoted(one)],
        ["B", "2", "12", "y", "S", quoted(two)],
      ];
      const file = reading(table.map((row) => `${row.join(separator)}\n`).join("")).scores();
      expect(file?.sheets[0]?.style.decimalComma).toBe(expected);
    },
  );
});

describe("Gradescope's scores of one assignment", () => {
  const HEADER =
    "Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,Lateness (H:M:S),1: A (2.0 pts),2.1: B (m) (0.5 pts)";

  it.each([
    ["scores-hw1.csv", "hw1"],
    ["Homework_1_scores.csv", "Homework 1"],
    ["term/Homework_1_scores (2).csv", "Homework 1"],
    ["scores-midterm-1.csv", "midterm 1"],
    ["Homework_1__Backprop_scores.csv", "Homework 1: Backprop"],
  ])("in %s are of %s", (file, title) => {
    const [own] = reading(`${HEADER}\n`, file).scores()?.sheets[0]?.assignments ?? [];
    expect([own?.title, ...(own?.otherTitles ?? [])]).toContain(title);
  });

  it("have question columns of their own", () => {
    const { scores } = reading(`${HEADER}\nAda,1,a@x,,2.5,Missing\nBen,2,b@x,2.5,2.5,Graded\n`);
    expect(scores()?.ownColumns).toEqual([
      { what: "question", titles: ["1: A (2.0 pts)", "2.1: B (m) (0.5 pts)"] },
    ]);
  });
});

describe("a table with a row per score", () => {
  it("has a sheet for each assignment", () => {
    const file = reading("sid,assignment,score\n1,hw1,5\n2,hw1,6\n1,hw2,7\n").scores();
    expect(
      file?.sheets.map(({ assignments, rows }) => [assignments[0]?.title, rows.map(({ sid }) => sid.value)]),
    ).toEqual([
      ["hw1", ["1", "2"]],
      ["hw2", ["1"]],
    ]);
  });
});
