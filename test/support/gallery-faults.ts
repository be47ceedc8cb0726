import { createHash } from "node:crypto";
import { sp22 } from "../../src/policy/terms/sp22.ts";
import { VERSION } from "../../src/version.ts";
import type { MemoryOptions } from "./memory-world.ts";
import { edit, editRun, type Texts } from "./written-folder.ts";

/** What the system refuses in a case whose setup.md says so. */
interface Faults {
  /** Called before each reading; may give other bytes than the file's. */
  readonly read?: (path: string) => Uint8Array | false | undefined;
  /** Called before each writing, renaming, removing and making of a folder. */
  readonly change?: NonNullable<MemoryOptions["fault"]>;
  /** What was done to the folder that `compute` wrote before. */
  readonly later?: (files: Texts) => void;
}

const refuse = (code: string, path: string): never => {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
};

/** Of the built-in policy, as records name it. */
const policySha256 = createHash("sha256").update(JSON.stringify(sp22.document)).digest("hex");

export const galleryFaults: Readonly<Record<string, Faults>> = {
  "file-unreadable/2": {
    read: (path) => path.endsWith("scores-regrades.csv") && refuse("EACCES", path),
  },
  "line-too-long": {
    read: (path) => path.endsWith("scores-regrades.csv") && new TextEncoder().encode("9,".repeat(2_500_000)),
  },
  "output-changed": {
    later: (files) => edit(files, "/term/out/grades.csv", "84.9750,B,B,final", "84.9750,B,B,undecided"),
  },
  "freeze-not-writable": {
    change: (action, path) => action === "write" && path.includes("frozen/") && refuse("ENOENT", path),
  },
  "output-half-written": {
    change: (action, path) => action === "rename" && path.includes("slip-days") && refuse("EPERM", path),
  },
  "output-missing": {
    later: (files) => files.delete("/term/out/slip-days.csv"),
  },
  "output-not-as-written": {
    later: (files) => edit(files, "/term/out/grades.csv", "sid,name", "\uFEFFsid,name"),
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
  "record-other-policy": {
    later: (files) => editRun(files, "/term/out", policySha256.slice(0, 7), "0000000"),
  },
  "record-other-version": {
    later: (files) => {
      editRun(files, "/term/out", VERSION, "0.0.9");
    },
  },
};
