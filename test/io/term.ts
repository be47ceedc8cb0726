import { csv, type Files } from "../properties/run.ts";

const TITLES = ["hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2"];

/** A term of three students whose scores can be shifted, so that two of them write different files. */
export function smallTerm(shift = 0): Files {
  const students = ["3034000001", "3034000002", "3034000003"];
  return new Map([
    [
      "roster.csv",
      csv(
        "sid,name,track",
        students.map((sid, index) => [sid, `Student ${index + 1}`, "182"]),
      ),
    ],
    [
      "scores.csv",
      csv(
        `sid,${TITLES.join(",")}`,
        students.map((sid, index) => [sid, ...TITLES.map((_, at) => String(70 + 9 * index + at + shift))]),
      ),
    ],
  ]);
}
