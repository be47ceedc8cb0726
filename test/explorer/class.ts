import type { Placed, Placement } from "../../src/explorer/model/placement.ts";
import { type Roll, rollOf, type TrackRoll } from "../../src/explorer/model/roll.ts";
import type { ExplorerData, ExplorerStudent } from "../../src/reports/class/explorer-data.ts";

export const LETTERS: ExplorerData["letters"] = [
  { letter: "A", points: "4" },
  { letter: "B", points: "3" },
  { letter: "C", points: "2" },
  { letter: "F", points: "0" },
];

/** A 182 of students with these totals and a 282A that repeats its cut-offs: A 90, B 80, C 70. */
export function smallData(totals: readonly string[], marks = "gf"): ExplorerData {
  const student =
    (track: string) =>
    (total: string, index: number): ExplorerStudent => [
      `${track}-${String(index).padStart(5, "0")}`,
      `Student ${index} of ${track}`,
      total,
      "",
      marks,
    ];
  const cutoffs = [
    { letter: "A", cutoff: "90" },
    { letter: "B", cutoff: "80" },
    { letter: "C", cutoff: "70" },
  ];
  const base = { provisional: false, cutoffs };
  return {
    policy: "test",
    letters: LETTERS,
    passing: { pnp: "C", su: "B" },
    tracks: [
      {
        ...base,
        track: "182",
        method: "guideline",
        from: null,
        guideline: [{ letter: "A", share: "45/2" }],
        window: { lowest: "3", highest: "3.5" },
        students: totals.map(student("182")),
      },
      {
        ...base,
        track: "282A",
        method: "same-as",
        from: "182",
        guideline: null,
        window: null,
        students: totals.map(student("282A")),
      },
    ],
  };
}

export function smallRoll(...totals: readonly string[]): Roll {
  return rollOf(smallData(totals));
}

export function trackIn({ tracks }: Roll, id: string): TrackRoll {
  const found = tracks.find(({ track }) => track === id);
  if (found === undefined) throw new Error(`no track ${id}`);
  return found;
}

/** The placement that was accepted. */
export function accepted(placed: Placed): Placement {
  if ("refused" in placed) throw new Error(`refused: ${JSON.stringify(placed.refused)}`);
  return placed.placement;
}
