import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../src/main.ts";
import { fixtureFiles } from "./support/fixture-files.ts";
import { memoryWorld } from "./support/memory-world.ts";

const ROOT = join(import.meta.dirname, "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

interface Block {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The console blocks of the README: a `$ grades ...` line and what it prints; `...` stands for left-out lines. */
const blocks: readonly Block[] = [...README.matchAll(/```console\n\$ grades (.*)\n([\s\S]*?)```/g)].map(
  (match) => ({
    command: match[1] ?? "",
    shown: (match[2] ?? "").trimEnd().split("\n"),
  }),
);

test("the README shows commands with their output", () => {
  expect(blocks.length).toBeGreaterThan(1);
});

test.each(blocks)("the README shows what `grades $command` prints", async ({ command, shown }) => {
  const folder = /fixtures\/[^ ]*(?=\/)/.exec(command)?.[0] ?? "fixtures";
  const files = [...fixtureFiles(join(ROOT, folder))].map(
    ([name, bytes]) => [`${folder}/${name}`, bytes] as const,
  );
  const world = memoryWorld(files);
  const exit = await main(command.split(" "), world);
  const printed = (exit === 0 || exit === 3 ? world.out() : world.err()).trimEnd().split("\n");
  expect(unmatched(printed, shown)).toEqual([]);
});

/** The shown lines that the printed ones do not contain in this order. */
function unmatched(printed: readonly string[], shown: readonly string[]): readonly string[] {
  let at = 0;
  let anywhere = false;
  for (const [index, line] of shown.entries()) {
    if (line === "...") {
      anywhere = true;
      continue;
    }
    const found = anywhere ? printed.indexOf(line, at) : printed[at] === line ? at : -1;
    if (found < 0) return shown.slice(index);
    at = found + 1;
    anywhere = false;
  }
  return [];
}
