// Checks the oracle itself: small classes computed by hand, and that random classes go through it.
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { oracle } from "./oracle.ts";
import { fourDecimals, shortestDecimal } from "./oracle-table.ts";
import { randomClass } from "./random-class.ts";

const FIXED =
  'extends: cs182-sp22\ncurve: { "182": { method: fixed, cutoffs: { A: 90, B: 80.0, C: 70 } } }\n';
const SCORES = "sid,hw1,hw2,hw3,hw4,midterm1,midterm2,project\n";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

function grades(files: Record<string, string>): (sid: string, column: string) => string | undefined {
  const [header = [], ...rows] = oracle(new Map(Object.entries({ "policy.yaml": FIXED, ...files }))).grades;
  return (sid, column) => rows.find((row) => row[0] === sid)?.[header.indexOf(column)];
}

// One Gradescope export with one homework 2 submission; the other components have scores alone.
function ledgerOfHomework2(time: string, lateness: string, more: Record<string, string>): string[] {
  const files = {
    "roster.csv": "sid,name,email,track\n1,Ann,ann@x.edu,182\n",
    "scores-1.csv": "sid,hw1,hw3,hw4,midterm1,midterm2,project\n1,80,80,80,80,80,\n",
    "scores-2.csv": lines(
      "Name,SID,Email,HW 2,HW 2 - Max Points,HW 2 - Submission Time,HW 2 - Lateness (H:M:S)",
      `Ann,1,ann@x.edu,80.0,100.0,${time},${lateness}`,
    ),
    ...more,
  };
  return oracle(new Map(Object.entries(files))).slipDays[2] ?? [];
}

describe("totals and letters", () => {
  it("sums weight x score / maximum, exactly", () => {
    const cell = grades({
      "roster.csv": "sid,name,email,track,basis\n1,Ann,a@x,182,GRD\n2,Bo,b@x,282A,ESU\n3,-Cy,,182,EPN\n",
      // 15 x (0.8 + 0.9 + 1 + 0.7) = 51; 182: 51 + 20 x 1.45 = 80. 282A: 51 + 15 x 0.6 + 25 x 0.79999 = 79.99975.
      "scores.csv": `${SCORES}1,80,90,100,70,60,85,\n2,80,90,100,70,60,,79.999\n3,80,90,100,,60,85,\n`,
    });
    expect([cell("1", "total"), cell("1", "letter")]).toEqual(["80.0000", "B"]);
    expect([cell("2", "total"), cell("2", "letter"), cell("2", "grade")]).toEqual(["79.9997", "C", "U"]);
    expect([cell("3", "hw4"), cell("3", "total"), cell("3", "grade")]).toEqual(["0.0000", "69.5000", "NP"]);
    expect(cell("3", "name")).toBe("'-Cy");
  });

  it("moves a missed midterm 1, gives I for a missed midterm 2, leaves the rest undecided", () => {
    const cell = grades({
      "roster.csv": "sid,track\n1,182\n2,182\n3,282A\n4,182\n5,182\n",
      "scores.csv": `${SCORES}1,80,80,80,80,,95,\n2,80,80,80,80,95,,\n3,80,80,80,80,,,90\n5,80,80,80,80,,,\n`,
    });
    expect([cell("1", "midterm1"), cell("1", "total"), cell("1", "status")]).toEqual([
      "",
      "86.0000",
      "final",
    ]);
    expect([cell("2", "grade"), cell("2", "total"), cell("2", "grade_if_zero")]).toEqual(["I", "", "F"]);
    expect([cell("3", "status"), cell("3", "grade")]).toEqual(["undecided", ""]);
    expect([cell("4", "status"), cell("4", "hw1")]).toEqual(["undecided", ""]);
    expect([cell("5", "status"), cell("5", "grade_if_zero")]).toEqual(["incomplete", "F"]);
  });

  it("adjusts in the order set, deduct, zero, and moves a weight", () => {
    const cell = grades({
      "roster.csv": "sid,track\n1,182\n2,182\n3,182\n",
      "scores.csv": `${SCORES}1,80,80,80,80,80,80,\n2,80,80,80,80,80,80,\n3,80,80,80,80,80,80,\n`,
      "adjustments.csv": lines(
        "sid,assignment,action,value,reason",
        "1,hw1,deduct,10%,r",
        "1,hw1,set,95,r",
        "1,hw2,set,-4.5,r",
        "1,midterm1,zero,,r",
        "2,hw4,move-weight,hw1,r",
        "2,hw1,deduct,5,r",
        "2,midterm2,absent,,r",
        "3,,grade,B,r",
      ),
    });
    // 15 x (0.85 - 0.045 + 0.8 + 0.8) + 20 x 0.8 = 36.075 + 16
    expect([cell("1", "hw1"), cell("1", "hw2"), cell("1", "total")]).toEqual([
      "85.0000",
      "-4.5000",
      "52.0750",
    ]);
    // 30 x 0.75 + 30 x 0.8 + 20 x 0.8 = 62.5 once midterm 2 counts zero
    expect([cell("2", "hw4"), cell("2", "grade"), cell("2", "grade_if_zero")]).toEqual(["", "I", "F"]);
    expect([cell("3", "letter"), cell("3", "total"), cell("3", "status")]).toEqual(["B", "80.0000", "final"]);
  });

  it("prints toward minus infinity and as the shortest decimal", () => {
    expect(["-8.33333", "89.99999", "0", "-0.00001", ".5"].map((n) => fourDecimals(new Fraction(n)))).toEqual(
      ["-8.3334", "89.9999", "0.0000", "-0.0001", "0.5000"],
    );
    expect(["89.00", "88.50", "-0.5", "0"].map((n) => shortestDecimal(new Fraction(n)))).toEqual([
      "89",
      "88.5",
      "-0.5",
      "0",
    ]);
  });
});

