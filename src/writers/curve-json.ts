import { decimalText, shortestText } from "../exact/decimal.ts";
import { fractionText, type Rational } from "../exact/rational.ts";
import type { CurveView } from "../reports/curve-view.ts";
import { enoughText } from "../reports/explanation/numbers.ts";
import type { FinalStudent } from "../reports/final-students.ts";
import type { Mover, Outcome, TrackComparison } from "../reports/methods.ts";
import type { NearStudent, NearTrack } from "../reports/near-cutoffs.ts";
import { percentText } from "../reports/percent.ts";
import type { CutMove, CutSensitivity, Neighbour, TrackSensitivity } from "../reports/sensitivity.ts";
import type { Stability } from "../reports/stability.ts";
import type { FrozenFile } from "./curve-text.ts";
import { fitJson } from "./fit-json.ts";
import { trackBody } from "./json.ts";

/** What `curve --json` prints: everything of the text, with every name, by track. */
export function curveJson(view: CurveView, file: FrozenFile | undefined) {
  const { policy, request, tracks, comparison, near, sensitivity, stability } = view;
  const of = <T extends { readonly track: string }>(found: readonly T[], track: string) =>
    found.find((own) => own.track === track);
  return {
    policy: policy.id,
    tried: request.tried,
    tracks: Object.fromEntries(
      tracks.map((distribution) => {
        const { track } = distribution;
        return [
          track,
          {
            proposal: trackBody(distribution),
            methods: comparisonJson(of(comparison, track)),
            near: nearJson(of(near, track)),
            moves: movesJson(of(sensitivity, track)),
            stability: stabilityJson(of(stability, track)),
          },
        ];
      }),
    ),
    frozen: file === undefined ? null : { file: file.path, written: file.frozen === "written" },
  };
}

function comparisonJson(comparison: TrackComparison | undefined) {
  return (comparison?.outcomes ?? []).map((outcome) => outcomeJson(outcome, comparison?.letters ?? []));
}

function outcomeJson(
  { name, cutoffs, counts, gpa, gpaFitted, rises, falls }: Outcome,
  letters: readonly string[],
) {
  const { method, from, fit } = cutoffs.source;
  return {
    name,
    method,
    from: from ?? null,
    fit: fit === undefined ? null : fitJson(fit),
    letters: letters.map((letter) => ({
      letter,
      cutoff: exactly(cutoffs.cutoffs.find((own) => own.letter === letter)?.cutoff.value),
      count: counts.get(letter) ?? 0,
    })),
    gpa: averageJson(gpa),
    gpa_fitted: averageJson(gpaFitted),
    rise: rises.map(moverJson),
    fall: falls.map(moverJson),
  };
}

function moverJson({ student, from, to }: Mover) {
  return { ...personJson(student), from, to };
}

function nearJson(near: NearTrack | undefined) {
  return {
    distance: exactly(near?.distance),
    cutoffs: (near?.cutoffs ?? []).map(({ letter, cutoff, below, above }) => ({
      letter,
      cutoff: exactly(cutoff),
      below: below.map(nearStudentJson),
      above: above.map(nearStudentJson),
    })),
  };
}

function nearStudentJson({ student, distance, components }: NearStudent) {
  return {
    ...personJson(student),
    letter: student.letter,
    distance: exactly(distance),
    components: components.map(({ component, points, left, reachable, remark }) => ({
      component: component.id,
      points: exactly(points),
      points_rounded_up: enoughText(points),
      points_left: exactly(left),
      reachable,
      remark: remark ?? null,
    })),
  };
}

function movesJson(sensitivity: TrackSensitivity | undefined) {
  return (sensitivity?.cuts ?? []).map(cutJson);
}

function cutJson({ letter, cutoff, above, below, moves }: CutSensitivity) {
  return {
    letter,
    cutoff: exactly(cutoff),
    nearest_above: neighbourJson(above),
    nearest_below: neighbourJson(below),
    moves: moves.map(moveJson),
  };
}

function neighbourJson(neighbour: Neighbour | undefined) {
  return neighbour === undefined
    ? null
    : { ...personJson(neighbour.student), distance: exactly(neighbour.distance) };
}

function moveJson({ direction, by, to, reaches, letter, movers, gpaChange, gpaChangeFitted }: CutMove) {
  return {
    direction,
    by: exactly(by),
    to: exactly(to),
    reaches: reaches ?? null,
    letter,
    students: movers.map(personJson),
    gpa_change: gpaChange === undefined ? null : fractionText(gpaChange),
    gpa_change_fitted: gpaChangeFitted === undefined ? null : fractionText(gpaChangeFitted),
  };
}

function stabilityJson(found: Stability | undefined) {
  if (found === undefined) return null;
  const { follow, fitted, tried, changes, affecting, worst } = found;
  return {
    tracks: follow,
    fitted,
    students_tried: tried,
    changes,
    changes_affecting_others: affecting,
    worst:
      worst === undefined
        ? null
        : {
            ...personJson(worst.student),
            component: worst.component,
            points: worst.points,
            others: worst.others.map(personJson),
          },
  };
}

function personJson({ sid, name, total }: FinalStudent) {
  return { sid, name, total: { exact: fractionText(total), shown: percentText(total) } };
}

function averageJson(gpa: Rational | undefined) {
  return gpa === undefined ? null : { exact: fractionText(gpa), shown: decimalText(gpa, 3, "half-up") };
}

function exactly(value: Rational | undefined): string | null {
  return value === undefined ? null : shortestText(value);
}
