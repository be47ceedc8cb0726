import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoText } from "../../src/time/format.ts";
import { addCalendarDays, DAY, HOUR, isZoneName, localTime, resolve, zone } from "../../src/time/zone.ts";

const pacific = zone("America/Los_Angeles");
const at = (text: string) => Date.parse(text);
const wall = (text: string) => Date.parse(`${text}Z`);
const later = (text: string, days: number) => isoText(pacific, addCalendarDays(pacific, at(text), days));

describe("calendar days in America/Los_Angeles", () => {
  it("keep the wall-clock time across the spring change of 2022-03-13, though that day has 23 hours", () => {
    expect(later("2022-03-12T23:59:00-08:00", 1)).toBe("2022-03-13T23:59:00-07:00");
    expect(at(later("2022-03-12T23:59:00-08:00", 1)) - at("2022-03-12T23:59:00-08:00")).toBe(23 * HOUR);
    expect(later("2022-03-11T23:59:00-08:00", 3)).toBe("2022-03-14T23:59:00-07:00");
  });

  it("keep it across the autumn change of 2022-11-06, though that day has 25 hours", () => {
    expect(later("2022-11-05T23:59:00-07:00", 1)).toBe("2022-11-06T23:59:00-08:00");
    expect(at(later("2022-11-05T23:59:00-07:00", 1)) - at("2022-11-05T23:59:00-07:00")).toBe(25 * HOUR);
  });

  it("lead from a time that the next day skips to the one after the gap", () => {
    expect(later("2022-03-12T02:30:00-08:00", 1)).toBe("2022-03-13T03:30:00-07:00");
    expect(later("2022-03-12T02:30:00-08:00", 2)).toBe("2022-03-14T02:30:00-07:00");
  });

  it("lead to the first of two hours that the clock shows twice", () => {
    expect(later("2022-11-05T01:30:00-07:00", 1)).toBe("2022-11-06T01:30:00-07:00");
  });

  it("lead backwards too, and nowhere at all for none, also out of the second of two equal hours", () => {
    expect(later("2022-03-14T23:59:00-07:00", -2)).toBe("2022-03-12T23:59:00-08:00");
    expect(later("2022-11-06T01:30:00-08:00", 0)).toBe("2022-11-06T01:30:00-08:00");
  });

  it("agree with the calendar of the platform on any day of twenty years", () => {
    const shown = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/Los_Angeles",
      dateStyle: "short",
      timeStyle: "medium",
    });
    const noon = fc.integer({ min: 0, max: 7300 }).map((day) => at("2010-01-01T20:00:00Z") + day * DAY);
    fc.assert(
      fc.property(noon, fc.integer({ min: 0, max: 14 }), (instant, days) => {
        const local = wall(shown.format(instant).replace(" ", "T"));
        const expected = new Date(local + days * DAY).toISOString().slice(0, 19).replace("T", " ");
        expect(shown.format(addCalendarDays(pacific, instant, days))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a wall-clock time", () => {
  it("is one instant on an ordinary day, in winter and in summer", () => {
    expect(resolve(pacific, wall("2022-02-21T23:59:00"))).toEqual({
      kind: "once",
      instant: at("2022-02-22T07:59:00Z"),
    });
    expect(resolve(pacific, wall("2022-05-02T23:59:00"))).toEqual({
      kind: "once",
      instant: at("2022-05-03T06:59:00Z"),
    });
  });

  it("is named as skipped between 02:00 and 03:00 on 2022-03-13, and only there", () => {
    expect(resolve(pacific, wall("2022-03-13T01:59:59")).kind).toBe("once");
    expect(resolve(pacific, wall("2022-03-13T02:00:00")).kind).toBe("skipped");
    expect(resolve(pacific, wall("2022-03-13T02:59:59")).kind).toBe("skipped");
    expect(resolve(pacific, wall("2022-03-13T03:00:00"))).toEqual({
      kind: "once",
      instant: at("2022-03-13T10:00:00Z"),
    });
  });

  it("is named as doubled between 01:00 and 02:00 on 2022-11-06, with both instants", () => {
    expect(resolve(pacific, wall("2022-11-06T00:59:59")).kind).toBe("once");
    expect(resolve(pacific, wall("2022-11-06T01:00:00"))).toEqual({
      kind: "twice",
      instant: at("2022-11-06T08:00:00Z"),
      later: at("2022-11-06T09:00:00Z"),
    });
    expect(resolve(pacific, wall("2022-11-06T02:00:00")).kind).toBe("once");
  });

  it("leads back to its instant, wherever the clock shows it once", () => {
    const zones = ["America/Los_Angeles", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Pacific/Kiritimati"];
    const instants = fc.integer({ min: at("2021-01-01T00:00:00Z"), max: at("2025-01-01T00:00:00Z") });
    for (const one of zones.map(zone))
      fc.assert(
        fc.property(instants, (instant) => {
          const found = resolve(one, localTime(one, instant));
          const known = found.kind === "twice" ? [found.instant, found.later] : [found.instant];
          expect(found.kind).not.toBe("skipped");
          expect(known).toContain(instant);
        }),
        { numRuns: 150 },
      );
  });
});

describe("a time zone", () => {
  it("has an offset that is found anew within the day of a clock change", () => {
    expect(pacific.offsetAt(at("2022-03-13T09:59:59Z"))).toBe(-8 * HOUR);
    expect(pacific.offsetAt(at("2022-03-13T10:00:00Z"))).toBe(-7 * HOUR);
    expect(pacific.offsetAt(at("2022-11-06T08:59:59Z"))).toBe(-7 * HOUR);
    expect(pacific.offsetAt(at("2022-11-06T09:00:00Z"))).toBe(-8 * HOUR);
  });

  it("is known by its IANA name", () => {
    expect(isZoneName("America/Los_Angeles")).toBe(true);
    expect(isZoneName("America/Los_Angels")).toBe(false);
    expect(isZoneName("Berkeley")).toBe(false);
  });
});
