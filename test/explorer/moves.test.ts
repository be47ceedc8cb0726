import { describe, expect, it } from "vitest";
import { shortestText } from "../../src/exact/decimal.ts";
import { rational } from "../../src/exact/rational.ts";
import { cutoffsCsv } from "../../src/explorer/model/file.ts";
import { begin, moving, settled, step, undo } from "../../src/explorer/model/history.ts";
import { cutsOf, type Placement, place, proposalOf, setApart } from "../../src/explorer/model/placement.ts";
import type { Roll } from "../../src/explorer/model/roll.ts";
import { nearestFree, nextStudent } from "../../src/explorer/model/steps.ts";
import { accepted, smallRoll, trackIn } from "./class.ts";

const shown = (roll: Roll, placement: Placement, track: string) =>
  cutsOf(roll, placement, trackIn(roll, track))
    .map(({ letter, value }) => `${letter} ${shortestText(value)}`)
    .join(", ");
const roll = smallRoll("95", "88", "87", "81", "269/3");
const start = proposalOf(roll);
const move = (from: Placement, letter: string, tenths: number | undefined, track = "182") =>
  place(roll, from, trackIn(roll, track), letter, tenths === undefined ? undefined : rational(tenths, 10));

describe("placing a cut-off", () => {
  it("moves the track and those that repeat it, whichever of them is touched", () => {
    for (const track of ["182", "282A"]) {
      const moved = accepted(move(start, "A", 885, track));
      expect(shown(roll, moved, "182")).toBe("A 88.5, B 80, C 70");
      expect(shown(roll, moved, "282A")).toBe("A 88.5, B 80, C 70");
    }
  });

  it("keeps the order of the letters strictly, and names both neighbours where it cannot", () => {
    for (const tenths of [900, 905, 700, 695]) {
      const placed = move(start, "B", tenths);
      expect(placed).toMatchObject({
        refused: { kind: "order", better: { letter: "A" }, worse: { letter: "C" } },
      });
    }
    expect(shown(roll, accepted(move(start, "B", 899)), "182")).toBe("A 90, B 89.9, C 70");
    expect(shown(roll, accepted(move(start, "A", 2000)), "182")).toBe("A 200, B 80, C 70");
  });

  it("takes a letter's cut-off away and gives it one again in its place, but never the last", () => {
    const without = accepted(move(start, "B", undefined));
    expect(shown(roll, without, "182")).toBe("A 90, C 70");
    expect(shown(roll, accepted(move(without, "B", 755)), "282A")).toBe("A 90, B 75.5, C 70");
    const one = accepted(move(without, "A", undefined));
    expect(move(one, "C", undefined)).toEqual({ refused: { kind: "last" } });
  });

  it("lets a track go its own way, from where it stands, and follow again", () => {
    const moved = accepted(move(start, "A", 885));
    const apart = setApart(roll, moved, trackIn(roll, "282A"), true);
    const further = accepted(move(apart, "A", 930, "282A"));
    expect(shown(roll, further, "182")).toBe("A 88.5, B 80, C 70");
    expect(shown(roll, further, "282A")).toBe("A 93, B 80, C 70");
    const tied = setApart(roll, further, trackIn(roll, "282A"), false);
    expect(shown(roll, tied, "282A")).toBe("A 88.5, B 80, C 70");
  });
});

