// The independent second computation: a term folder's files to the tables that `compute` writes, cell by cell.
import type Fraction from "fraction.js";
import { durationText, isoText } from "./los-angeles-clock.ts";
import { readAdjustments } from "./oracle-adjustments.ts";
import { type Cutoff, fitCurve } from "./oracle-curve.ts";
import { type Curve, type Policy, policyOf } from "./oracle-policy.ts";
import { readRoster, type Student } from "./oracle-roster.ts";
import { dueWithExtension } from "./oracle-slip-days.ts";
import { byDueDate, type Part, type Result, resultOf } from "./oracle-student.ts";
import { defused, exact, fourDecimals, reader, readTable, shortestDecimal, ZERO } from "./oracle-table.ts";
import { tenthsOf } from "./oracle-window.ts";
import { readScores, secondsLate } from "./oracle-work.ts";

export type Tables = { grades: string[][]; slipDays: string[][]; cutoffs: string[][] };

export function oracle(files: ReadonlyMap<string, string>): Tables {
  const policy = policyOf(files.get("policy.yaml"));
  const everybody = readRoster(files.get("roster.csv") ?? "", policy);
  const gradebook = readScores(files, everybody, policy);
  const adjustmentsOf = readAdjustments(files, policy);
  const results = everybody
    .filter((student) => student.enrolled)
    .sort((a, b) => (a.sid < b.sid ? -1 : 1))
    .map((student) => resultOf(student, adjustmentsOf(student), gradebook, policy));
  const tracks = [...policy.weights.keys()];
  const cutoffs = new Map(tracks.map((track) => [track, cutoffsOf(track, policy, results, files)]));
  return {
    grades: gradesTable(results, policy, cutoffs),
    slipDays: slipDaysTable(results),
    cutoffs: [
      ["track", "letter", "cutoff"],
      ...[...cutoffs].flatMap(([track, rows]) =>
        rows.map(({ letter, cutoff }) => [track, letter, shortestDecimal(cutoff)]),
      ),
    ],
  };
}

function cutoffsOf(
  track: string,
  policy: Policy,
  results: readonly Result[],
  files: ReadonlyMap<string, string>,
): Cutoff[] {
  const curve = policy.curve.get(track);
  if (!curve) throw new Error(`no curve for ${track}`);
  const frozen = files.get("cutoffs.csv");
  if (frozen !== undefined) {
    const own = frozenCutoffs(frozen, track, policy);
    return own.length > 0 ? own : frozenCutoffs(frozen, curve.sameAs, policy);
  }
  if (curve.method === "same-as") return cutoffsOf(curve.sameAs, policy, results, files);
  if (curve.method === "fixed") return inLetterOrder(curve.cutoffs, policy);
  const fitted = results.filter(
    ({ student, status, adjustments }) =>
      student.track === track &&
      student.scale === "letter" &&
      (!student.graduate || track === "282A") &&
      status === "final" &&
      adjustments.grade === undefined,
  );
  const totals = fitted.flatMap(({ total }) => total ?? []);
  if (curve.method === "shift") return lowered(inLetterOrder(curve.cutoffs, policy), totals, curve);
  return fitCurve(totals, curve);
}

// Step by step until the class has the GPA.
function lowered(cutoffs: readonly Cutoff[], totals: readonly Fraction[], { target, step }: Curve): Cutoff[] {
  for (let by = ZERO; ; by = by.add(step)) {
    const rows = cutoffs.map(({ letter, cutoff }) => ({ letter, cutoff: cutoff.sub(by) }));
    const letters = totals.map((total) => rows.find(({ cutoff }) => total.gte(cutoff))?.letter ?? "F");
    const tenths = tenthsOf(letters).reduce((sum, own) => sum + own, 0);
    if (target.mul(10 * totals.length).lte(tenths)) return rows;
  }
}

const inLetterOrder = (cutoffs: ReadonlyMap<string, Fraction>, policy: Policy): Cutoff[] =>
  policy.letters.flatMap((letter) => {
    const cutoff = cutoffs.get(letter);
    return cutoff ? [{ letter, cutoff }] : [];
  });