describe("slip days", () => {
  const due = (text: string): string => `extends: cs182-sp22\n${FIXED.split("\n")[1]}\n${text}\n`;
  const march = "components: { hw2: { due: 2022-03-11 23:59 } }";

  it("counts days by the local clock across the change to daylight-saving time", () => {
    const row = ledgerOfHomework2("2022-03-14 00:58:00 -0700", "47:59:00", { "policy.yaml": due(march) });
    expect(row.slice(2, 11)).toEqual([
      "hw2",
      "2022-03-11T23:59:00-08:00",
      "2022-03-14T00:58:00-07:00",
      "47:59:00",
      ...["0", "3", "3", "2", "accepted-late"],
    ]);
  });

  it("counts spans of 24 hours when the policy says so, and forgives the grace", () => {
    const elapsed = due(`${march}\nslip_days: { unit: elapsed-24h, grace: 5m }`);
    const row = ledgerOfHomework2("2022-03-14 01:04:00 -0700", "48:05:00", { "policy.yaml": elapsed });
    expect(row[7]).toBe("2");
    const later = ledgerOfHomework2("2022-03-14 01:04:01 -0700", "48:05:01", { "policy.yaml": elapsed });
    expect(later[7]).toBe("3");
  });

  it("moves the due time by an extension unless Gradescope knows of it", () => {
    const policy = { "policy.yaml": due(march) };
    const extended = (known: string): Record<string, string> => ({
      ...policy,
      "extensions.csv": `sid,assignment,days,reason,in_gradescope\n1,Homework 2,2,ill,${known}\n`,
    });
    const row = ledgerOfHomework2("2022-03-14 00:58:00 -0700", "", extended("no"));
    expect([row[3], row[5], row[6], row[7]]).toEqual(["2022-03-13T23:59:00-07:00", "47:59:00", "2", "1"]);
    expect(ledgerOfHomework2("2022-03-14 00:58:00 -0700", "47:59:00", extended("Yes"))[7]).toBe("3");
    expect(ledgerOfHomework2("2022-03-14 00:58:00 -0700", "00:00:00", extended("Yes"))[7]).toBe("0");
    expect(ledgerOfHomework2("", "47:59:00", extended("no")).slice(7, 11)).toEqual([
      "0",
      "0",
      "5",
      "on-time",
    ]);
  });

  it("rejects whole what no longer fits, and finds the better order", () => {
    const header = ["HW 1", "HW 2", "HW 3"].flatMap((title) => [
      title,
      `${title} - Max Points`,
      `${title} - Submission Time`,
      `${title} - Lateness (H:M:S)`,
    ]);
    const files = {
      "roster.csv": "sid,track\n1,182\n",
      "scores-1.csv": "sid,hw4,midterm1,midterm2,project\n1,80,80,80,\n",
      // 3, 4 and 1 days late: by due date hw1 and hw3 are charged; the best pair is hw2 and hw3.
      "scores-2.csv": lines(
        `Name,SID,Email,${header.join(",")}`,
        "Ann,1,a@x,50.0,100.0,,72:00:00,90.0,100.0,,72:00:01,30.0,100.0,,00:00:01",
      ),
    };
    const ledger = (policy: string): string[][] =>
      oracle(new Map(Object.entries({ ...files, "policy.yaml": policy })))
        .slipDays.slice(1, 4)
        .map((row) => row.slice(8));
    expect(ledger(FIXED)).toEqual([
      ["3", "2", "accepted-late", "6.0000"],
      ["0", "2", "rejected-late", "6.0000"],
      ["1", "1", "accepted-late", "6.0000"],
    ]);
    expect(ledger(`${FIXED}slip_days: { order: best-for-student }\n`)).toEqual([
      ["0", "5", "rejected-late", ""],
      ["4", "1", "accepted-late", ""],
      ["1", "0", "accepted-late", ""],
    ]);
  });
});

describe("random classes", () => {
  it("are the same for the same seed and differ between seeds", () => {
    expect([...randomClass(11)]).toEqual([...randomClass(11)]);
    expect([...randomClass(11)]).not.toEqual([...randomClass(12)]);
  });

  it("go through the oracle, every row as wide as its header", () => {
    const seen = new Set<string>();
    let longest = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const files = randomClass(seed);
      const began = performance.now();
      const { grades, slipDays, cutoffs } = oracle(files);
      longest = Math.max(longest, performance.now() - began);
      for (const table of [grades, slipDays, cutoffs]) {
        expect(table.every((row) => row.length === table[0]?.length)).toBe(true);
      }
      expect(slipDays.length - 1).toBe((grades.length - 1) * 4);
      expect(cutoffs.length).toBeGreaterThan(1);
      for (const row of grades) seen.add(row.at(-3) ?? "").add(row.at(-4) ?? "");
      for (const row of slipDays) seen.add(row.at(-2) ?? "");
    }
    for (const each of ["final", "incomplete", "undecided", "A", "F", "P", "NP", "S", "U", "I", "RD"]) {
      expect(seen).toContain(each);
    }
    for (const each of ["on-time", "accepted-late", "rejected-late", "missing", "ungraded"]) {
      expect(seen).toContain(each);
    }
    expect(longest).toBeLessThan(3000);
  });
});
