import { shortestText } from "../exact/decimal.ts";
import { fractionText, type Rational } from "../exact/rational.ts";
import type { Needed, Step } from "../reports/explanation/distance.ts";
import type { Line } from "../reports/explanation/line.ts";
import { enoughText } from "../reports/explanation/numbers.ts";
import type { ReadingGiven } from "../reports/explanation/readings.ts";
import type { Contribution } from "../reports/explanation/total.ts";
import type { Explanation } from "../reports/explanation.ts";
import { percentText } from "../reports/percent.ts";
import type { Zone } from "../time/zone.ts";
import { derivationJson } from "./derivation-json.ts";
import { settingJson } from "./json.ts";

/** The explanation as data: numbers as exact text (`13.95`, `44/3`), lines as in the text. */
export function explanationJson(explanation: Explanation, zone: Zone, full: boolean): object {
  const { slipDays, distances, cutoffs } = explanation;
  return {
    sid: explanation.sid,
    name: explanation.name,
    email: explanation.email,
    track: explanation.track,
    basis: explanation.basis ?? null,
    status: explanation.status,
    given: explanation.given,
    grade: explanation.grade ?? null,
    letter: explanation.letter ?? null,
    total: totalJson(explanation.total),
    grade_if_zero: explanation.ifZero ?? null,
    total_if_zero: totalJson(explanation.totalIfZero),
    provisional: explanation.provisional > 0,
    contributions: explanation.contributions.map(contributionJson),
    why: explanation.why.map(lineJson),
    readings: explanation.readings.map(readingJson),
    ranges: explanation.ranges.map(({ answer, words, combinations, incomplete, lowest, highest }) => ({
      answer: answer ?? null,
      words,
      combinations,
      incomplete,
      lowest: lowest === undefined ? null : readingJson(lowest),
      highest: highest === undefined ? null : readingJson(highest),
    })),
    slip_days: {
      budget: slipDays.budget.map(lineJson),
      used: slipDays.used,
      gain_if_best: exact(slipDays.gainIfBest),
      ...(full ? { entries: slipDays.entries.map(lineJson) } : {}),
    },
    decisions: explanation.decisions.map(lineJson),
    not_counted: explanation.unused.map(lineJson),
    settings: explanation.settings.map((own) => ({ ...settingJson(own), components: own.components })),
    next: distances?.next === undefined ? null : stepJson(distances.next),
    passing: distances?.passing === undefined ? null : stepJson(distances.passing),
    above:
      distances?.above === undefined
        ? null
        : {
            letter: distances.above.letter,
            cutoff: exact(distances.above.cutoff),
            percent_points: exact(distances.above.distance),
          },
    ...(full
      ? {
          cutoffs: {
            method: cutoffs.source.method,
            from: cutoffs.source.from ?? null,
            lowest: cutoffs.lowest,
            cutoffs: cutoffs.cutoffs.map(({ letter, cutoff }) => ({ letter, cutoff: exact(cutoff.value) })),
          },
          derivations: explanation.derivations.map((own) => derivationJson(own, zone)),
        }
      : {}),
  };
}

function readingJson({ assume, words, total, letter, grade, accepted, contributions }: ReadingGiven) {
  return {
    assume,
    words,
    total: totalJson(total),
    letter,
    grade,
    ...(accepted === undefined ? {} : { slip_days_for: accepted }),
    contributions: contributions.map(contributionJson),
  };
}

function exact(value: Rational | undefined): string | null {
  return value === undefined ? null : shortestText(value);
}

function totalJson(value: Rational | undefined) {
  return value === undefined ? null : { exact: fractionText(value), shown: percentText(value) };
}

function contributionJson({ component, weight, points, maximum, value }: Contribution) {
  return {
    component: component.id,
    weight: exact(weight),
    points: exact(points),
    maximum: exact(maximum),
    contribution: exact(value),
  };
}

function lineJson({ title, value, text, by, cells, from }: Line): object {
  return {
    ...(title === undefined ? {} : { title }),
    value,
    text,
    by: by ?? null,
    cells,
    from: from.map(lineJson),
  };
}

function stepJson({ letter, cutoff, distance, components }: Step) {
  return {
    letter,
    cutoff: exact(cutoff),
    percent_points: exact(distance),
    components: components.map(neededJson),
  };
}

function neededJson({ component, points, left, reachable, remark }: Needed) {
  return {
    component: component.id,
    points: exact(points),
    points_rounded_up: enoughText(points),
    points_left: exact(left),
    reachable,
    remark: remark ?? null,
  };
}
