import type { Field } from "../../derivation/cell.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { parseDecimal, shortestText } from "../../exact/decimal.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import type { DecisionRow } from "../../records/decisions.ts";
import type { Letter, Policy, TrackId } from "../parameters.ts";
import { type FrozenOrigin, type OriginColumn, type OriginFields, readOrigin } from "./origin.ts";

export const CUTOFF_COLUMNS = ["track", "letter", "cutoff"] as const;
export type CutoffRow = DecisionRow<(typeof CUTOFF_COLUMNS)[number]>;
export type FrozenColumn = (typeof CUTOFF_COLUMNS)[number] | OriginColumn;
/** A row with what it says of where the cut-off came from. */
export type FrozenRow = CutoffRow & OriginFields;

/** A frozen cut-off with the cell it stands in. */
export interface FrozenCutoff {
  readonly letter: Letter;
  readonly value: Field<Rational>;
}

/** The frozen cut-offs of a track, highest first, and how they were found where the file says so. */
export interface FrozenTrack {
  readonly cutoffs: readonly FrozenCutoff[];
  readonly origin: FrozenOrigin | undefined;
}

export type FrozenCutoffs = ReadonlyMap<TrackId, FrozenTrack>;

/** Reads cutoffs.csv with its optional columns. */
export function readFrozenCutoffs(rows: readonly FrozenRow[], policy: Policy, report: Report): FrozenCutoffs {
  return new Map(
    [...readCutoffRows(rows, policy, report)].map(([track, cutoffs]) => {
      const own = rows.filter((row) => row.track.value.toLowerCase() === track.toLowerCase());
      return [track, { cutoffs, origin: readOrigin(own, track, policy, report) }];
    }),
  );
}

/** Reads cut-offs: known tracks and letters, each once, better letters strictly higher. */
export function readCutoffRows(
  rows: readonly CutoffRow[],
  policy: Policy,
  report: Report,
): ReadonlyMap<TrackId, readonly FrozenCutoff[]> {
  const found = new Map<TrackId, FrozenCutoff[]>();
  for (const row of rows) {
    const track = knownTrack(row.track, policy, report);
    const letter = knownLetter(row.letter, policy, report);
    const value = parseDecimal(row.cutoff.value);
    if (value === undefined)
      report(problem("cutoff-not-a-number", { text: row.cutoff.value }, row.cutoff.cell));
    if (track === undefined || letter === undefined || value === undefined) continue;
    const own = found.get(track) ?? [];
    const earlier = own.find((cutoff) => cutoff.letter === letter);
    if (earlier !== undefined)
      report(problem("cutoff-repeated", { track, letter, line: earlier.value.cell.line }, row.letter.cell));
    else own.push({ letter, value: { value, cell: row.cutoff.cell } });
    found.set(track, own);
  }
  const rank = new Map(policy.letters.map(({ letter }, index) => [letter, index]));
  for (const [track, own] of found) {
    const sorted = own.toSorted((a, b) => (rank.get(a.letter) ?? 0) - (rank.get(b.letter) ?? 0));
    found.set(track, sorted);
    checkOrder(sorted, report);
  }
  return found;
}

function knownTrack(
  { value: text, cell }: Field<string>,
  policy: Policy,
  report: Report,
): TrackId | undefined {
  const track = policy.tracks.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  if (track === undefined)
    report(problem("cutoff-track", { text, known: policy.tracks.map(({ id }) => id).join(", ") }, cell));
  return track?.id;
}

function knownLetter(
  { value: text, cell }: Field<string>,
  policy: Policy,
  report: Report,
): Letter | undefined {
  const known = policy.letters.slice(0, -1).map(({ letter }) => letter);
  const letter = known.find((candidate) => candidate === text.toUpperCase());
  if (letter === undefined) report(problem("cutoff-letter", { text, known: known.join(", ") }, cell));
  return letter;
}

function checkOrder(sorted: readonly FrozenCutoff[], report: Report): void {
  sorted.forEach((worse, index) => {
    const better = sorted[index - 1];
    if (better === undefined || compare(better.value.value, worse.value.value) > 0) return;
    const facts = {
      better: better.letter,
      worse: worse.letter,
      above: shortestText(better.value.value),
      below: shortestText(worse.value.value),
    };
    report(problem("cutoff-order", facts, worse.value.cell));
  });
}
