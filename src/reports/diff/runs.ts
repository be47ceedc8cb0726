import type { Manifest } from "../../writers/audit.ts";
import type { CutoffTexts, RunDifferences } from "./causes.ts";
import { type ParameterChange, parameterChanges } from "./parameters.ts";

/** Two values of one thing; undefined where a run has none. */
export interface Pair {
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** How two runs differ as a whole. */
export interface RunChanges {
  readonly version: Pair;
  readonly policy: Pair & { readonly isSame: boolean };
  readonly parameters: readonly ParameterChange[];
  /** Inputs that are not the same bytes in both runs. */
  readonly inputs: readonly {
    readonly role: string;
    readonly name: string;
    readonly change: "changed" | "added" | "removed";
  }[];
  readonly cutoffs: readonly (Pair & { readonly track: string; readonly letter: string })[];
  /** Tracks whose cut-offs were found in another way. */
  readonly methods: readonly (Pair & { readonly track: string })[];
}

export function runChanges(older: Manifest, newer: Manifest): RunChanges {
  const tracks = keysOf(older.cutoffs, newer.cutoffs);
  const [olds, news] = [cutoffTexts(older), cutoffTexts(newer)];
  return {
    version: { old: older.version, new: newer.version },
    policy: {
      old: older.policy.id,
      new: newer.policy.id,
      isSame: older.policy.sha256 === newer.policy.sha256,
    },
    parameters: parameterChanges(older, newer),
    inputs: inputChanges(older, newer),
    cutoffs: tracks.flatMap((track) => {
      const [a, b] = [olds.get(track), news.get(track)];
      const letters = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
      return letters
        .map((letter) => ({ track, letter, old: a?.get(letter), new: b?.get(letter) }))
        .filter((pair) => pair.old !== pair.new);
    }),
    methods: tracks
      .map((track) => ({ track, old: older.cutoffs[track]?.method, new: newer.cutoffs[track]?.method }))
      .filter((pair) => pair.old !== pair.new),
  };
}

/** What the result of a student can rest on and that differs between the runs. */
export function runDifferences(older: Manifest, newer: Manifest): RunDifferences {
  return {
    cutoffs: { old: cutoffTexts(older), new: cutoffTexts(newer) },
    parameters: parameterChanges(older, newer),
    files: new Set(inputChanges(older, newer).map(({ name }) => name)),
  };
}

/** The cut-offs of a run by track and letter. */
function cutoffTexts({ cutoffs }: Manifest): CutoffTexts {
  return new Map(
    Object.entries(cutoffs).map(([track, own]) => [
      track,
      new Map(own.cutoffs.map(({ letter, cutoff }) => [letter, cutoff])),
    ]),
  );
}

function inputChanges(older: Manifest, newer: Manifest): RunChanges["inputs"] {
  const key = ({ role, name }: Manifest["inputs"][number]) => `${role} ${name}`;
  const [olds, news] = [older, newer].map(
    ({ inputs }) => new Map(inputs.map((input) => [key(input), input])),
  );
  return [...new Map([...(olds ?? []), ...(news ?? [])])].flatMap(([at, { role, name }]) => {
    const [a, b] = [olds?.get(at), news?.get(at)];
    if (a?.sha256 === b?.sha256) return [];
    return [
      { role, name, change: a === undefined ? "added" : b === undefined ? "removed" : "changed" } as const,
    ];
  });
}

function keysOf(...records: readonly object[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}
