import { decimalText } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import type { FixedOrigin } from "../policy/curve/trial.ts";
import type { CurveRequest } from "../reports/curve-view.ts";
import type { Mover, Outcome, TrackComparison } from "../reports/methods.ts";
import { fitSentences } from "./fit-text.ts";
import { cutoffText } from "./histogram.ts";
import { originText } from "./origin-text.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Columns of a row's name, and of each method: its cut-off and its count. */
const NAME = 12;
const CUTOFF = 8;
const COUNT = 5;

/** The methods side by side: cut-offs, letters, GPA and who moves against the proposal. */
export function comparisonLines(
  { track, letters, outcomes }: TrackComparison,
  request: CurveRequest,
  full: boolean,
  colours: Palette,
): readonly string[] {
  const row = (name: string, cell: (outcome: Outcome) => string) =>
    `  ${name.padEnd(NAME - 2)}${outcomes.map((own) => cell(own).padStart(CUTOFF + COUNT)).join("")}`.trimEnd();
  const [, ...others] = outcomes;
  return [
    colours.strong(`${track}: methods side by side, cut-off and letter grades`),
    colours.faint(row("", ({ name }) => name)),
    ...letters.map((letter) => row(letter, (outcome) => letterCell(outcome, letter))),
    row("GPA", ({ gpa }) => gpaText(gpa)),
    ...(request.fixed.has(track) ? [row("fitted GPA", ({ gpaFitted }) => gpaText(gpaFitted))] : []),
    row("rise", ({ rises, name }) => (name === outcomes[0]?.name ? "" : String(rises.length))),
    row("fall", ({ falls, name }) => (name === outcomes[0]?.name ? "" : String(falls.length))),
    ...others.flatMap((outcome) => noteLines(outcome, track, request)),
    ...request.without.map((method) => `  ${method}: the policy's letters have no shares of the guideline`),
    ...(full
      ? others.flatMap((outcome) => moverLines(outcome))
      : others.some(({ rises, falls }) => rises.length + falls.length > 0)
        ? ["  Rise and fall are against the proposal; --full names the students."]
        : []),
  ];
}

function letterCell({ counts, cutoffs }: Outcome, letter: string): string {
  const cutoff = cutoffs.cutoffs.find((own) => own.letter === letter)?.cutoff.value;
  const text = cutoff === undefined ? "" : cutoffText(cutoff);
  return `${text.padStart(CUTOFF)}${String(counts.get(letter) ?? 0).padStart(COUNT)}`;
}

/** What a column is, where its name does not say it. */
function noteLines({ name, cutoffs }: Outcome, track: string, { fixed }: CurveRequest): readonly string[] {
  const { method, from, fit, origin } = cutoffs.source;
  if (from !== undefined) return [];
  if (origin !== undefined) return wrapped(`  ${name}: `, 4, `${origin.file}, ${originText(origin)}`);
  const scale = scaleText(fixed.get(track) ?? "policy");
  const told = fit === undefined ? [] : fitSentences(fit, undefined);
  if (method === "fixed") return wrapped(`  ${name}: `, 4, scale);
  if (method === "shift") return wrapped(`  ${name}: `, 4, `${scale}. ${told[0] ?? ""}`);
  return [];
}

/** Where the cut-offs of `fixed` and `shift` come from. */
function scaleText(origin: FixedOrigin): string {
  return {
    policy: "the policy's fixed cut-offs",
    guaranteed: "the guaranteed cut-offs",
    usual: "the usual scale, which the policy does not have",
  }[origin];
}

function moverLines({ name, rises, falls }: Outcome): readonly string[] {
  const list = (movers: readonly Mover[], what: string) =>
    movers.length === 0
      ? []
      : [
          `  ${name}: ${counted(movers.length, "student")} ${what}`,
          ...movers.map(
            ({ student, from, to }) => `    ${student.sid}  ${from} -> ${to}  ${inLine(student.name)}`,
          ),
        ];
  return [...list(rises, verb(rises, "rises", "rise")), ...list(falls, verb(falls, "falls", "fall"))];
}

function verb(movers: readonly Mover[], one: string, several: string): string {
  return movers.length === 1 ? one : several;
}

function gpaText(gpa: Rational | undefined): string {
  return gpa === undefined ? "-" : decimalText(gpa, 3, "half-up");
}
