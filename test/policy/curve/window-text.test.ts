import { expect, it } from "vitest";
import { rational } from "../../../src/exact/rational.ts";
import { attainableText } from "../../../src/policy/curve/window-text.ts";

it("gives a GPA just beside a bound more digits, so that it does not seem to meet it", () => {
  const window = {
    kind: "unattainable",
    side: "above",
    highest: rational(4),
    nearestBelow: undefined,
    nearestAbove: undefined,
    causes: [],
  } as const;
  const told = (lowest: ReturnType<typeof rational>) => attainableText({ ...window, lowest });
  expect(told(rational(14001, 4000))).toBe("GPAs from 3.500250 to 4.000 can be had");
  expect(told(rational(7, 2))).toBe("GPAs from 3.500 to 4.000 can be had");
  expect(told(rational(7787, 2160))).toBe("GPAs from 3.605 to 4.000 can be had");
});
