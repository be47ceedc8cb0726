import type { MemoryOptions } from "./memory-world.ts";

/** What the system refuses in a case whose setup.md says so. */
interface Faults {
  /** Called before each reading. */
  readonly read?: (path: string) => void;
  /** Called before each writing, renaming, removing and making of a folder. */
  readonly change?: NonNullable<MemoryOptions["fault"]>;
}

const refuse = (code: string, path: string): never => {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
};

export const galleryFaults: Readonly<Record<string, Faults>> = {
  "file-unreadable/2": {
    read: (path) => path.endsWith("scores-regrades.csv") && refuse("EACCES", path),
  },
  "output-half-written": {
    change: (action, path) => action === "rename" && path.includes("slip-days") && refuse("EPERM", path),
  },
  "output-not-writable": {
    change: (action, path) => action === "write" && path.includes("slip-days") && refuse("ENOSPC", path),
  },
  "output-not-writable/2": {
    change: (action, path) => action === "folder" && refuse("EEXIST", path),
  },
  "output-not-writable/3": {
    change: (action, path) => action === "folder" && refuse("EACCES", path),
  },
};