describe("undo", () => {
  it("takes a whole gesture back in one step, and steps in their order", () => {
    let history = begin(start);
    for (const tenths of [899, 898, 897]) history = moving(history, accepted(move(history.now, "A", tenths)));
    history = settled(roll, history);
    history = step(roll, history, accepted(move(history.now, "B", 790)));
    expect(shown(roll, history.now, "182")).toBe("A 89.7, B 79, C 70");
    history = undo(history);
    expect(shown(roll, history.now, "182")).toBe("A 89.7, B 80, C 70");
    history = undo(history);
    expect(history.now).toBe(start);
    expect(undo(history)).toEqual(begin(start));
  });

  it("does not remember a gesture that led back to its beginning", () => {
    const there = moving(begin(start), accepted(move(start, "A", 880)));
    const back = settled(roll, moving(there, accepted(move(there.now, "A", 900))));
    expect(back.past).toEqual([]);
  });

  it("takes a gesture under way back whole, as Escape does", () => {
    const held = moving(
      moving(begin(start), accepted(move(start, "A", 880))),
      accepted(move(start, "A", 870)),
    );
    expect(undo(held)).toEqual(begin(start));
  });

  it("leads back from a reset", () => {
    const moved = step(roll, begin(start), accepted(move(start, "A", 880)));
    const reset = step(roll, moved, start);
    expect(reset.now).toBe(start);
    expect(undo(reset).now).toBe(moved.now);
  });
});

describe("a pull on a line", () => {
  const cuts = cutsOf(roll, start, trackIn(roll, "182"));
  const free = (letter: string, tenths: number) => {
    const found = nearestFree(roll, cuts, letter, rational(tenths, 10));
    return found && shortestText(found);
  };

  it("stops a tenth before the neighbours", () => {
    expect([free("B", 850), free("B", 950), free("B", 100)]).toEqual(["85", "89.9", "70.1"]);
    expect([free("A", 1500), free("C", -100)]).toEqual(["150", "-10"]);
  });

  it("does not push a line back that is nearer to its neighbour than a tenth", () => {
    const near = cuts.map((cut) => (cut.letter === "B" ? { ...cut, value: rational(8995, 100) } : cut));
    expect(nearestFree(roll, near, "B", rational(9005, 100))).toBeUndefined();
    expect(nearestFree(roll, near, "B", rational(89))).toEqual(rational(89));
  });
});

describe("the next student", () => {
  const track = trackIn(roll, "182");
  const cuts = cutsOf(roll, start, track);
  const next = (letter: string, direction: "up" | "down", own = cuts) => {
    const found = nextStudent(roll, track, own, letter, direction);
    return found && shortestText(found);
  };

  // Totals 95, 89.666..., 88, 87, 81; A 90, B 80, C 70.
  it("is let in by the shortest decimal at or below the total and above the next one", () => {
    // (88, 89.666...]: the whole number nearest to the middle is 89.
    expect(next("A", "down")).toBe("89");
    const lower = cuts.map((cut) => (cut.letter === "A" ? { ...cut, value: rational(89) } : cut));
    // (87, 88] holds one whole number.
    expect(next("A", "down", lower)).toBe("88");
  });

  it("is left out by one above the total, below the next higher total or the neighbour", () => {
    // (81, 87]: the middle is 84.
    expect(next("B", "up")).toBe("84");
    // Above 95 nobody is left: (95, 96].
    expect(next("A", "up")).toBe("96");
  });

  it("is not reached past a neighbour or the end of the class", () => {
    expect(next("C", "down")).toBeUndefined();
    const low = cuts.map((cut) => (cut.letter === "B" ? { ...cut, value: rational(895, 10) } : cut));
    // 89.666... is the next that B could let go; A stands at 90, so the middle between both: (89.666..., 89.833...].
    expect(next("B", "up", low)).toBe("89.7");
  });
});

describe("cutoffs.csv of the explorer", () => {
  it("holds the rows of every track, a repeated one's too", () => {
    const moved = accepted(move(start, "A", 8855));
    const rows = (a: string) =>
      ["182", "282A"].flatMap((track) => [`${track},A,${a}`, `${track},B,80`, `${track},C,70`]);
    expect(cutoffsCsv(roll, accepted(move(start, "A", 885)))).toBe(
      ["track,letter,cutoff", ...rows("88.5"), ""].join("\n"),
    );
    expect(cutoffsCsv(roll, moved)).toContain("182,A,885.5\n");
  });
});