function frozenCutoffs(text: string, track: string, policy: Policy): Cutoff[] {
  const table = readTable(text);
  const own = table.rows.filter((row) => reader(table, "track")(row) === track);
  const letter = reader(table, "letter");
  const cutoff = reader(table, "cutoff");
  return inLetterOrder(new Map(own.map((row) => [letter(row) ?? "", exact(cutoff(row) ?? "")])), policy);
}

// The letter as the row's basis shows it; RD and the like stay as they are.
function onScale(letter: string, student: Student, policy: Policy): string {
  const rank = policy.letters.indexOf(letter);
  if (rank < 0) return letter;
  if (student.scale === "pnp") return rank <= policy.letters.indexOf(policy.passing.pnp) ? "P" : "NP";
  if (student.scale === "su") return rank <= policy.letters.indexOf(policy.passing.su) ? "S" : "U";
  return letter;
}

function gradesTable(
  results: readonly Result[],
  policy: Policy,
  cutoffs: ReadonlyMap<string, readonly Cutoff[]>,
): string[][] {
  const ids = policy.components.map((component) => component.id);
  const header = ["sid", "name", "email", "track", "basis", ...ids, "slip_days_used", "total"];
  header.push("letter", "grade", "status", "grade_if_zero", "notes");
  const rows = results.map((result) => {
    const { student, adjustments, status, total, totalWithZeros, parts } = result;
    const letterFor = (points: Fraction): string =>
      cutoffs.get(student.track)?.find(({ cutoff }) => points.gte(cutoff))?.letter ??
      policy.letters.at(-1) ??
      "";
    const final = status === "final" ? (adjustments.grade ?? (total ? letterFor(total) : "")) : "";
    const ifZero = status === "incomplete" && totalWithZeros ? letterFor(totalWithZeros) : "";
    return [
      student.sid,
      defused(student.name),
      defused(student.email),
      student.track,
      defused(student.basis),
      ...ids.map((id) =>
        percentCell(
          result,
          parts.find((part) => part.component.id === id),
        ),
      ),
      String(parts.reduce((sum, part) => sum + charged(result, part), 0)),
      status === "final" && total ? fourDecimals(total) : "",
      final,
      status === "incomplete" ? "I" : onScale(final, student, policy),
      status,
      onScale(ifZero, student, policy),
      "",
    ];
  });
  return [header, ...rows];
}

function percentCell(result: Result, part: Part | undefined): string {
  if (!part || part.missed || result.adjustments.part(part.component.id, "move-weight") !== undefined)
    return "";
  if ((!result.hasRows && !part.settled) || result.open.includes(part)) return "";
  const points = part.counted(result.accepted(part));
  return points ? fourDecimals(points.mul(100).div(part.work.maximum)) : "";
}

const charged = (result: Result, part: Part): number => (result.accepted(part) ? part.daysLate : 0);

function outcome(result: Result, part: Part): string {
  if (part.work.state === "missing") return "missing";
  if (!result.accepted(part)) return "rejected-late";
  if (part.work.state === "ungraded") return "ungraded";
  return part.daysLate > 0 ? "accepted-late" : "on-time";
}

function slipDaysTable(results: readonly Result[]): string[][] {
  const header = ["sid", "name", "assignment", "due", "submitted", "lateness", "extension_days", "days_late"];
  header.push("days_charged", "days_left", "outcome", "gain_if_best");
  const rows = results.flatMap((result) => {
    const gain = result.gainIfBest?.gt(ZERO) ? fourDecimals(result.gainIfBest) : "";
    let left = result.budget;
    return byDueDate(result.parts.filter((part) => part.component.slipDays)).map((part) => {
      const { component, work } = part;
      const extension = result.adjustments.extension(component.id);
      const handedIn = work.submitted !== undefined || work.lateness !== undefined;
      left -= charged(result, part);
      return [
        result.student.sid,
        defused(result.student.name),
        component.id,
        isoText(dueWithExtension(work, component, extension.moves)),
        work.submitted === undefined ? "" : isoText(work.submitted),
        handedIn ? durationText(secondsLate(work, component)) : "",
        String(extension.days),
        String(part.daysLate),
        String(charged(result, part)),
        String(left),
        outcome(result, part),
        gain,
      ];
    });
  });
  return [header, ...rows];
}
