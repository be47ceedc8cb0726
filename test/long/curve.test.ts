import { expect, test } from "vitest";
import { curveDisagreements } from "../policy/curve/compare.ts";

test("the curve is the best of all cut vectors on 20,000 small classes", () => {
  expect(curveDisagreements(100_001, 120_000)).toEqual([]);
});
