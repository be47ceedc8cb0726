import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationText, isoText } from "../../src/time/format.ts";
import { parseDuration, parseTime } from "../../src/time/parse.ts";
import { SECOND, zone } from "../../src/time/zone.ts";

const pacific = zone("America/Los_Angeles");

describe("a printed time", () => {
  it("is the wall clock of the zone with the offset of that instant", () => {
    expect(isoText(pacific, Date.parse("2022-02-22T07:59:00Z"))).toBe("2022-02-21T23:59:00-08:00");
    expect(isoText(pacific, Date.parse("2022-05-03T06:59:00Z"))).toBe("2022-05-02T23:59:00-07:00");
    expect(isoText(zone("Asia/Kolkata"), 0)).toBe("1970-01-01T05:30:00+05:30");
    expect(isoText(zone("UTC"), 0)).toBe("1970-01-01T00:00:00+00:00");
  });

  it("shows a part of a second only where there is one", () => {
    expect(isoText(pacific, Date.parse("2022-02-22T07:59:00.250Z"))).toBe("2022-02-21T23:59:00.250-08:00");
  });

  it("tells the two hours apart that the clock shows twice", () => {
    expect(isoText(pacific, Date.parse("2022-11-06T08:30:00Z"))).toBe("2022-11-06T01:30:00-07:00");
    expect(isoText(pacific, Date.parse("2022-11-06T09:30:00Z"))).toBe("2022-11-06T01:30:00-08:00");
  });

  it("is read back as the same instant in every zone", () => {
    const zones = ["America/Los_Angeles", "Asia/Kolkata", "America/St_Johns", "UTC"].map(zone);
    const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (one, instant) => {
        const text = isoText(one, instant);
        expect(Date.parse(text)).toBe(instant);
        expect(parseTime(text, one)).toEqual({ kind: "instant", instant });
      }),
    );
  });
});

describe("a printed length of time", () => {
  it("has two digits or more of hours, and a part of a second counts as a whole one", () => {
    expect(durationText(0)).toBe("00:00:00");
    expect(durationText(4_570_000)).toBe("01:16:10");
    expect(durationText(1)).toBe("00:00:01");
    expect(durationText(59_001)).toBe("00:01:00");
    expect(durationText(123 * 3_600_000)).toBe("123:00:00");
  });

  it("is read back as the same length", () => {
    fc.assert(
      fc.property(fc.nat(400 * 3600), (seconds) => {
        expect(parseDuration(durationText(seconds * SECOND))).toBe(seconds * SECOND);
      }),
    );
  });
});
