import { afterAll, beforeAll, expect, test } from "vitest";
import { directed } from "./directed.ts";
import { fuzz, outcomeText } from "./fuzz.ts";
import { judged } from "./judge.ts";
import { warningsOf } from "./process-warnings.ts";
import { watchdog } from "./watchdog.ts";

const warnings = warningsOf(process);
beforeAll(warnings.listen);
afterAll(warnings.stop);

test("400 mutated terms are computed whole or refused with a reason, and no score is dropped in silence", async () => {
  const watch = watchdog("fuzz, seed 1");
  const outcome = await fuzz(1, 0, 400, watch.started);
  await watch.stop();
  expect(outcome.wrong).toEqual([]);
  console.info(outcomeText(outcome));
}, 400_000);

test("so are contents, cells, headers and settings that were thought up to break it", async () => {
  const watch = watchdog("directed cases");
  const wrong: string[] = [];
  const cases = directed();
  for (const [index, { name, files }] of cases.entries()) {
    watch.started(index);
    const found = await judged(["compute", "roster.csv"], files);
    for (const text of found.wrong) wrong.push(`${name}: ${text}`);
  }
  await watch.stop();
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(600);
}, 400_000);

test("nothing is printed past the program's own streams", async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings.found()).toEqual([]);
});
