import { describe, expect, it } from "vitest";
import { parseDuration, parseGrace, parseLocalTime, parseTime } from "../../src/time/parse.ts";
import { DAY, HOUR, MINUTE, SECOND, zone } from "../../src/time/zone.ts";

const pacific = zone("America/Los_Angeles");
const instant = (text: string) => {
  const parsed = parseTime(text, pacific);
  return parsed.kind === "instant" ? new Date(parsed.instant).toISOString() : parsed.kind;
};

describe("a submission time", () => {
  it.each([
    ["2022-02-21 23:59:00 -0800", "2022-02-22T07:59:00.000Z"],
    ["2022-03-14 21:00:56 -0700", "2022-03-15T04:00:56.000Z"],
    ["2022-02-21 23:59:00 -08:00", "2022-02-22T07:59:00.000Z"],
    ["2022-02-22T07:59:00Z", "2022-02-22T07:59:00.000Z"],
    ["2022-02-22 07:59:00 UTC", "2022-02-22T07:59:00.000Z"],
    ["2022-02-22T07:59:00.25Z", "2022-02-22T07:59:00.250Z"],
    ["2022-02-22T07:59:00.123456Z", "2022-02-22T07:59:00.123Z"],
    ["2022-02-22T13:29:00+05:30", "2022-02-22T07:59:00.000Z"],
    ["2022-02-21 23:59:00", "2022-02-22T07:59:00.000Z"],
    ["2022-05-02 23:59", "2022-05-03T06:59:00.000Z"],
    ["2022-2-1 9:05", "2022-02-01T17:05:00.000Z"],
    ["2/21/22 23:59", "2022-02-22T07:59:00.000Z"],
    ["02/21/2022 23:59:30", "2022-02-22T07:59:30.000Z"],
  ])("%s is the instant %s", (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it.each([
    ["2022-02-30 10:00"],
    ["2022-13-01 10:00"],
    ["2022-00-10 10:00"],
    ["2022-02-21 24:00"],
    ["2022-02-21 23:60"],
    ["2022-02-21 23:59:60"],
    ["21.02.2022 23:59"],
    ["2/30/22 10:00"],
    ["13/1/22 10:00"],
    ["2022-02-21"],
    ["23:59"],
    ["yesterday"],
    ["Feb 21 2022 23:59"],
    ["2022-02-21 23:59:00 PST"],
    ["2022-02-21 11:59 PM"],
    [""],
  ])("%s is not readable", (text) => {
    expect(instant(text)).toBe("unreadable");
  });

  it.each([
    ["2022-02-21 23:59:0099"],
    ["2022-02-21 23:59:00 -9900"],
    ["2022-02-21 23:59:00 -0860"],
    ["0022-02-21 23:59"],
  ])("%s is not readable either: digits too many, an offset or a year that cannot be", (text) => {
    expect(instant(text)).toBe("unreadable");
  });

  it("without an offset is refused where the clock skips or repeats it, and taken with one", () => {
    expect(instant("2022-03-13 02:30:00")).toBe("skipped");
    expect(instant("2022-11-06 01:30:00")).toBe("twice");
    expect(instant("11/6/22 1:30")).toBe("twice");
    expect(instant("2022-11-06 01:30:00 -0700")).toBe("2022-11-06T08:30:00.000Z");
    expect(instant("2022-11-06 01:30:00 -0800")).toBe("2022-11-06T09:30:00.000Z");
  });

  it("knows the leap days", () => {
    expect(instant("2024-02-29 12:00")).toBe("2024-02-29T20:00:00.000Z");
    expect(instant("2022-02-29 12:00")).toBe("unreadable");
  });
});

describe("a due date of the policy", () => {
  it("is a time on the wall clock, without an offset", () => {
    expect(parseLocalTime("2022-02-21 23:59")).toBe(Date.UTC(2022, 1, 21, 23, 59));
    expect(parseLocalTime("2022-02-21T23:59:30")).toBe(Date.UTC(2022, 1, 21, 23, 59, 30));
    expect(parseLocalTime("2022-02-21 23:59 -0800")).toBeUndefined();
    expect(parseLocalTime("2022-02-31 23:59")).toBeUndefined();
  });
});

describe("a lateness", () => {
  it("has hours, minutes and seconds, and any number of hours", () => {
    expect(parseDuration("00:00:00")).toBe(0);
    expect(parseDuration("01:16:10")).toBe(HOUR + 16 * MINUTE + 10 * SECOND);
    expect(parseDuration("123:00:01")).toBe(123 * HOUR + SECOND);
    expect(parseDuration("0:00:01")).toBe(SECOND);
  });

  it.each([
    ["1:60:00"],
    ["1:00:60"],
    ["1:00"],
    ["-01:00:00"],
    ["01:00:00.5"],
    ["1 day"],
    [""],
    ["876001:00:00"],
  ])("is not %j", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe("a grace period", () => {
  it("is a whole number of seconds, minutes or hours", () => {
    expect(parseGrace("0s")).toBe(0);
    expect(parseGrace("30s")).toBe(30 * SECOND);
    expect(parseGrace("5m")).toBe(5 * MINUTE);
    expect(parseGrace("24 h")).toBe(DAY);
    for (const text of ["5", "m", "1d", "1.5h", "-5m", "5 min"]) expect(parseGrace(text)).toBeUndefined();
  });
});
