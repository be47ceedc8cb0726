import { beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { clauses } from "../../src/policy/clauses.ts";
import { interpretations } from "../../src/policy/interpretations.ts";
import { sp22 } from "../../src/policy/terms/sp22.ts";
import { memoryWorld, textOf } from "../support/memory-world.ts";
import { runScenario, type Scenario, scenarios } from "../support/scenario-files.ts";

const RULES = [...Object.keys(clauses), ...Object.keys(interpretations)];

/** Clauses that can license no number: they are printed with the policy and nothing else. */
const CONTEXT: Readonly<Record<string, string>> = {
  "exam.no-alternates": "says why a missed exam has a rule at all; the rule is exam.missed-midterm1 or -2",
  "curve.no-precedent": "a caution to students; the program knows no other term",
  "curve.selective": "says why the GPA range is a guideline; a GPA outside is a warning",
  "curve.graduate": "what letters mean for graduate students, who take the same cut-offs",
};

/** Rules that shape who or what is graded without a step of their own in anybody's grade: shown by a scenario. */
const BESIDE: Readonly<Record<string, string>> = {
  "campus.equal-work": "holds because cuts fall between different totals, never through equal ones",
  "campus.grade-points": "makes the GPA, which is a class's and no student's",
  "curve.gpa-range": "is held against the GPA of the fitted students: a warning, or an error where required",
  "department.fitted-on": "chooses whose totals the curve is fitted on",
  "term.negative": "says why a score may be negative; the step that sets one cites i.negative",
};

/** Parameters that no grade has as a leaf, with the rule whose scenarios name and show them. */
const NO_LEAF: Readonly<Record<string, string>> = {
  letters: "campus.grade-points",
  "curve.182.shares": "i.curve-inner",
  "curve.182.gpa": "curve.gpa-range",
  "curve.182.near": "curve.at-end",
  "curve.282A": "i.curve-282A",
};

interface Run {
  readonly scenario: Scenario;
  readonly cited: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

let runs: readonly Run[] = [];

beforeAll(async () => {
  runs = await Promise.all(scenarios().map(run));
});

describe("every rule of the policy", () => {
  test("is known where an exception names it", () => {
    const excepted = [...Object.keys(CONTEXT), ...Object.keys(BESIDE), ...Object.values(NO_LEAF)];
    expect(excepted.filter((rule) => !RULES.includes(rule))).toEqual([]);
    expect(Object.keys(NO_LEAF).filter((path) => !(path in sp22.clauses))).toEqual([]);
  });

  test.each(RULES)("%s is cited by a grade, or the reason why it cannot be is given", (rule) => {
    const citing = runs.filter(({ cited }) => cited.has(rule));
    expect(citing.length > 0).toBe(!(rule in CONTEXT) && !(rule in BESIDE));
  });

  test.each(RULES.filter((rule) => !(rule in CONTEXT)))("%s is shown by a scenario of its own", (rule) => {
    const own = runs.filter(({ scenario }) => scenario.rule === rule);
    expect(own).not.toEqual([]);
    if (!(rule in BESIDE)) expect(own.some(({ cited }) => cited.has(rule))).toBe(true);
  });

  test.each(Object.keys(CONTEXT))("%s is context, and printed with the policy", async (rule) => {
    const world = memoryWorld([]);
    expect(await main(["policy", "show"], world)).toBe(0);
    expect(world.out()).toContain(rule);
  });
});

describe("every parameter of Spring 2022", () => {
  test.each(Object.keys(sp22.clauses))(
    "%s is used by a grade, or named by a scenario that shows it",
    (path) => {
      const used = runs.some(({ parameters }) => parameters.has(path));
      expect(used).toBe(!(path in NO_LEAF));
      const rule = NO_LEAF[path];
      if (rule === undefined) return;
      const own = runs.filter(({ scenario }) => scenario.rule === rule);
      expect(own.some(({ scenario }) => scenario.text.includes(`\`${path}`))).toBe(true);
    },
  );
});

/** Runs a scenario and collects every rule and parameter that its audit record cites. */
async function run(scenario: Scenario): Promise<Run> {
  const { world, files } = await runScenario(scenario);
  const cited = new Set<string>();
  const parameters = new Set<string>();
  if (files.has("grades.csv")) {
    const lines = textOf(world, "grades-out/audit.jsonl").trimEnd().split("\n");
    for (const line of lines) collect(JSON.parse(line), cited, parameters);
  }
  return { scenario, cited, parameters };
}

function collect(value: unknown, cited: Set<string>, parameters: Set<string>): void {
  if (Array.isArray(value)) for (const inner of value) collect(inner, cited, parameters);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (key === "by" && typeof inner === "string") cited.add(inner);
      else if (key === "parameter" && typeof inner === "string") parameters.add(inner);
      else if (key === "notes" && Array.isArray(inner))
        for (const note of inner) addNoted(String(note), cited);
      else collect(inner, cited, parameters);
    }
}

/** A note ends in the ids that license it, in brackets. */
function addNoted(note: string, cited: Set<string>): void {
  for (const [, id = ""] of note.matchAll(/\(([a-z]+\.[A-Za-z0-9-]+)\)/g)) cited.add(id);
}
