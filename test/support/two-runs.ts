import { expect } from "vitest";
import { main } from "../../src/main.ts";
import { csv, type Files } from "../properties/run.ts";
import { type MemoryWorld, memoryWorld } from "./memory-world.ts";

/** Two terms, each computed in its own folder: old/out and new/out. */
export async function twoRuns(
  older: Files,
  newer: Files,
  args: readonly string[] = [],
): Promise<MemoryWorld> {
  const below = (folder: string, files: Files) =>
    [...files].map(([name, text]) => [`${folder}/${name}`, text] as const);
  const world = memoryWorld([...below("old", older), ...below("new", newer)]);
  for (const folder of ["old", "new"]) {
    const argv = ["compute", `${folder}/roster.csv`, "--out", `${folder}-out`, "--quiet", ...args];
    expect([0, 3], world.err()).toContain(await main(argv, world));
  }
  return world;
}

export interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export async function diffIn(
  world: MemoryWorld,
  args: readonly string[] = [],
  sides: readonly string[] = ["old-out", "new-out"],
): Promise<Printed> {
  const again = memoryWorld(world.files);
  const exit = await main(["diff", ...sides, ...args], again);
  return { exit, out: again.out(), err: again.err() };
}

export async function jsonOf(world: MemoryWorld, sides?: readonly string[]) {
  return JSON.parse((await diffIn(world, ["--json"], sides)).out);
}

export function edited(
  files: Files,
  name: string,
  ...edits: readonly (readonly [string | RegExp, string])[]
): Files {
  const text = edits.reduce((current, [from, to]) => {
    expect(current.replace(from, to)).not.toBe(current);
    return current.replace(from, to);
  }, files.get(name) ?? "");
  return new Map([...files, [name, text]]);
}

export const CUTOFFS = csv("track,letter,cutoff", [
  ["182", "A", "90"],
  ["182", "B", "80"],
  ["182", "C", "70"],
]);

/** A small class without anything special. */
export function smallClass(more: Readonly<Record<string, string>> = {}): Files {
  return new Map([
    [
      "roster.csv",
      csv("sid,name,track", [
        ["1", "Ada", "182"],
        ["2", "Ben", "182"],
        ["3", "Cai", "182"],
      ]),
    ],
    [
      "scores.csv",
      csv("sid,hw1,hw2,hw3,hw4,midterm1,midterm2", [
        ["1", "80", "80", "80", "80", "80", "79"],
        ["2", "90", "90", "90", "90", "90", "90"],
        ["3", "75", "75", "75", "75", "75", "75"],
      ]),
    ],
    ["cutoffs.csv", CUTOFFS],
    ...Object.entries(more),
  ]);
}
