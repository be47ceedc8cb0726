import type { Dice } from "../oracle/random-dice.ts";
import type { MemoryOptions } from "../support/memory-world.ts";

export interface Faults {
  readonly change: NonNullable<MemoryOptions["fault"]>;
  readonly read: (path: string) => void;
  readonly told: string;
}

const CODES = ["ENOSPC", "EACCES", "EPERM", "EROFS", "EIO", "EMFILE", "EEXIST", "ENOTDIR"];
const READ_CODES = ["EACCES", "EPERM", "EIO", "EISDIR", "ENOENT", "EMFILE"];

/** A system that refuses one change, or every one from some point on; now and then also the reading of a file. */
export function someFaults(dice: Dice, names: readonly string[]): Faults {
  const [first, last] = [dice.int(1, 14), dice.chance(0.4) ? Number.POSITIVE_INFINITY : 0];
  const code = dice.pick(CODES);
  const refused = dice.chance(0.3) ? dice.pick(names) : undefined;
  const readCode = dice.pick(READ_CODES);
  let changes = 0;
  return {
    change: (_, path) => {
      changes += 1;
      if (changes >= first && changes <= Math.max(first, last)) refuse(code, path);
    },
    read: (path) => {
      if (path === refused) refuse(readCode, path);
    },
    told: `${code} from change ${first}${last > first ? " on" : ""}${refused === undefined ? "" : `, ${readCode} on reading ${refused}`}`,
  };
}

function refuse(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}
