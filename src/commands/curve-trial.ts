import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { shortestText } from "../exact/decimal.ts";
import { compare } from "../exact/rational.ts";
import { type Input, readInputs } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import { CUTOFF_COLUMNS, type FrozenCutoff, readCutoffRows } from "../policy/curve/frozen.ts";
import { ownTracks, type Trial } from "../policy/curve/trial.ts";
import type { Policy, TrackId } from "../policy/parameters.ts";
import { readDecisions } from "../records/decisions.ts";
import { plainTitle } from "../records/header.ts";
import { readTable } from "../records/table.ts";

/** Reads the file of --guaranteed under a name that no other input has. */
export function readGuaranteed(
  world: World,
  path: string | undefined,
  inputs: readonly Input[],
  report: Report,
): Input | undefined {
  if (path === undefined) return undefined;
  const [found] = readInputs(world, [{ role: "guaranteed", path }], report);
  const taken = inputs.some(({ name }) => name === found?.name);
  return found && (taken ? { ...found, name: path } : found);
}

/** The guaranteed cut-offs by track: `track,letter,cutoff`, or `letter,cutoff` for every track of its own. */
export function guaranteedOf(file: Input | undefined, policy: Policy, report: Report): Trial["guaranteed"] {
  const table = file && readTable(file.name, file.text, report);
  if (table === undefined) return new Map();
  const own = ownTracks(policy);
  const found = new Map<TrackId, readonly FrozenCutoff[]>();
  if (table.header.some((title) => plainTitle(title) === "track")) {
    const rows = readDecisions(table, "guaranteed cut-offs", CUTOFF_COLUMNS, [], report);
    for (const [track, cutoffs] of readCutoffRows(rows, policy, report)) found.set(track, cutoffs);
  } else {
    const rows = readDecisions(table, "guaranteed cut-offs", ["letter", "cutoff"], [], report);
    const [first = ""] = own;
    const named = rows.map((row) => ({ ...row, track: { value: first, cell: row.letter.cell } }));
    const cutoffs = readCutoffRows(named, policy, report).get(first);
    for (const track of own) if (cutoffs !== undefined) found.set(track, cutoffs);
  }
  for (const [track, cutoffs] of found) {
    const settings = policy.curve.get(track);
    if (settings?.method === "same-as") {
      const facts = { track, from: settings.track, rows: cutoffs.length };
      report(problem("guaranteed-not-used", facts, cutoffs[0]?.value.cell));
      found.delete(track);
    } else if (settings?.method === "guideline" || settings?.method === "shares")
      checkAgainst(policy, track, cutoffs, settings.minimum, report);
  }
  return new Map(
    [...found].map(([track, cutoffs]) => [
      track,
      new Map(cutoffs.map(({ letter, value }) => [letter, value.value])),
    ]),
  );
}

/** A letter that is guaranteed from below where a letter no better than it may begin leaves no cut-offs at all. */
function checkAgainst(
  policy: Policy,
  track: TrackId,
  cutoffs: readonly FrozenCutoff[],
  minimum: ReadonlyMap<string, FrozenCutoff["value"]["value"]>,
  report: Report,
): void {
  const rank = (letter: string) => policy.letters.findIndex((own) => own.letter === letter);
  for (const { letter, value } of cutoffs)
    for (const [other, least] of minimum)
      if (rank(other) >= rank(letter) && compare(value.value, least) < 0) {
        const first = `${letter} guaranteed from ${shortestText(value.value)}`;
        const second = `${other} never below ${shortestText(least)}`;
        report(
          problem("policy-contradiction", { path: `curve.${track}.minimum`, first, second }, value.cell),
        );
      }
}
