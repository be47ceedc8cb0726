import { expect, test } from "vitest";
import { disagreements } from "../support/agreement.ts";

test("an independent computation agrees on every cell of 1,000 random classes", async () => {
  const found: string[] = [];
  for (let seed = 10_001; seed <= 11_000; seed += 1) found.push(...(await disagreements(seed)));
  expect(found).toEqual([]);
});
