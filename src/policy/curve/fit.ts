import { type Derivation, derive, given, operation } from "../../derivation/derivation.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { decimalText, gradePointText, shortestText } from "../../exact/decimal.ts";
import { compare, type Rational, rational } from "../../exact/rational.ts";
import { parameter, read } from "../cite.ts";
import type { GuidelineSettings, Letter, Policy, TrackId } from "../parameters.ts";
import { type CutoffSource, type Fit, letterOf, type TrackCutoffs } from "./cutoffs.ts";
import type { FrozenCutoffs } from "./frozen.ts";
import { gradePointAverage } from "./gpa.ts";
import { curveProblem } from "./problem.ts";
import { publish } from "./publish.ts";
import { solve } from "./solve.ts";

/** The totals of each track's fitted students, in percent points. */
export type FittedTotals = ReadonlyMap<TrackId, readonly Rational[]>;

/** The cut-offs of every track: frozen, else fixed by the policy, else fitted; only a track with students must have some. */
export function cutoffsInForce(
  policy: Policy,
  isTaken: (track: TrackId) => boolean,
  fitted: FittedTotals,
  frozen: FrozenCutoffs | undefined,
  report: Report,
): ReadonlyMap<TrackId, TrackCutoffs> {
  let tell = report;
  const found = new Map<TrackId, TrackCutoffs | undefined>();
  const of = (track: TrackId): TrackCutoffs | undefined => {
    if (!found.has(track)) {
      found.set(track, undefined);
      found.set(track, frozen === undefined ? ofPolicy(track) : ofFile(track, frozen));
    }
    return found.get(track);
  };
  const sameAs = (track: TrackId): TrackCutoffs | undefined => {
    const settings = policy.curve.get(track);
    if (settings?.method !== "same-as") return undefined;
    const other = of(settings.track);
    const source: CutoffSource = {
      method: "same-as",
      by: "i.curve-282A",
      from: settings.track,
      fit: undefined,
    };
    return other && { ...other, track, source };
  };
  const ofFile = (track: TrackId, rows: FrozenCutoffs): TrackCutoffs | undefined => {
    const own = rows.get(track);
    if (own === undefined) {
      const settings = policy.curve.get(track);
      if (settings?.method === "fixed") return ofPolicy(track);
      if (settings?.method !== "same-as") tell(problem("cutoffs-missing", { track }));
      return sameAs(track);
    }
    const cutoffs = own.map(({ letter, value }) => ({ letter, cutoff: read(`cut-off of ${letter}`, value) }));
    const source = { method: "frozen", by: "decision.cutoffs", from: undefined, fit: undefined } as const;
    return { track, cutoffs, lowest: lowestLetter(policy), source };
  };
  const ofPolicy = (track: TrackId): TrackCutoffs | undefined => {
    const settings = policy.curve.get(track);
    if (settings === undefined || settings.method === "same-as") return sameAs(track);
    if (settings.method === "guideline")
      return fitGuideline(policy, track, settings, fitted.get(track) ?? [], tell);
    const cutoffs = policy.letters.flatMap(({ letter }) => {
      const value = settings.cutoffs.get(letter);
      const path = `curve.${track}.cutoffs.${letter}`;
      return value === undefined
        ? []
        : [{ letter, cutoff: parameter(policy, path, `cut-off of ${letter}`, value) }];
    });
    const source = { method: "fixed", by: "decision.cutoffs", from: undefined, fit: undefined } as const;
    return { track, cutoffs, lowest: lowestLetter(policy), source };
  };
  for (const { id } of policy.tracks) if (isTaken(id)) of(id);
  tell = () => undefined;
  const all = policy.tracks.flatMap(({ id }) => of(id) ?? []);
  return new Map(all.map((cutoffs) => [cutoffs.track, cutoffs]));
}

/** Fits the guideline on the letter-graded undergraduates of a track. */
function fitGuideline(
  policy: Policy,
  track: TrackId,
  settings: GuidelineSettings,
  totals: readonly Rational[],
  report: Report,
): TrackCutoffs | undefined {
  const statement = curveProblem(totals, settings, policy.letters);
  const solved = solve(statement);
  if (totals.length === 0 || solved === undefined) {
    report(problem("curve-without-students", { track }));
    return undefined;
  }
  const published = publish(statement, solved.cuts, settings);
  const letters = new Map(
    published.map(({ letter, cutoff }) => [letter, fittedCutoff(track, letter, cutoff, totals)]),
  );
  const cutoffs = [...letters].map(([letter, cutoff]) => ({ letter, cutoff }));
  const gpa = gradePointAverage(lettersOf(statement, solved.cuts), policy.letters) ?? rational(0);
  const found: Fit = {
    students: totals.length,
    distinctTotals: statement.totals.length,
    cuts: solved.cuts,
    cost: rational(solved.cost, statement.unit),
    gpa,
  };
  const source: CutoffSource = { method: "guideline", by: "curve.shares", from: undefined, fit: found };
  const fittedTrack = { track, cutoffs, lowest: lowestLetter(policy), source };
  checkReproduced(
    fittedTrack,
    statement.totals,
    solved.cuts,
    statement.letters.map(({ letter }) => letter),
  );
  reportWindow(track, gpa, settings, report);
  return fittedTrack;
}

const chosenCutoff = operation(
  "decimal between two totals",
  (value: Rational, _method: string): Rational => value,
);

/** A fitted cut-off rests on all fitted totals; the manifest holds the fit. */
function fittedCutoff(
  track: TrackId,
  letter: Letter,
  value: Rational,
  totals: readonly Rational[],
): Derivation<Rational> {
  const shown = given("curve.at-end", `cut-off of ${letter} in ${track}`, value);
  const method = given("curve.shares", "method", `guideline on ${totals.length} students`);
  return derive("curve.shares", `cut-off of ${letter}`, chosenCutoff, shown, method);
}

function lettersOf(statement: ReturnType<typeof curveProblem>, cuts: readonly number[]): readonly Letter[] {
  const ends = [...cuts, statement.totals.length];
  return statement.letters.flatMap(({ letter }, index) => {
    const from = statement.students[ends[index - 1] ?? 0] ?? 0;
    const to = statement.students[ends[index] ?? 0] ?? 0;
    return new Array<Letter>(to - from).fill(letter);
  });
}

/** The printed cut-offs must give every fitted total the letter of its cut; anything else is a defect. */
function checkReproduced(
  track: TrackCutoffs,
  totals: readonly Rational[],
  cuts: readonly number[],
  letters: readonly Letter[],
): void {
  totals.forEach((total, index) => {
    const cut = cuts.findIndex((b) => index < b);
    const expected = letters[cut < 0 ? letters.length - 1 : cut];
    if (letterOf(track, total) !== expected)
      throw new Error(
        `the printed cut-offs of ${track.track} give ${shortestText(total)} another letter than the curve`,
      );
  });
}

function lowestLetter(policy: Policy): Letter {
  return policy.letters.at(-1)?.letter ?? "F";
}

function reportWindow(track: TrackId, gpa: Rational, settings: GuidelineSettings, report: Report): void {
  const { lowest, highest } = settings.gpa;
  const below = compare(gpa, lowest) < 0;
  if (!below && compare(gpa, highest) <= 0) return;
  const facts = {
    track,
    gpa: decimalText(gpa, 3, below ? "toward-minus-infinity" : "half-up"),
    lowest: gradePointText(lowest),
    highest: gradePointText(highest),
    side: below ? "below" : "above",
  };
  report(problem(settings.gpaRequired ? "curve-gpa-required" : "curve-gpa-outside", facts));
}
