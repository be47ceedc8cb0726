/** What became of a file since the run. */
export type Verdict =
  | "same"
  | "changed"
  | "missing"
  | "unreadable"
  /** It came from standard input. */
  | "not kept"
  /** Its hash is the recorded one, but nothing could be computed to compare it with. */
  | "as recorded"
  | "not compared";

export interface VerifiedFile {
  readonly role: string;
  readonly path: string;
  readonly verdict: Verdict;
}

/** What `verify` found of a folder. */
export interface Verification {
  readonly folder: string;
  readonly version: string;
  readonly policy: { readonly id: string; readonly sha256: string };
  readonly inputs: readonly VerifiedFile[];
  readonly outputs: readonly VerifiedFile[];
  /** Whether the grades were computed again. */
  readonly recomputed: boolean;
  readonly verified: boolean;
}
