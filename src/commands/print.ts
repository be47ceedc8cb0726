import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Input } from "../io/inputs.ts";
import type { Stream, World } from "../io/world.ts";
import type { Summary } from "../reports/summary.ts";
import { diagnosticsText, type Source } from "../writers/diagnostics.ts";
import { runJson, summaryJson } from "../writers/json.ts";
import { type Palette, palette } from "../writers/palette.ts";
import { summaryText } from "../writers/summary.ts";
import type { ExitCode, OutputOptions } from "./options.ts";

/** Prints diagnostics on standard error, and with --json the machine summary on standard output. */
export function printDiagnostics(
  world: World,
  options: OutputOptions,
  diagnostics: readonly Diagnostic[],
  inputs: readonly Input[],
  exit: ExitCode,
  summary?: Summary,
): void {
  const sources = sourcesOf(inputs);
  const shown =
    options.quiet === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  world.stderr.write(diagnosticsText(shown, sources, coloursOf(world, options, world.stderr)));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    world.stderr.write(`\n${errors} ${errors === 1 ? "error" : "errors"}; nothing was written.\n`);
  if (options.json === true) world.stdout.write(summaryJson(exit, summary, diagnostics, sources));
}

/** Prints diagnostics, and a command's own data as JSON. */
export function printJson(
  world: World,
  options: OutputOptions,
  diagnostics: readonly Diagnostic[],
  inputs: readonly Input[],
  exit: ExitCode,
  data: object,
): void {
  printDiagnostics(world, { ...options, json: false }, diagnostics, inputs, exit);
  world.stdout.write(runJson(exit, data, diagnostics, sourcesOf(inputs)));
}

function sourcesOf(inputs: readonly Input[]): ReadonlyMap<string, Source> {
  return new Map(inputs.map(({ name, path, text }) => [name, { path, text }]));
}

/** Prints the distribution, unless --json or --quiet asks for something else. */
export function printSummary(world: World, options: OutputOptions, summary: Summary): void {
  if (options.json === true || options.quiet === true) return;
  world.stdout.write(summaryText(summary, coloursOf(world, options, world.stdout)));
}

/** Colour only on a terminal, never with NO_COLOR or --no-color. */
export function coloursOf(world: World, options: Pick<OutputOptions, "color">, stream: Stream): Palette {
  return palette(options.color && !world.noColor && stream.isTerminal);
}
