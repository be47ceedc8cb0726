import type { Cell, Field } from "../derivation/cell.ts";
import type { Rational } from "../exact/rational.ts";
import type { ComponentId, TrackId } from "../policy/parameters.ts";
import type { OwnColumns } from "../records/score-file.ts";
import type { Instant } from "../time/zone.ts";

/** When work was handed in and how late the export says it was (milliseconds); undefined where the cell is blank. */
export interface HandIn {
  readonly submitted: Field<Instant> | undefined;
  readonly lateness: Field<number> | undefined;
}

/** The maximum, in raw points, of each column that makes a component; undefined where the file has none. */
export type Maxima = readonly (Field<Rational> | undefined)[];

export type Excuse = "excused" | "not assigned";

/** What the files say of one student's work on one component. Missing is not zero, and neither is ungraded. */
export type Work =
  | {
      readonly kind: "graded";
      /** Raw points; several when the policy adds columns up. */
      readonly scores: readonly Field<Rational>[];
      readonly maxima: Maxima;
      readonly handIn: HandIn;
    }
  | {
      readonly kind: "ungraded";
      /** Points of other parts that stand already; they do not count yet. */
      readonly partial: readonly Field<Rational>[];
      readonly maxima: Maxima;
      /** Of the parts that wait for a score alone. */
      readonly waiting: Maxima;
      readonly handIn: HandIn;
      readonly cell: Field<string>;
    }
  | {
      /** The export says that the student need not do it, or that it was never set for the student. */
      readonly kind: "excused";
      readonly why: Excuse;
      readonly maxima: Maxima;
      readonly cell: Field<string>;
    }
  | { readonly kind: "missing"; readonly maxima: Maxima; readonly cell: Field<string> | undefined };

export interface Extension {
  readonly days: Field<number>;
  readonly inGradescope: boolean;
}

/** An instructor's decision on one component or on the student as a whole. */
export type Adjustment = { readonly cell: Field<string>; readonly reason: string } & (
  | { readonly action: "set"; readonly component: ComponentId; readonly points: Field<Rational> }
  | { readonly action: "deduct"; readonly component: ComponentId; readonly amount: Deduction }
  | { readonly action: "zero"; readonly component: ComponentId }
  | { readonly action: "absent"; readonly component: ComponentId }
  | { readonly action: "move-weight"; readonly component: ComponentId; readonly to: ComponentId }
  | { readonly action: "slip-days"; readonly days: Field<Rational> }
  | { readonly action: "incomplete" }
  | { readonly action: "grade"; readonly letter: Field<string> }
);

export type Deduction =
  | { readonly unit: "points"; readonly value: Field<Rational> }
  | { readonly unit: "percent"; readonly value: Field<Rational> };

/** The graded basis of a student: what the letter becomes. */
export type Basis = "letter" | "pnp" | "su" | "unknown";

export interface Student {
  readonly sid: Field<string>;
  readonly name: string;
  readonly email: string;
  readonly track: TrackId;
  readonly trackCell: Field<string> | undefined;
  readonly basis: Basis;
  /** The roster's words for the basis; undefined when it has no such column. */
  readonly basisCell: Field<string> | undefined;
  readonly graduate: boolean;
  /** Whether any score file has a row of the student. */
  readonly hasScores: boolean;
  readonly work: ReadonlyMap<ComponentId, Work>;
  readonly extensions: ReadonlyMap<ComponentId, Extension>;
  readonly adjustments: readonly Adjustment[];
}

/** A column of a score file and the component it was matched to; undefined when it is ignored. */
export interface ColumnUse {
  readonly file: string;
  readonly title: string;
  readonly component: ComponentId | undefined;
}

/** A person of the roster, as far as a list needs to name one. */
export interface Person {
  readonly sid: string;
  readonly name: string;
}

/** A row of a score file: the cell of its SID, and whom it names. */
export interface PlacedRow extends Person {
  readonly cell: Cell;
  readonly email: string;
}

/** How the rows of the score files met the roster, where it was not simply by SID; in the order of the files. */
export interface Meetings {
  /** Rows of nobody on the roster, left out. */
  readonly offRoster: readonly PlacedRow[];
  readonly byEmail: readonly (PlacedRow & { readonly student: Person })[];
  /** Rows whose SID and e-mail address name two students: errors. */
  readonly conflicts: readonly (PlacedRow & { readonly bySid: Person; readonly byAddress: Person })[];
  /** Rows of people who get no grade, with what they are. */
  readonly leftOut: readonly (PlacedRow & { readonly role: string })[];
}

/** Everything the files say, joined and checked; students in the order of their SIDs. */
export interface Gradebook {
  readonly students: readonly Student[];
  readonly waitlisted: number;
  readonly dropped: number;
  /** Teaching assistants and others whom a roster lists beside the students. */
  readonly staff: number;
  /** Columns that an export adds of its own accord, by file: questions of an assignment, totals. */
  readonly ownColumns: readonly (OwnColumns & { readonly file: string })[];
  readonly columns: readonly ColumnUse[];
  readonly meetings: Meetings;
}
