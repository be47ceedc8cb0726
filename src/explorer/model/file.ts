import { cutoffTable } from "../../reports/cutoff-table.ts";
import { cutoffsInForce } from "./outcome.ts";
import { cutsOf, type Placement } from "./placement.ts";
import type { Roll } from "./roll.ts";

/** cutoffs.csv for `--cutoffs`: the rows of every track, also of one that repeats another's. */
export function cutoffsCsv(roll: Roll, placement: Placement): string {
  const tracks = roll.tracks.map(
    (track) => [track.track, cutoffsInForce(roll, track.track, cutsOf(roll, placement, track))] as const,
  );
  const { header, rows } = cutoffTable(new Map(tracks));
  return [header, ...rows.map((row) => row.map(({ value }) => value))].map(line).join("");
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}
