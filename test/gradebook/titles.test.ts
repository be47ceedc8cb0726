import { describe, expect, it } from "vitest";
import { namesOf, titlePattern } from "../../src/gradebook/match-components.ts";
import { policyOf } from "../../src/policy/from-document.ts";
import { DEFAULT_TERM } from "../../src/policy/terms/index.ts";

const { components } = policyOf(DEFAULT_TERM);
const matching = (title: string) =>
  components.filter((component) => titlePattern(namesOf(component)).test(title)).map(({ id }) => id);

describe("a column title", () => {
  it.each([
    ["HW1", "hw1"],
    ["HW 1", "hw1"],
    ["hw1", "hw1"],
    ["Homework 1", "hw1"],
    ["homework  1", "hw1"],
    ["Homework 1: Backprop", "hw1"],
    ["Homework 1 - Backprop", "hw1"],
    ["Homework 1 (Backprop)", "hw1"],
    ["Homework 1(late)", "hw1"],
    ["Midterm 1", "midterm1"],
    ["MT1", "midterm1"],
    ["Exam 1", "midterm1"],
    ["Midterm 2 : B", "midterm2"],
    ["Final Project", "project"],
    ["Project", "project"],
    ["FINAL PROJECT - report", "project"],
  ])("%s is %s", (title, id) => {
    expect(matching(title)).toEqual([id]);
  });

  it.each([
    ["Homework 10"],
    ["HW 1b"],
    ["Homework 1 Backprop"],
    ["Homework 1-Backprop"],
    ["Homework"],
    ["Project Proposal"],
    ["My Project"],
    ["Midterm 12"],
    ["Midterm"],
    ["Pre-Midterm 1"],
    ["Homework 0"],
    [""],
  ])("%j is no component", (title) => {
    expect(matching(title)).toEqual([]);
  });

  it("of a name with signs is taken as it is written", () => {
    const pattern = titlePattern(["C++ (1)"]);
    expect([pattern.test("c++(1): templates"), pattern.test("C (1)"), pattern.test("Ccc1")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
