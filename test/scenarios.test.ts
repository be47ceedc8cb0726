import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clauses } from "../src/policy/clauses.ts";
import { interpretations } from "../src/policy/interpretations.ts";
import { expectedNames, runScenario, scenarios } from "./support/scenario-files.ts";

const RULES = [...Object.keys(clauses), ...Object.keys(interpretations)];

/** Folders that show how files are read, or a whole class, rather than one rule. */
const OTHER_FOLDERS = ["example", "files"];

const cases = scenarios().map((scenario) => [`${scenario.rule}/${scenario.name}`, scenario] as const);

describe.each(cases)("the scenario %s", (_, scenario) => {
  const { rule, text, argv, folder } = scenario;

  test("gives the expected files, byte for byte", async () => {
    const { files } = await runScenario(scenario);
    for (const [name, content] of files)
      await expect(content).toMatchFileSnapshot(join(folder, "expected", name));
    expect(expectedNames(scenario).filter((name) => !files.has(name))).toEqual([]);
  });

  test("says which rule it shows and how to run it", () => {
    expect([...RULES, ...OTHER_FOLDERS]).toContain(rule);
    const cited = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, id = ""]) => id);
    expect(cited.filter((id) => RULES.includes(id))).not.toEqual([]);
    if (RULES.includes(rule)) expect(text).toContain(`Clause: \`${rule}\`.`);
    expect(argv.slice(0, 2)).toEqual(["compute", "roster.csv"]);
    expect(text).toMatch(/^# [A-Z0-9`].*[^.]$/m);
  });
});

test("no two scenarios have the same title", () => {
  const titles = scenarios().map(({ text }) => text.split("\n")[0]);
  expect(new Set(titles).size).toBe(titles.length);
});
