import { shortestText } from "../exact/decimal.ts";
import { type Clause, clauses } from "../policy/clauses.ts";
import { type Interpretation, interpretations } from "../policy/interpretations.ts";
import { allLines } from "../reports/explanation/line.ts";
import type { Explanation } from "../reports/explanation.ts";
import type { Zone } from "../time/zone.ts";
import { type DerivationJson, derivationJson } from "./derivation-json.ts";
import type { Palette } from "./palette.ts";
import { brokenLines, citedLines, titled } from "./tree.ts";

/** What `--full` adds: every cut-off, the derivations as they were computed, and the ids in words. */
export function fullSections(
  explanation: Explanation,
  zone: Zone,
  colours: Palette,
): readonly (readonly string[])[] {
  const derivations = explanation.derivations.map((derivation) => derivationJson(derivation, zone));
  const raw = derivations.flatMap((own) => rawLines(own, 1, colours));
  return [
    titled("Cut-offs in force", cutoffLines(explanation), colours),
    titled("The whole derivation", raw, colours),
    titled("Clauses and interpretations", clauseLines(explanation, derivations), colours),
  ];
}

function cutoffLines({ cutoffs }: Explanation): readonly string[] {
  const { source, lowest } = cutoffs;
  const list = cutoffs.cutoffs.map(({ letter, cutoff }) => `${letter} ${shortestText(cutoff.value)}`);
  const from = source.from === undefined ? "" : ` of ${source.from}`;
  return brokenLines(`${source.method}${from}: ${[...list, `${lowest} below`].join(", ")}`, "  ");
}

/** Every step and leaf as it was computed. */
function rawLines(own: DerivationJson, depth: number, colours: Palette): readonly string[] {
  const place = own.cell ?? own.place ?? own.parameter;
  const how = own.operation === undefined ? "" : ` (${own.operation})`;
  const text = `${own.value === "" ? "blank" : own.value}  ${own.what}${how}${place === undefined ? "" : ` ${place}`}`;
  return [
    ...citedLines(text, "  ".repeat(depth), own.by, colours),
    ...(own.from ?? []).flatMap((input) => rawLines(input, depth + 1, colours)),
  ];
}

/** The ids that were cited, in words. */
function clauseLines(
  { why, readings }: Explanation,
  derivations: readonly DerivationJson[],
): readonly string[] {
  const lines = [...allLines(why), ...readings.flatMap(({ from }) => from)];
  const cited = new Set([
    ...lines.map(({ by }) => by as string | undefined),
    ...derivations.flatMap(citations),
  ]);
  const own = Object.entries<Clause>(clauses).filter(([id]) => cited.has(id));
  const silent = Object.entries<Interpretation>(interpretations).filter(([id]) => cited.has(id));
  return [
    ...own.flatMap(([id, { text }]) => brokenLines(`${id}: ${text}`, "  ")),
    ...silent.flatMap(([id, { question, decision }]) => brokenLines(`${id}: ${question} ${decision}`, "  ")),
  ];
}

function citations({ by, from = [] }: DerivationJson): readonly (string | undefined)[] {
  return [by, ...from.flatMap(citations)];
}
