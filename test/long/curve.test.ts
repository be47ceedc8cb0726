import { expect, test } from "vitest";
import { curveDisagreements, HALVING } from "../policy/curve/compare.ts";

test("the curve is the best of all cut vectors on 20,000 small classes", () => {
  expect(curveDisagreements(100_001, 120_000)).toEqual([]);
});

test("the curve is so as well when the search halves the cuts down to single vectors", () => {
  expect(curveDisagreements(120_001, 140_000, HALVING)).toEqual([]);
});
