import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { type Format, type Recognised, titlesOf } from "./format.ts";
import { otherFiles } from "./other-files.ts";
import type { Table } from "./table.ts";

/** The kinds of one sort of file: exports with a header of their own, and the plain table that has none of these. */
export interface Kinds<S> {
  readonly exported: readonly Format<S>[];
  readonly plain: Format<S>;
}

/** What a command wants of a file. */
export interface Wanted {
  /** In words, such as "a roster". */
  readonly what: string;
  /** What to do where the other sort of file was given. */
  readonly instead: string;
}

/** The format of a table; "refused" where its header is known as something else, which is then reported. */
export function recognise<S>(
  table: Table,
  kinds: Kinds<S>,
  otherKinds: Kinds<unknown>,
  wanted: Wanted,
  report: Report,
): Format<S> | "refused" | undefined {
  const titles = titlesOf(table);
  const isKnown = ({ recognises }: Recognised) => recognises(titles);
  const refuse = (name: string, instead: string) => {
    const facts = { found: withArticle(name), wanted: wanted.what, instead };
    report(problem("file-other-kind", facts, { file: table.file, line: table.headerLine }));
    return "refused" as const;
  };
  const useless = otherFiles.find(isKnown);
  if (useless !== undefined) return refuse(useless.name, useless.instead);
  const own = kinds.exported.find(isKnown);
  if (own !== undefined) return own;
  const other = otherKinds.exported.find(isKnown);
  if (other !== undefined) return refuse(other.name, wanted.instead);
  if (isKnown(kinds.plain)) return kinds.plain;
  return isKnown(otherKinds.plain) ? refuse(otherKinds.plain.name, wanted.instead) : undefined;
}

/** "a Canvas gradebook", "an E-Grades list"; scores, evaluations and results have none. */
function withArticle(name: string): string {
  if (/^(?:Gradescope )?(?:scores|evaluations|results) /.test(name)) return name;
  return `${/^(?:[aeiou]|nb)/i.test(name) ? "an" : "a"} ${name}`;
}
