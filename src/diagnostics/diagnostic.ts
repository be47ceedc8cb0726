import type { catalogue } from "./catalogue.ts";

export type Severity = "error" | "warning";

/** A place in an input: a CSV field, or a character of a policy file; a file alone where no line can be named. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly unit?: "field" | "character";
}

/** One kind of problem: how bad it is, what it says, and what to do next. */
export interface Kind<F> {
  readonly severity: Severity;
  readonly message: (facts: F) => string;
  readonly hint: (facts: F) => string;
}

export const error = <F>(message: (facts: F) => string, hint: (facts: F) => string): Kind<F> => ({
  severity: "error",
  message,
  hint,
});

export const warning = <F>(message: (facts: F) => string, hint: (facts: F) => string): Kind<F> => ({
  severity: "warning",
  message,
  hint,
});

export type Code = keyof typeof catalogue;
export type Facts<C extends Code> = Parameters<(typeof catalogue)[C]["message"]>[0];

/** One problem of one input, as data. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly at: Place | undefined;
}

/** Takes a diagnostic on its way beside the value. */
export type Report = (diagnostic: Diagnostic) => void;

/** Thrown where nothing sensible can follow; everything found so far is printed with it. */
export class Stopped extends Error {}
