import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { randomClass } from "../oracle/random-class.ts";
import { exampleClass } from "../properties/example.ts";
import { checkCases } from "../support/check-cases.ts";
import { fixtureFiles } from "../support/fixture-files.ts";
import { galleryCases } from "../support/gallery.ts";
import { type MemoryOptions, memoryWorld } from "../support/memory-world.ts";

type Contents = Iterable<readonly [string, string | Uint8Array]>;

async function run(argv: readonly string[], files: Contents, options: MemoryOptions = {}) {
  const world = memoryWorld(files, options);
  const before = [...world.files.keys()];
  const exit = await main(argv, world);
  return { exit, out: world.out(), err: world.err(), wrote: world.files.size - before.length };
}

const check = (files: Contents, ...args: readonly string[]) => run(["check", "roster.csv", ...args], files);

/** The diagnostics on standard error without the closing line, which differs. */
const problems = (err: string) => err.replace(/\n\d+ errors?[^\n]*\.\n$/, "\n");

describe.each(checkCases().map((own) => [own.name, own] as const))("grades check on %s", (_, own) => {
  it("prints what expected.txt holds, within 80 columns, and writes nothing", async () => {
    const { exit, out, err, wrote } = await check(own.files);
    await expect(`${out}\n${err}exit ${exit}\n`).toMatchFileSnapshot(join(own.folder, "expected.txt"));
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(wrote).toBe(0);
    expect(`${out}${err}`).not.toContain("nothing was written");
  });

  it("prints with --json what expected.json holds, one object, with the same exit code", async () => {
    const [text, json] = [await check(own.files), await check(own.files, "--json")];
    await expect(json.out).toMatchFileSnapshot(join(own.folder, "expected.json"));
    expect(json.exit).toBe(text.exit);
    expect(json.err).toBe(text.err);
    const data = JSON.parse(json.out) as { readonly exit: number; readonly errors: readonly unknown[] };
    expect(data.exit).toBe(text.exit);
    expect(data.errors.length > 0).toBe(text.exit === 1);
  });
});

describe("grades check", () => {
  it("ends as compute would and names the same problems, for every term of the gallery", async () => {
    const computed = galleryCases().filter(({ command }) =>
      /^grades compute (?!.*(?:--out|<))/.test(command),
    );
    const others = new Set([
      "output-half-written",
      "output-not-writable",
      "output-over-input",
      "output-unfinished",
    ]);
    const cases = computed.filter(
      ({ subject, name }) => !others.has(subject) && name !== "file-unreadable/2",
    );
    expect(cases.length).toBeGreaterThan(80);
    for (const { name, folder, command } of cases) {
      const files = fixtureFiles(folder);
      const argv = command.split(" ").slice(1);
      const computed = await run(argv, files);
      const checked = await run(["check", ...argv.slice(1)], files);
      expect([name, checked.exit, problems(checked.err)]).toEqual([
        name,
        computed.exit,
        problems(computed.err),
      ]);
      expect(checked.wrote, name).toBe(0);
    }
  });

  it("ends as compute would, with the counts that compute gives, for random classes", async () => {
    for (let seed = 8101; seed <= 8140; seed += 1) {
      const files = randomClass(seed);
      const computed = await run(["compute", "roster.csv", "--json"], files);
      const checked = await run(["check", "roster.csv", "--json"], files);
      expect([seed, checked.exit, checked.err]).toEqual([seed, computed.exit, computed.err]);
      const [own, other] = [JSON.parse(checked.out) as Counted, JSON.parse(computed.out) as Counted];
      expect(own.reconciliation).toEqual(other.reconciliation);
      expect(own.undecided.map(({ sid }) => sid)).toEqual(other.undecided.map(({ sid }) => sid));
      for (const [track, counts] of Object.entries(own.tracks))
        expect(other.tracks[track], `seed ${seed}`).toMatchObject(counts);
    }
  });

  it("says no total, letter or cut-off of anybody", async () => {
    const undecided = new Map([...exampleClass()].filter(([name]) => name !== "adjustments.csv"));
    const { out } = await check(undecided);
    expect(out).toContain("undecided");
    expect(out).not.toMatch(/gives|GPA|cut-off|\b\d+\.\d{4}\b/);
  });

  it("prints errors alone with --quiet, and help that fits 80 columns", async () => {
    expect(await check(exampleClass(), "--quiet")).toMatchObject({ exit: 0, out: "", err: "" });
    const help = await run(["check", "--help"], []);
    expect(help.exit).toBe(0);
    expect(help.out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("reads the roster from standard input, and ends with 2 for a track that the policy does not have", async () => {
    const { "roster.csv": stdin = "", ...others } = Object.fromEntries(exampleClass());
    const piped = await run(
      ["check", "-", "--scores", "scores.csv", "--adjustments", "adjustments.csv"],
      Object.entries(others),
      { stdin },
    );
    expect(piped.exit).toBe(0);
    expect(piped.out).toMatch(/^Read {2}standard input +CalCentral class roster, cross-listed, 327 rows$/m);
    expect((await check(exampleClass(), "--track", "183")).exit).toBe(2);
  });

  it("is coloured on a terminal alone, and colour says nothing by itself", async () => {
    for (const { files, name } of checkCases()) {
      const plain = await check(files);
      const coloured = await run(["check", "roster.csv"], files, { terminal: true });
      const stripped = coloured.out.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "");
      expect([name, coloured.out !== stripped]).toEqual([name, !/components-broken|missing/.test(name)]);
      expect(stripped).toBe(plain.out);
    }
  });
});

describe("a score file that cannot be read", () => {
  it("is the one thing that is wrong: its columns are not missed, and no adjustment is at fault", async () => {
    const files = new Map<string, string | Uint8Array>(exampleClass());
    const { err, exit } = await check(
      new Map([...files, ["scores.csv", new Uint8Array([0x89, 0x50, 0x4e, 0x47])]]),
    );
    expect([exit, err.match(/error\[[a-z-]+\]/g)]).toEqual([1, ["error[file-not-text]"]]);
    expect(files.get("adjustments.csv")).toContain(",deduct,");
  });
});

describe("the errors of commands that never write", () => {
  it.each([["check"], ["slip-days"], ["explain", "--student", "3034000017"]])(
    "end without a word about writing: %s",
    async (command, ...args) => {
      const broken = checkCases().find(({ name }) => name === "errors");
      const { exit, err } = await run([command, "roster.csv", ...args], broken?.files ?? []);
      expect(exit).toBe(1);
      expect(err).toMatch(/\n4 errors\.\n$/);
    },
  );

  it("while compute says that nothing was written", async () => {
    const broken = checkCases().find(({ name }) => name === "errors");
    const { err } = await run(["compute", "roster.csv"], broken?.files ?? []);
    expect(err).toMatch(/\n4 errors; nothing was written\.\n$/);
  });
});

interface Counted {
  readonly reconciliation: object;
  readonly undecided: readonly { readonly sid: string }[];
  readonly tracks: Readonly<Record<string, object>>;
}
