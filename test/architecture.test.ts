import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();
const textOf = (file: string) => readFileSync(join(SRC, file), "utf8");
const IMPORTS = FILES.flatMap(importsOf);

/** The program itself: main.ts, version.ts and the commands' lines in cli/. */
function folderOf(file: string): string {
  const [folder = "", rest] = file.split("/");
  return rest === undefined ? "cli" : folder;
}

function importsOf(file: string): readonly Import[] {
  const text = withoutComments(textOf(file));
  const stated = [...text.matchAll(/^(?:import|export) (?:(type) )?(?:([^;"]*?) from )?"([^"]+)"/gm)];
  const later = [...text.matchAll(/\bimport\("([^"]+)"\)/g)];
  return [
    ...stated.map(([, word, names = "", target = ""]) => ({
      file,
      folder: folderOf(file),
      target: resolved(file, target),
      typeOnly: word === "type" || /^\{(\s*type [^,}]+,?)+\s*\}$/.test(names.trim()),
    })),
    ...later.map(([, target = ""]) => ({
      file,
      folder: folderOf(file),
      target: resolved(file, target),
      typeOnly: false,
    })),
  ];
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? normalize(join(dirname(file), target)) : target;
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

const isOwn = ({ target }: Import) => target.endsWith(".ts");
const shown = ({ file, target }: Import) => `${file} -> ${target}`;

/** What each folder may use at run time, beside itself; a type may come from anywhere in the pure core. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  exact: [],
  time: ["exact"],
  derivation: ["exact", "time"],
  diagnostics: [],
  records: ["derivation", "diagnostics", "exact", "time"],
  gradebook: ["records", "derivation", "diagnostics", "exact", "time"],
  policy: ["gradebook", "derivation", "diagnostics", "exact", "time"],
  reports: ["policy", "gradebook", "records", "derivation", "diagnostics", "exact", "time"],
  writers: ["reports", "policy", "derivation", "diagnostics", "exact", "time"],
  // What the report page runs in the browser: the program's own arithmetic, letters and words.
  explorer: ["writers", "reports", "policy", "derivation", "exact"],
  io: ["diagnostics"],
};
const PURE = Object.keys(MAY_USE).filter((folder) => folder !== "io");

describe("the folders of src", () => {
  it("are those of the plan", () => {
    const folders = new Set(FILES.map(folderOf));
    expect([...folders].sort()).toEqual([...Object.keys(MAY_USE), "cli", "commands"].sort());
    expect(IMPORTS.filter(isOwn).length).toBeGreaterThan(300);
  });

  it("use each other in one direction", () => {
    const wrong = IMPORTS.filter((one) => {
      const to = folderOf(one.target);
      const allowed = MAY_USE[one.folder];
      return (
        isOwn(one) && !one.typeOnly && allowed !== undefined && to !== one.folder && !allowed.includes(to)
      );
    });
    // The gradebook takes from the policy only the shape of its parameters.
    const shape = wrong.filter(
      ({ folder, target }) => folder === "gradebook" && target === "policy/parameters.ts",
    );
    expect(wrong.filter((one) => !shape.includes(one)).map(shown)).toEqual([]);
  });

  it("keep the pure core free of io, commands and the command line, also of their types", () => {
    const outside = ["io", "commands", "cli"];
    const wrong = IMPORTS.filter(
      (one) => PURE.includes(one.folder) && isOwn(one) && outside.includes(folderOf(one.target)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it("let the records know no policy but its types", () => {
    const wrong = IMPORTS.filter(
      ({ folder, target, typeOnly }) => folder === "records" && target.startsWith("policy/") && !typeOnly,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it("let nothing but the command line use the commands", () => {
    const wrong = IMPORTS.filter(({ folder, target }) => {
      if (folder === "cli" || !target.endsWith(".ts")) return false;
      const to = folderOf(target);
      return (to === "commands" && folder !== "commands") || (to === "cli" && target !== "version.ts");
    });
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe("the world outside", () => {
  it("is touched by io alone: files, streams, the process, the platform's modules", () => {
    const modules = IMPORTS.filter(({ folder, target }) => target.startsWith("node:") && folder !== "io");
    expect(modules.map(shown)).toEqual([]);
    const touching = FILES.filter(
      (file) =>
        folderOf(file) !== "io" &&
        /\b(process|globalThis|console)\s*[.[]/.test(withoutComments(textOf(file))),
    );
    expect(touching).toEqual([]);
  });

  it("comes through one folder for each third-party package", () => {
    const folders = new Map<string, Set<string>>();
    for (const { folder, target } of IMPORTS) {
      if (target.startsWith("node:") || /\.(ts|json|css)$/.test(target) || target === "explorer-script")
        continue;
      const name = target.startsWith("@")
        ? target.split("/").slice(0, 2).join("/")
        : (target.split("/")[0] ?? "");
      folders.set(name, (folders.get(name) ?? new Set()).add(folder));
    }
    expect(
      [...folders].filter(([, of]) => of.size > 1).map(([name, of]) => `${name}: ${[...of].join(", ")}`),
    ).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8")) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    expect([...folders.keys()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});

describe("the text of src", () => {
  it.each([
    ["parseFloat", /\bparseFloat\b/],
    ["toFixed", /\btoFixed\b|\btoPrecision\b/],
    ["Math.round", /\bMath\.round\b/],
    ["Number.EPSILON", /\bEPSILON\b/],
    ["clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/],
    ["randomness", /\bMath\.random\b|\bcrypto\.random|\brandomUUID\b/],
    ["any", /\bas any\b|: any\b|@ts-ignore|@ts-expect-error/],
  ])("holds no %s", (_, pattern) => {
    const found = FILES.filter((file) => pattern.test(withoutComments(textOf(file))));
    expect(found).toEqual([]);
  });

  it("is in small files: none above 250 lines, and half of them at or below 90", () => {
    const sizes = FILES.map((file) => ({ file, lines: textOf(file).trimEnd().split("\n").length }));
    expect(sizes.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
  });
});
