import type { Term } from "../document.ts";
import { sp22 } from "./sp22.ts";

/** The policies that come with the program, by name; the first is the one in force when none is named. */
export const terms: ReadonlyMap<string, Term> = new Map([sp22].map((term) => [term.document.id, term]));
export const DEFAULT_TERM: Term = sp22;
