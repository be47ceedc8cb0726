import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { exampleClass } from "../properties/example.ts";
import { type Files, rowsOf, runOn } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

const golden = (name: string) => join(import.meta.dirname, "expected", name);

async function slipDays(args: readonly string[], more: Files = new Map()) {
  const world = memoryWorld(new Map([...exampleClass(), ...more]));
  const exit = await main(["slip-days", "roster.csv", ...args], world);
  return { exit, out: world.out(), err: world.err(), files: world.files };
}

const overWide = (text: string) => text.split("\n").filter((line) => [...line].length > 80);

describe("grades slip-days on the example class", () => {
  it("prints the class summary and everybody with late homework or an extension", async () => {
    const { exit, out } = await slipDays([]);
    expect(exit).toBe(0);
    expect(overWide(out)).toEqual([]);
    await expect(out).toMatchFileSnapshot(golden("slip-days.txt"));
  });

  it("prints help that fits 80 columns", async () => {
    const world = memoryWorld([]);
    expect(await main(["slip-days", "--help"], world)).toBe(0);
    expect(overWide(world.out())).toEqual([]);
    expect(world.out()).toContain("within 10 minutes");
  });

  it("writes no file", async () => {
    const { files } = await slipDays([]);
    expect(files.size).toBe(exampleClass().size);
  });

  it("shows all homeworks of a student who is named by SID, e-mail address or a part of the name", async () => {
    const { out } = await slipDays(["--student", "3034100007"]);
    await expect(out).toMatchFileSnapshot(golden("slip-days-student.txt"));
    for (const who of ["leilani kahananui", "Kahananui, L", "LEILANI.KAHANANUI@example.edu"])
      expect((await slipDays(["--student", who])).out, who).toBe(out);
  });

  it("finds names without their accents, and shows all who match", async () => {
    expect((await slipDays(["--student", "nguyen-ortega"])).out).toContain("Nguyễn-Ortega, Bao");
    const { out } = await slipDays(["--student", "an"]);
    expect(out.match(/^\d{10} {2}/gm)?.length).toBeGreaterThan(5);
  });

  it("lists who came close to a deadline, and by how much", async () => {
    const { out } = await slipDays(["--only", "near-deadline"]);
    expect(overWide(out)).toEqual([]);
    await expect(out).toMatchFileSnapshot(golden("slip-days-near-deadline.txt"));
  });

  it("names the letter that best-for-student would change by the cut-offs in force", async () => {
    const { out } = await slipDays(["--only", "gain"]);
    expect(out).toContain("+8.7000, 66.5000 to 75.2000, letter C- to B-");
    expect(out).toContain("Letters by the cut-offs in force, not fitted again");
  });

  it("ends with 0 though students are undecided", async () => {
    const { exit } = await slipDays(
      [],
      new Map([["adjustments.csv", "sid,assignment,action,value,reason\n"]]),
    );
    expect(exit).toBe(0);
  });

  it("says nothing but errors with --quiet", async () => {
    expect(await slipDays(["--quiet"])).toMatchObject({ exit: 0, out: "", err: "" });
  });
});

describe("grades slip-days --csv", () => {
  it("prints slip-days.csv byte for byte when nothing is filtered", async () => {
    const { text } = await runOn(exampleClass());
    expect((await slipDays(["--csv"])).out).toBe(text("slip-days.csv"));
  });

  it("prints exactly the rows that pass each filter", async () => {
    const rows = rowsOf((await slipDays(["--csv"])).out);
    const of = async (...args: string[]) => rowsOf((await slipDays(["--csv", ...args])).out);
    expect(await of("--only", "rejected")).toEqual(rows.filter((row) => row.outcome === "rejected-late"));
    expect(await of("--only", "late")).toEqual(rows.filter((row) => row.days_late !== "0"));
    expect(await of("--only", "gain")).toEqual(rows.filter((row) => row.gain_if_best !== ""));
    expect(await of("--assignment", "Homework 3")).toEqual(rows.filter((row) => row.assignment === "hw3"));
    expect(await of("--student", "3034100006", "--only", "late")).toEqual(
      rows.filter((row) => row.sid === "3034100006" && row.days_late !== "0"),
    );
  });
});

describe("grades slip-days --json", () => {
  it("has the rows of the CSV and the summary of the whole class", async () => {
    const rows = rowsOf((await slipDays(["--csv"])).out);
    const data = JSON.parse((await slipDays(["--json"])).out);
    expect(data.exit).toBe(0);
    const flat = data.students.flatMap((student: { sid: string; homeworks: Record<string, unknown>[] }) =>
      student.homeworks.map((own) => ({ sid: student.sid, ...own })),
    );
    expect(flat.length).toBe(rows.length);
    flat.forEach((own: Record<string, unknown>, index: number) => {
      const row = rows[index];
      for (const key of ["sid", "assignment", "due", "extension_days", "days_late", "days_left", "outcome"])
        expect(String(own[key]), `${row?.sid} ${key}`).toBe(row?.[key]);
      for (const key of ["submitted", "lateness"]) expect(own[key] ?? "").toBe(row?.[key]);
    });
    const rejected = data.summary.homeworks.reduce(
      (sum: number, own: { outcomes: Record<string, number> }) => sum + (own.outcomes["rejected-late"] ?? 0),
      0,
    );
    expect(rejected).toBe(rows.filter(({ outcome }) => outcome === "rejected-late").length);
    const used = data.summary.days_used.reduce(
      (sum: number, own: { students: number }) => sum + own.students,
      0,
    );
    expect(used).toBe(320);
  });

  it("shows one student's data under a filter, with the summary unchanged", async () => {
    const all = JSON.parse((await slipDays(["--json"])).out);
    const { out } = await slipDays(["--json", "--student", "3034100007"]);
    const own = JSON.parse(out);
    expect(own.summary).toEqual(all.summary);
    expect(own.students.map(({ sid }: { sid: string }) => sid)).toEqual(["3034100007"]);
    expect(own.students[0].gain_if_best).toMatchObject({
      points: { exact: "87/10", shown: "8.7000" },
      letter: { now: "C-", best: "B-" },
      accepts: ["hw2"],
      rejects: ["hw1"],
    });
  });
});
