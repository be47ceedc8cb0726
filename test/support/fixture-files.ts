import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder by its path from there, with `/`; names in `except` are passed over, as files and as folders. */
export function fixtureFiles(
  folder: string,
  except: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !except.has(name));
  return new Map(
    entries.flatMap((entry): readonly (readonly [string, Uint8Array])[] => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [[entry.name, readFileSync(path)]];
      return [...fixtureFiles(path)].map(([name, bytes]) => [`${entry.name}/${name}`, bytes]);
    }),
  );
}

/** The text of a file; undefined when there is none. */
export function textIn(folder: string, name: string): string | undefined {
  return readdirSync(folder).includes(name) ? readFileSync(join(folder, name), "utf8").trimEnd() : undefined;
}
