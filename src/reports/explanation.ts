import { cellText } from "../derivation/cell.ts";
import type { Derivation } from "../derivation/derivation.ts";
import type { Rational } from "../exact/rational.ts";
import type { TrackCutoffs } from "../policy/curve/cutoffs.ts";
import type { Policy } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { settingsTouching, type TouchingSetting } from "../policy/settings.ts";
import { isGain } from "../policy/slip-days/ledger.ts";
import type { Zone } from "../time/zone.ts";
import { type About, decisionText } from "./explanation/about.ts";
import { type Distances, distancesOf } from "./explanation/distance.ts";
import { accountLines, budgetLines } from "./explanation/lateness.ts";
import { type Line, line } from "./explanation/line.ts";
import { type RangeGiven, type ReadingGiven, rangesGiven, readingsGiven } from "./explanation/readings.ts";
import { type Contribution, cellsNamed, contributionsOf } from "./explanation/total.ts";
import { unusedLines } from "./explanation/unused.ts";
import { verdictLines } from "./explanation/verdict.ts";
import { statusText } from "./grades-table.ts";

/** Everything that is said about one grade; numbers exact. */
export interface Explanation {
  readonly sid: string;
  readonly name: string;
  readonly email: string;
  readonly track: string;
  /** The roster's words; undefined when it has no such column. */
  readonly basis: string | undefined;
  readonly status: ReturnType<typeof statusText>;
  readonly given: boolean;
  readonly grade: string | undefined;
  readonly letter: string | undefined;
  readonly total: Rational | undefined;
  /** For an incomplete: the grade with missing work as zero, and the total behind it. */
  readonly ifZero: string | undefined;
  readonly totalIfZero: Rational | undefined;
  /** Undecided students who could still move the fitted cut-offs. */
  readonly provisional: number;
  readonly why: readonly Line[];
  /** What the total adds up, or the total with missing work as zero. */
  readonly contributions: readonly Contribution[];
  readonly readings: readonly ReadingGiven[];
  /** Where the readings are too many: between what they lie. */
  readonly ranges: readonly RangeGiven[];
  readonly slipDays: SlipDayAccount;
  readonly decisions: readonly Line[];
  /** Scores that were read and do not count. */
  readonly unused: readonly Line[];
  /** Settings that answer open questions otherwise than by default, and that touched the student. */
  readonly settings: readonly TouchingSetting[];
  readonly distances: Distances | undefined;
  readonly cutoffs: TrackCutoffs;
  /** The derivations that the lines tell, for whoever wants them whole. */
  readonly derivations: readonly Derivation[];
}

export interface SlipDayAccount {
  readonly used: number;
  readonly budget: readonly Line[];
  readonly entries: readonly Line[];
  /** Whether any day was needed, given or taken. */
  readonly touched: boolean;
  /** Percent points more under best-for-student; undefined where there is no gain. */
  readonly gainIfBest: Rational | undefined;
}

/** Says how one grade came about. */
export function explain(policy: Policy, zone: Zone, grades: Grades, grade: Grade): Explanation {
  const { student } = grade.assessment;
  const cutoffs = grades.cutoffs.get(student.track);
  if (cutoffs === undefined) throw new Error(`${student.track} has no cut-offs`);
  const { from } = cutoffs.source;
  const fit = (from === undefined ? cutoffs : grades.cutoffs.get(from))?.source.fit;
  const about: About = { policy, zone, grade, cutoffs, fittedOn: fit?.students };
  const why = verdictLines(about);
  const total = grade.total ?? zeroTotal(grade);
  const slipDays = slipDayAccount(about);
  const decisions = otherDecisions(about, [...why, ...slipDays.budget]);
  return {
    sid: student.sid.value,
    name: student.name,
    email: student.email,
    track: student.track,
    basis: student.basisCell?.value,
    status: statusText(grade),
    given: grade.status.kind === "given",
    grade: grade.grade?.value,
    letter: grade.letter?.value,
    total: grade.total?.value,
    ifZero: grade.ifZero?.value,
    totalIfZero: zeroTotal(grade)?.value,
    provisional: grades.provisional.get(from ?? student.track) ?? 0,
    why,
    contributions: total === undefined ? [] : contributionsOf(about, total),
    readings: readingsGiven(about),
    ranges: rangesGiven(about),
    slipDays,
    decisions,
    unused: unusedLines(about, [...why, ...decisions]),
    settings: settingsTouching(policy, grade),
    distances: distancesOf(about),
    cutoffs,
    derivations: derivationsOf(grade),
  };
}

/** The total behind the grade of an I that is not confirmed. */
function zeroTotal({ ifZero }: Grade): Derivation<Rational> | undefined {
  const letter = ifZero?.kind === "step" ? ifZero.from[0] : undefined;
  return letter?.kind === "step" ? (letter.from[0] as Derivation<Rational>) : undefined;
}

function slipDayAccount(about: About): SlipDayAccount {
  const { status, total, assessment } = about.grade;
  const { ledger, student } = assessment;
  const settled = (status.kind === "final" || status.kind === "given") && total !== undefined;
  const changed = student.adjustments.some(({ action }) => action === "slip-days");
  const late = ledger.entries.some(({ charged, outcome }) => charged > 0 || outcome === "rejected-late");
  return {
    used: ledger.used,
    budget: budgetLines(about, ledger.budget),
    entries: accountLines(about),
    touched: late || changed || student.extensions.size > 0,
    gainIfBest: settled && isGain(ledger.gainIfBest) ? ledger.gainIfBest : undefined,
  };
}

/** Decisions that no other line names, such as one whose component no longer matters. */
function otherDecisions({ grade }: About, told: readonly Line[]): readonly Line[] {
  const rows = new Set([...cellsNamed(told)].map((cell) => cell.slice(0, cell.lastIndexOf(":"))));
  return grade.assessment.student.adjustments
    .filter(({ cell }) => !rows.has(`${cell.cell.file}:${cell.cell.line}`))
    .map((own) =>
      line(own.action, `${own.action} ${decisionText(own)}`, {
        by: "decision.adjustment",
        cells: [cellText(own.cell.cell)],
      }),
    );
}

function derivationsOf({ grade, total, status, ifZero, readings, assessment }: Grade): readonly Derivation[] {
  const main = [grade, status.kind === "given" ? total : undefined, ifZero];
  const [all] = readings.ranges;
  const bounds = all?.bounds === undefined ? [] : [all.bounds.lowest, all.bounds.highest];
  const found = [...main, ...[...readings.each, ...bounds].map((reading) => reading.total)].filter(
    (own) => own !== undefined,
  );
  if (found.length > 0) return found;
  return [...assessment.standings.values()].flatMap((standing): readonly Derivation[] => {
    if (standing.kind === "counted") return [standing.score];
    return standing.kind === "missed" ? [standing.evidence] : [];
  });
}
