import { createHash } from "node:crypto";
import { main } from "../../src/main.ts";
import { type MemoryWorld, memoryWorld } from "./memory-world.ts";

/** Files by path, as text. */
export type Texts = Map<string, string>;

/** The files of a term with those that `compute roster.csv` adds to the folder `out`. */
export async function withOutputs(files: Iterable<readonly [string, string | Uint8Array]>): Promise<Texts> {
  const world = memoryWorld(files);
  const exit = await main(["compute", "roster.csv", "--out", "out", "--quiet"], world);
  if (exit !== 0) throw new Error(`compute ends with ${exit}: ${world.err()}`);
  return textsOf(world);
}

export function textsOf(world: MemoryWorld): Texts {
  return new Map([...world.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** Replaces a part of a file that must hold it. */
export function edit(files: Texts, path: string, from: string, to: string): void {
  const text = files.get(path) ?? "";
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  files.set(path, text.replaceAll(from, to));
}

/** The record and the page of a folder as a run would have written them in which `from` was `to`. */
export function editRun(files: Texts, folder: string, from: string, to: string): void {
  const [record, page] = [`${folder}/audit.jsonl`, `${folder}/report.html`];
  const before = sha256(files.get(page));
  edit(files, page, from, to);
  edit(files, record, from, to);
  edit(files, record, before, sha256(files.get(page)));
}

function sha256(text = ""): string {
  return createHash("sha256").update(text).digest("hex");
}
