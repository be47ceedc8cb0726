import type { Field } from "../derivation/cell.ts";

/** One row of a roster as it stands there; undefined where the roster has no such column. */
export interface RosterRow {
  readonly sid: Field<string>;
  readonly name: string;
  readonly email: string;
  /** The CalNet UID; blank where the roster has none. */
  readonly uid: string;
  readonly role: string;
  readonly track: Field<string> | undefined;
  readonly course: Field<string> | undefined;
  readonly sections: Field<string> | undefined;
  readonly basis: Field<string> | undefined;
  readonly terms: Field<string> | undefined;
}

export interface RosterSheet {
  /** What kind of export it is, in words. */
  readonly kind: string;
  readonly file: string;
  readonly headerLine: number;
  readonly rows: readonly RosterRow[];
}
