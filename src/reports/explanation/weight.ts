import { cellText } from "../../derivation/cell.ts";
import type { Derivation } from "../../derivation/derivation.ts";
import { leaves } from "../../derivation/replay.ts";
import { missedClause } from "../../policy/cite.ts";
import type { Component, ComponentId } from "../../policy/parameters.ts";
import type { Standing } from "../../policy/standing.ts";
import type { Weights } from "../../policy/weights.ts";
import { type About, adjustmentOf, decisionText, reasonOf, titleOf } from "./about.ts";
import { amountText, type Line, line, placed, placeOf } from "./line.ts";
import { blankText, cellOf } from "./told.ts";

/** What a weight is made of; nothing for one that the built-in policy sets. */
export function weightLines(about: About, weight: Derivation): readonly Line[] {
  if (weight.kind === "parameter" && placeOf(weight) !== undefined)
    return [
      line(amountText(weight.value), `${placed(weight)} is its weight`, { by: weight.by, sources: [weight] }),
    ];
  if (weight.kind !== "step") return [];
  const [own, other, ...why] = weight.from;
  if (own === undefined || other === undefined) return [];
  const value = amountText(weight.value);
  const givers = weightedBy(about, other).map((id) => titleOf(about, id));
  const sources = why.flatMap(leaves);
  const text = `${value} is its weight: ${amountText(own.value)} + ${placed(other)} of ${givers.join(" and ")}`;
  return [line(value, text, { by: weight.by, sources: [...sources, other], from: weightLines(about, own) })];
}

/** The components whose own weights are in a weight. */
function weightedBy({ grade }: About, weight: Derivation): readonly ComponentId[] {
  const head = `tracks.${grade.assessment.student.track}.weights.`;
  return leaves(weight).flatMap((leaf) =>
    leaf.kind === "parameter" && leaf.path?.startsWith(head) === true ? [leaf.path.slice(head.length)] : [],
  );
}

/** Where the weight of a component went that has none of its own any more. */
function taker(about: About, id: ComponentId, weights: Weights): string | undefined {
  const found = [...weights].find(([to, weight]) => to !== id && weightedBy(about, weight).includes(id));
  return found === undefined ? undefined : titleOf(about, found[0]);
}

/** A component that brings no points: missed, moved away, not graded yet, or known to no score file. */
export function absentLine(
  about: About,
  { id, title }: Component,
  standing: Standing,
  weights: Weights = about.grade.assessment.weights,
): Line {
  const { policy, grade } = about;
  switch (standing.kind) {
    case "missed": {
      const to = weights.has(id) ? undefined : taker(about, id, weights);
      const goes = to === undefined ? "" : `; its weight goes to ${to}`;
      const [evidence] = leaves(standing.evidence);
      const why = evidence === undefined ? "" : missedText(about, evidence);
      return line("", `missed${why}${goes}`, {
        title,
        by: missedClause(policy, id, grade.assessment.student.track),
        sources: evidence === undefined ? [] : [evidence],
      });
    }
    case "moved": {
      const decision = adjustmentOf(about, "move-weight", id);
      const text = `its weight goes to ${titleOf(about, standing.to)}`;
      return line("", decision === undefined ? text : `${text} ${decisionText(decision)}`, {
        title,
        by: "decision.adjustment",
        cells: decision === undefined ? [] : [cellText(decision.cell.cell)],
      });
    }
    case "ungraded": {
      const { value: soFar, cell } = standing.cell;
      const text =
        soFar === ""
          ? `no score yet (${cellText(cell)})`
          : `not fully graded: ${soFar} (${cellText(cell)}) so far`;
      return line("", `handed in, ${text}`, { title, by: "i.ungraded", cells: [cellText(cell)] });
    }
    case "excused":
      return line("", `${standing.why} (${cellText(standing.cell.cell)})`, {
        title,
        by: "i.excused",
        cells: [cellText(standing.cell.cell)],
      });
    default:
      return line("", "in no score file", { title, by: "i.no-scores" });
  }
}

/** Why an exam or project counts as missed: a blank cell, or a decision. */
export function missedText(about: About, evidence: Derivation): string {
  const reason = reasonOf(about, evidence);
  return reason === "" ? blankText(evidence) : ` by decision${cellOf(evidence)}${reason}`;
}
