import { expect, test } from "vitest";
import { fuzz, outcomeText } from "../fuzz/fuzz.ts";
import { watchdog } from "../fuzz/watchdog.ts";

test("10,000 mutated terms, series 1: whole or refused with a reason, and no score dropped in silence", async () => {
  const watch = watchdog("fuzz, seed 181");
  const outcome = await fuzz(181, 0, 10_000, watch.started);
  await watch.stop();
  console.info(outcomeText(outcome));
  expect(outcome.cases).toBe(10_000);
  expect(outcome.wrong).toEqual([]);
});
