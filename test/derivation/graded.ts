import { parse } from "csv-parse/sync";
import { attempt } from "../../src/commands/attempt.ts";
import type { Derivation } from "../../src/derivation/derivation.ts";
import type { Policy } from "../../src/policy/parameters.ts";
import type { Grade, Grades } from "../../src/policy/policy.ts";
import { assumptionText } from "../../src/policy/readings.ts";
import type { Standing } from "../../src/policy/standing.ts";
import type { Zone } from "../../src/time/zone.ts";
import type { Files } from "../properties/run.ts";
import { memoryWorld } from "../support/memory-world.ts";

/** A class graded in memory, with the files that its derivations cite. */
export interface GradedClass {
  readonly policy: Policy;
  readonly zone: Zone;
  readonly grades: Grades;
  /** The text of a cell: 1-based line and field, where no cell holds a line break. */
  readonly textAt: (file: string, line: number, column: number) => string | undefined;
}

export async function graded(files: Files): Promise<GradedClass> {
  const { graded: found, diagnostics } = await attempt(memoryWorld(files), "roster.csv", { discover: true });
  if (found === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  const { term, grades } = found;
  const tables = new Map(
    [...files].filter(([name]) => name.endsWith(".csv")).map(([name, text]) => [name, rowsByLine(text)]),
  );
  const textAt = (file: string, line: number, column: number) => tables.get(file)?.[line - 1]?.[column - 1];
  return { policy: term.policy, zone: term.zone, grades, textAt };
}

function rowsByLine(text: string): readonly (readonly string[])[] {
  return parse(text, {
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
  }) as string[][];
}

type Named = readonly [name: string, derivation: Derivation | undefined];

/** Everything about a student that carries a derivation, by name. */
export function derivationsOf(grade: Grade): readonly (readonly [string, Derivation])[] {
  const { ledger, maximums, weights, standings } = grade.assessment;
  const named: readonly Named[] = [
    ["grade", grade.grade],
    ["letter", grade.letter],
    ["total", grade.total],
    ["grade if zero", grade.ifZero],
    ["slip-day budget", ledger.budget],
    ...ledger.entries.map(({ component, due }): Named => [`due time of ${component.id}`, due]),
    ...ledger.entries.map(({ component, daysLate }): Named => [`days late of ${component.id}`, daysLate]),
    ...[...maximums].map(([id, maximum]): Named => [`maximum of ${id}`, maximum]),
    ...[...weights].map(([id, weight]): Named => [`weight of ${id}`, weight]),
    ...[...standings].map(([id, standing]): Named => [`standing of ${id}`, evidenceOf(standing)]),
    ...grade.readings.each.map((reading): Named => [`total with ${assumptionText(reading)}`, reading.total]),
  ];
  return named.flatMap(([name, derivation]) => (derivation === undefined ? [] : [[name, derivation]]));
}

function evidenceOf(standing: Standing): Derivation | undefined {
  if (standing.kind === "counted") return standing.score;
  return standing.kind === "missed" ? standing.evidence : undefined;
}
