import { type Derivation, derive, given, operation } from "../../derivation/derivation.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { decimalText, gradePointText, shortestText } from "../../exact/decimal.ts";
import { compare, type Rational } from "../../exact/rational.ts";
import { parameter, read } from "../cite.ts";
import type { Citation, Letter, Policy, TrackId } from "../parameters.ts";
import type { Fit } from "./certificate.ts";
import { type CutoffSource, letterOf, type TrackCutoffs } from "./cutoffs.ts";
import type { FrozenCutoffs } from "./frozen.ts";
import { gradePointAverage } from "./gpa.ts";
import { type MethodSettings, propose } from "./methods.ts";
import { countDistinct } from "./totals.ts";
import { attainableText, causeText } from "./window-text.ts";

/** Settings of a method that looks at the class. */
type FittedSettings = Exclude<MethodSettings, { readonly method: "fixed" }>;

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
    const cutoffs = own.cutoffs.map(({ letter, value }) => ({
      letter,
      cutoff: read(`cut-off of ${letter}`, value),
    }));
    const base = { method: "frozen", by: "decision.cutoffs", from: undefined, fit: undefined } as const;
    return { track, cutoffs, lowest: lowestLetter(policy), source: { ...base, origin: own.origin } };
  };
  const ofPolicy = (track: TrackId): TrackCutoffs | undefined => {
    const settings = policy.curve.get(track);
    if (settings === undefined || settings.method === "same-as") return sameAs(track);
    if (settings.method !== "fixed") return fitCurve(policy, track, settings, fitted.get(track) ?? [], tell);
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

/** Fits a curve on the letter-graded undergraduates of a track. */
function fitCurve(
  policy: Policy,
  track: TrackId,
  settings: FittedSettings,
  totals: readonly Rational[],
  report: Report,
): TrackCutoffs | undefined {
  const found = propose(settings, totals, policy.letters);
  if (found?.fit === undefined) {
    report(problem("curve-without-students", { track }));
    return undefined;
  }
  const { cutoffs, fit } = found;
  const by = settings.method === "shift" ? "decision.cutoffs" : "curve.shares";
  const fittedTrack: TrackCutoffs = {
    track,
    cutoffs: cutoffs.map(({ letter, cutoff }) => ({
      letter,
      cutoff: fittedCutoff(track, letter, cutoff, fit, by),
    })),
    lowest: lowestLetter(policy),
    source: { method: settings.method, by, from: undefined, fit },
  };
  checkReproduced(policy, fittedTrack, fit, totals);
  reportFit(track, fit, settings, report);
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
  { method, students }: Fit,
  by: Citation,
): Derivation<Rational> {
  const shown = given("curve.at-end", `cut-off of ${letter} in ${track}`, value);
  const how = given(by, "method", `${method} on ${students} students`);
  return derive(by, `cut-off of ${letter}`, chosenCutoff, shown, how);
}

/** The printed cut-offs must give the class the letters of the fit, and so its GPA; anything else is a defect. */
function checkReproduced(policy: Policy, track: TrackCutoffs, fit: Fit, totals: readonly Rational[]): void {
  const letters = totals.map((total) => letterOf(track, total));
  const gpa = gradePointAverage(letters, policy.letters);
  if (gpa === undefined || compare(gpa, fit.gpa) !== 0)
    throw new Error(`the printed cut-offs of ${track.track} give another GPA than the curve`);
  if (fit.method === "shift") return;
  const { totals: distinct } = countDistinct(totals);
  distinct.forEach((total, index) => {
    const cut = fit.cuts.findIndex((b) => index < b);
    const expected = cut < 0 ? track.lowest : fit.letters[cut];
    if (letterOf(track, total) !== expected)
      throw new Error(
        `the printed cut-offs of ${track.track} give ${shortestText(total)} another letter than the curve`,
      );
  });
}

function lowestLetter(policy: Policy): Letter {
  return policy.letters.at(-1)?.letter ?? "F";
}

/** Says where a target or a window was not met, and why. */
function reportFit(track: TrackId, fit: Fit, settings: FittedSettings, report: Report): void {
  if (fit.method === "shift" && !fit.reached)
    report(
      problem("curve-shift-short", {
        track,
        target: gradePointText(fit.target),
        highest: decimalText(fit.highest, 3, "toward-minus-infinity"),
      }),
    );
  if (fit.method !== "guideline" || settings.method !== "guideline") return;
  const { window, gpa, distinctTotals } = fit;
  if (window.kind !== "unattainable") return;
  const facts = {
    track,
    gpa: decimalText(gpa, 3, "half-up"),
    lowest: gradePointText(settings.gpa.lowest),
    highest: gradePointText(settings.gpa.highest),
    attainable: attainableText(window),
    cause: causeText(window, distinctTotals),
  };
  report(problem(settings.gpaRequired ? "curve-gpa-required" : "curve-gpa-outside", facts));
}
