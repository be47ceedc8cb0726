import { expect, test } from "vitest";
import { disagreements } from "./support/agreement.ts";

test("an independent computation agrees on every cell of 100 random classes", async () => {
  for (let seed = 1; seed <= 100; seed += 1) expect(await disagreements(seed)).toEqual([]);
});
