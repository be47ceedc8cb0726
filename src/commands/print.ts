import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Input } from "../io/inputs.ts";
import type { Stream, World } from "../io/world.ts";
import { separatorOf } from "../records/separator.ts";
import type { Summary } from "../reports/summary.ts";
import { diagnosticsText, type Source } from "../writers/diagnostics.ts";
import { drawingOn } from "../writers/drawing.ts";
import { runJson, summaryJson } from "../writers/json.ts";
import { type Palette, palette } from "../writers/palette.ts";
import { summaryText } from "../writers/summary.ts";
import { counted } from "../writers/words.ts";
import type { DrawingOptions, ExitCode, OutputOptions } from "./options.ts";

/** A file that a diagnostic may name. */
export type Shown = Pick<Input, "name" | "path" | "text">;

/** Prints diagnostics on standard error; with --quiet the errors alone. */
export function printProblems(
  world: World,
  options: Pick<OutputOptions, "quiet" | "color">,
  diagnostics: readonly Diagnostic[],
  files: readonly Shown[],
): void {
  const shown =
    options.quiet === true ? diagnostics.filter(({ severity }) => severity === "error") : diagnostics;
  world.stderr.write(diagnosticsText(shown, sourcesOf(files), coloursOf(world, options, world.stderr)));
}

/** Prints diagnostics on standard error, and with --json the machine summary on standard output. */
export function printDiagnostics(
  world: World,
  options: OutputOptions,
  diagnostics: readonly Diagnostic[],
  inputs: readonly Input[],
  exit: ExitCode,
  summary?: Summary,
): void {
  printProblems(world, options, diagnostics, inputs);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) world.stderr.write(`\n${counted(errors, "error")}${closing(options, diagnostics)}.\n`);
  if (options.json === true) world.stdout.write(summaryJson(exit, summary, diagnostics, sourcesOf(inputs)));
}

/** What an error leaves behind, said by a command that writes: nothing, or an output that must be written anew. */
function closing({ out }: OutputOptions, diagnostics: readonly Diagnostic[]): string {
  if (out === "") return "";
  return diagnostics.some(({ code }) => code === "output-half-written")
    ? "; the output is unfinished"
    : "; nothing was written";
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

export function sourcesOf(files: readonly Shown[]): ReadonlyMap<string, Source> {
  return new Map(files.map(({ name, path, text }) => [name, { path, text, separator: separatorOf(text) }]));
}

/** Prints the distribution, unless --json or --quiet asks for something else. */
export function printSummary(world: World, options: OutputOptions & DrawingOptions, summary: Summary): void {
  if (options.json === true || options.quiet === true) return;
  const drawing = drawingOn(world.stdout.columns, options.ascii === true);
  world.stdout.write(summaryText(summary, coloursOf(world, options, world.stdout), drawing));
}

/** Colour only on a terminal, never with NO_COLOR or --no-color. */
export function coloursOf(world: World, options: Pick<OutputOptions, "color">, stream: Stream): Palette {
  return palette(options.color && !world.noColor && stream.isTerminal);
}
