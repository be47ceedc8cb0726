import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../src/exact/decimal.ts";
import { fractionText, rational } from "../../src/exact/rational.ts";
import { outcomeOf } from "../../src/explorer/model/outcome.ts";
import { type Cuts, type Roll, rollOf, type TrackRoll, typedCutoff } from "../../src/explorer/model/roll.ts";
import { LETTERS, smallData, smallRoll, trackIn } from "./class.ts";

const cutsAt = (...texts: readonly string[]): Cuts =>
  texts.map((text, index) => ({
    letter: LETTERS[index]?.letter ?? "",
    value: parseDecimal(text) ?? rational(0),
  }));

const counts = (roll: Roll, track: TrackRoll, cuts: Cuts) =>
  outcomeOf(roll, track, cuts).letters.map(({ letter, all }) => `${letter} ${all}`);

describe("the letters under other cut-offs", () => {
  // By hand: 269/3 = 89.666..., exactly below 89.67 and above 89.66.
  it("compare exactly: a third below the cut-off misses it, an equal total reaches it", () => {
    const roll = smallRoll("90", "269/3", "80", "79.99");
    const track = trackIn(roll, "182");
    expect(counts(roll, track, track.proposal)).toEqual(["A 1", "B 2", "C 1", "F 0"]);
    expect(counts(roll, track, cutsAt("89.67", "80", "70"))).toEqual(["A 1", "B 2", "C 1", "F 0"]);
    expect(counts(roll, track, cutsAt("89.66", "80", "70"))).toEqual(["A 2", "B 1", "C 1", "F 0"]);
    expect(counts(roll, track, cutsAt("89.66", "79.99", "70"))).toEqual(["A 2", "B 2", "C 0", "F 0"]);
  });

  it("name who moves, with both letters and the direction, the highest total first", () => {
    const roll = smallRoll("91", "88", "81", "75");
    const track = trackIn(roll, "182");
    const { movers, gpa, side } = outcomeOf(roll, track, cutsAt("87", "82", "70"));
    expect(movers.map(({ student, from, to, rises }) => [student.sid, from, to, rises])).toEqual([
      ["182-00001", "B", "A", true],
      ["182-00002", "B", "C", false],
    ]);
    // A, A, C, C: (4 + 4 + 2 + 2) / 4 = 3, the lower end of the window, which belongs to it.
    expect(gpa && fractionText(gpa)).toBe("3/1");
    expect(side).toBe("inside");
    expect(outcomeOf(roll, track, cutsAt("87", "82", "76")).side).toBe("below");
    expect(outcomeOf(roll, track, cutsAt("75", "74", "70")).side).toBe("above");
  });

  it("leave a letter without a cut-off to nobody", () => {
    const roll = smallRoll("91", "85", "60");
    const track = trackIn(roll, "182");
    const cuts = track.proposal.filter(({ letter }) => letter !== "B");
    expect(counts(roll, track, cuts)).toEqual(["A 1", "B 0", "C 1", "F 1"]);
  });

  it("count P/NP in no letter and a given letter always, but name a P/NP student who moves", () => {
    const data = smallData(["88"]);
    const [track] = data.tracks;
    if (track === undefined) throw new Error("no track");
    const students = [
      ["1", "Passing", "88", "P", "p"],
      ["2", "Given", "10", "A", "gd"],
      ["3", "Deferred", "88", "RD", "d"],
      ["4", "Given alone", "", "B", "gd"],
    ] as const;
    const roll = rollOf({ ...data, tracks: [{ ...track, students }] });
    const own = trackIn(roll, "182");
    const outcome = outcomeOf(roll, own, cutsAt("87", "80", "70"));
    expect(outcome.letters.map(({ letter, all }) => `${letter} ${all}`)).toEqual([
      "A 1",
      "B 1",
      "C 0",
      "F 0",
    ]);
    expect(outcome.movers.map(({ student, to }) => `${student.name} ${student.basis} ${to}`)).toEqual([
      "Passing P/NP A",
    ]);
  });

  it("agree with a count of every student by other arithmetic, for any totals and cut-offs", () => {
    const total = fc.tuple(fc.integer({ min: -200, max: 3300 }), fc.constantFrom(1, 3, 7, 30, 32));
    const cut = fc.integer({ min: -100, max: 11_000 });
    const three = fc
      .uniqueArray(cut, { minLength: 3, maxLength: 3 })
      .map((own) => own.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(fc.array(total, { maxLength: 40 }), three, (totals, hundredths) => {
        const roll = smallRoll(...totals.map(([above, below]) => `${above}/${below}`));
        const track = trackIn(roll, "182");
        const cuts = cutsAt(...hundredths.map((own) => new Fraction(own, 100).toString()));
        const letter = (own: Fraction, at: readonly Fraction[]) => {
          const reached = at.findIndex((value) => own.gte(value));
          return LETTERS[reached < 0 ? 3 : reached]?.letter ?? "";
        };
        const [now, proposed] = [
          hundredths.map((own) => new Fraction(own, 100)),
          [90, 80, 70].map((own) => new Fraction(own)),
        ];
        const students = totals.map(([above, below], index) => {
          const own = new Fraction(above, below);
          return {
            sid: `182-${String(index).padStart(5, "0")}`,
            to: letter(own, now),
            from: letter(own, proposed),
          };
        });
        const outcome = outcomeOf(roll, track, cuts);
        for (const { letter: of, all, fitted } of outcome.letters) {
          const expected = students.filter(({ to }) => to === of).length;
          expect([all, fitted]).toEqual([expected, expected]);
        }
        const moving = students.filter(({ from, to }) => from !== to);
        expect(
          new Map(outcome.movers.map(({ student, from, to }) => [student.sid, `${from} ${to}`])),
        ).toEqual(new Map(moving.map(({ sid, from, to }) => [sid, `${from} ${to}`])));
        const points = new Map(LETTERS.map(({ letter: of, points: own }) => [of, new Fraction(own)]));
        const sum = students.reduce((all, { to }) => all.add(points.get(to) ?? 0), new Fraction(0));
        if (students.length > 0)
          expect(outcome.gpa && fractionText(outcome.gpa)).toBe(
            sum
              .div(students.length)
              .toFraction()
              .replace(/^(-?\d+)$/, "$1/1"),
          );
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe("a move among ten thousand students", () => {
  it("looks at a few hundred totals, beside those of the students who move", () => {
    const thousandths = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 100_000);
    const totals = thousandths.map((own) => `${own}/1000`);
    const between = thousandths.filter((own) => own >= 89_900 && own < 90_000).length;
    const roll = smallRoll(...totals);
    const whole = trackIn(roll, "182");
    let reads = 0;
    const students = new Proxy(whole.students, {
      get: (target, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key);
      },
    });
    const { movers } = outcomeOf(roll, { ...whole, students }, cutsAt("89.9", "80", "70"));
    expect(movers.length).toBe(between);
    // Two rounds of three binary searches of 14 steps, a look at each letter's first student, and the movers.
    expect(reads).toBeLessThanOrEqual(2 * (3 * 14 + 4) + between);
    expect(reads).toBeGreaterThan(10);
  });
});

describe("a typed cut-off", () => {
  it("is a plain decimal and nothing else", () => {
    for (const text of ["90", " 86.5 ", ".5", "-3"]) expect(typedCutoff(text)).toBeDefined();
    for (const text of ["", "9e1", "86,5", "NaN", "90%", "1/3", "0x10", "--3"])
      expect(typedCutoff(text)).toBeUndefined();
  });
});
