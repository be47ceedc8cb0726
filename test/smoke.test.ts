import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "./properties/run.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ROSTER = join(ROOT, "fixtures/sp22/roster.csv");
let folder = "";

/** When the youngest file of a folder was written. */
function youngest(path: string): number {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(...names.map((name) => statSync(join(path, name)).mtimeMs));
}

beforeAll(() => {
  const built = join(ROOT, "dist/main.js");
  if (!existsSync(built) || statSync(built).mtimeMs < youngest(join(ROOT, "src")))
    execFileSync("npm", ["run", "--silent", "build"], { cwd: ROOT });
  folder = mkdtempSync(join(tmpdir(), "grades-smoke-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function grades(args: readonly string[], input?: string) {
  const run = spawnSync(process.execPath, [join(ROOT, "bin/grades.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, NO_COLOR: undefined },
    timeout: 30_000,
  });
  return { exit: run.status, out: run.stdout, err: run.stderr };
}

describe("the built program", () => {
  it("computes the example class, writes every file and ends with 0", () => {
    const { exit, out, err } = grades(["compute", ROSTER]);
    expect(exit).toBe(0);
    expect(out).toContain("320 students: 250 in 182, 70 in 282A");
    expect(err).toContain("warning[not-on-roster]");
    expect(`${out}${err}`).not.toContain(String.fromCharCode(27));
    const written = readdirSync(join(folder, "grades-out"));
    for (const name of ["grades.csv", "slip-days.csv", "cutoffs.csv", "audit.jsonl"])
      expect(written).toContain(name);
    expect(written.filter((name) => name.endsWith(".part"))).toEqual([]);
    const rows = rowsOf(readFileSync(join(folder, "grades-out/grades.csv"), "utf8"));
    expect(rows).toHaveLength(320);
    expect(rows.find(({ sid }) => sid === "3034100001")).toMatchObject({ total: "86.9250", letter: "A-" });
  });

  it("prints grades.csv alone to a pipe, from a roster that comes through one", () => {
    const { exit, out } = grades(
      ["compute", "-", "--scores", join(ROOT, "fixtures/sp22/scores.csv"), "--quiet", "--out", "-"],
      readFileSync(ROSTER, "utf8"),
    );
    // Without the adjustments nine students are undecided.
    expect(exit).toBe(3);
    expect(rowsOf(out)).toHaveLength(320);
    expect(rowsOf(out).filter(({ status }) => status === "undecided")).toHaveLength(9);
  });

  it("prints its help within 80 columns, and its version", () => {
    for (const args of [["--help"], ["compute", "--help"]]) {
      const { exit, out, err } = grades(args);
      expect([exit, err]).toEqual([0, ""]);
      expect(out).toContain("grades");
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      readonly version: string;
    };
    expect(grades(["--version"])).toEqual({ exit: 0, out: `${version}\n`, err: "" });
  });

  it.skipIf(!existsSync("/proc/self"))("ends where no folder can be made, and names the path", () => {
    for (const args of [
      ["report", ROSTER, "-o", "/proc/none/report.html"],
      ["compute", ROSTER, "--out", "/proc/none/out"],
    ]) {
      const { exit, err } = grades([...args, "--quiet"]);
      expect(exit).toBe(1);
      expect(err).toContain("/proc/none/");
      expect(err).toContain(
        "error[output-not-writable]: the output cannot be written: there is no such folder.",
      );
    }
  });

  it("ends with 2 on an unknown option and with 1 on a roster that is not there, without a stack trace", () => {
    const usage = grades(["compute", ROSTER, "--no-such-option"]);
    expect([usage.exit, usage.out]).toEqual([2, ""]);
    expect(usage.err).toContain("--no-such-option");
    const missing = grades(["compute", "nowhere/roster.csv", "--out", "other-out"]);
    expect([missing.exit, missing.out]).toEqual([1, ""]);
    expect(missing.err).toContain("error[file-missing]");
    expect(existsSync(join(folder, "other-out"))).toBe(false);
    for (const { err } of [usage, missing]) expect(err).not.toMatch(/^\s+at |node:internal/m);
  });
});
