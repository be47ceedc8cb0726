import { shortestText } from "../exact/decimal.ts";
import type { TrackCutoffs } from "../policy/curve/cutoffs.ts";
import type { TrackId } from "../policy/parameters.ts";
import { plain, type Table } from "./table.ts";

/** cutoffs.csv: track by track, highest first; read back as --cutoffs it gives the same letters. */
export function cutoffTable(cutoffs: ReadonlyMap<TrackId, TrackCutoffs>): Table {
  return {
    header: ["track", "letter", "cutoff"],
    rows: [...cutoffs].flatMap(([track, { cutoffs: own }]) =>
      own.map(({ letter, cutoff }) => [plain(track), plain(letter), plain(shortestText(cutoff.value))]),
    ),
  };
}
