import type { Derivation } from "../../derivation/derivation.ts";
import { shortestText } from "../../exact/decimal.ts";
import { type Rational, ZERO } from "../../exact/rational.ts";
import { clauseOf } from "../../policy/cite.ts";
import type { Component } from "../../policy/parameters.ts";
import { type About, ownComponents } from "./about.ts";
import { allLines, amountText, type Line, line } from "./line.ts";
import { exactText } from "./numbers.ts";
import { scoreLine } from "./score.ts";
import { absentLine, weightLines } from "./weight.ts";

/** What one component brings to a total: weight x points / maximum, or nothing for missing work as zero. */
export interface Contribution {
  readonly component: Component;
  readonly weight: Rational;
  readonly points: Rational;
  /** Undefined where missing work counts zero. */
  readonly maximum: Rational | undefined;
  readonly value: Rational;
}

type Number = Derivation<Rational>;

interface Part {
  readonly contribution: Contribution;
  readonly by: Line["by"];
  readonly weight: Number;
  readonly score: Number | undefined;
  readonly maximum: Number | undefined;
}

/** A total with the contributions that it is the sum of, and why each is what it is. */
export function totalLine(about: About, total: Derivation<Rational>): Line {
  const parts = partsOf(about, total);
  const { standings } = about.grade.assessment;
  const lines = ownComponents(about).flatMap((component) => {
    const part = parts.find(({ contribution }) => contribution.component.id === component.id);
    if (part !== undefined) return [partLine(about, part)];
    const standing = standings.get(component.id);
    return standing === undefined || standing.kind === "counted"
      ? []
      : [absentLine(about, component, standing)];
  });
  return line(shortestText(total.value), `${exactText(total.value)} is the total: ${sumText(parts)}`, {
    by: total.kind === "cell" ? undefined : total.by,
    from: lines,
  });
}

export function contributionsOf(about: About, total: Derivation<Rational>): readonly Contribution[] {
  return partsOf(about, total).map(({ contribution }) => contribution);
}

/** The contributions alone, for a total whose scores stand elsewhere. */
export function arithmeticLines(about: About, total: Derivation<Rational>): readonly Line[] {
  return partsOf(about, total).map((part) =>
    line(shortestText(part.contribution.value), arithmetic(part.contribution), {
      title: part.contribution.component.title,
      by: part.by,
    }),
  );
}

function partsOf(about: About, total: Derivation<Rational>): readonly Part[] {
  if (total.kind !== "step") return [];
  const components = ownComponents(about);
  const parts = total.from.flatMap((part): readonly Part[] => {
    const component = components.find(({ id }) => part.what === `contribution of ${id}`);
    if (component === undefined || part.kind !== "step") throw new Error(`${part.what} is no contribution`);
    const [weight, score, maximum] = part.from as readonly Number[];
    if (weight === undefined) return [];
    const counts = maximum !== undefined && score !== undefined;
    const contribution = {
      component,
      weight: weight.value,
      points: counts ? score.value : ZERO,
      maximum: counts ? maximum.value : undefined,
      value: part.value as Rational,
    };
    return [
      {
        contribution,
        by: part.by,
        weight,
        score: counts ? score : undefined,
        maximum: counts ? maximum : undefined,
      },
    ];
  });
  const place = (part: Part) => components.indexOf(part.contribution.component);
  return parts.toSorted((a, b) => place(a) - place(b));
}

function partLine(about: About, { contribution, by, weight, score, maximum }: Part): Line {
  const { component, value } = contribution;
  const standing = about.grade.assessment.standings.get(component.id);
  const below =
    score !== undefined
      ? [scoreLine(about, component.id, score, maximum)]
      : standing === undefined || standing.kind === "counted"
        ? []
        : [{ ...absentLine(about, component, standing), title: undefined }];
  return line(shortestText(value), arithmetic(contribution), {
    title: component.title,
    by,
    from: [...weightLines(about, weight), ...below],
  });
}

/** `15 x 93 / 100 = 13.95`, all of it exact. */
export function arithmetic({ weight, points, maximum, value }: Contribution): string {
  const of = maximum === undefined ? "" : ` / ${shortestText(maximum)}`;
  return `${shortestText(weight)} x ${shortestText(points)}${of} = ${exactText(value)}`;
}

/** The contributions as a sum; one below zero is taken away. */
function sumText(parts: readonly Part[]): string {
  return parts
    .map(({ contribution }, index) => {
      const text = shortestText(contribution.value);
      if (index === 0) return text;
      return text.startsWith("-") ? `- ${text.slice(1)}` : `+ ${text}`;
    })
    .join(" ");
}

/** Where each component stands, for a student without a total. */
export function standingLines(about: About): readonly Line[] {
  const { standings, maximums, weights, student } = about.grade.assessment;
  return ownComponents(about).flatMap((component) => {
    const { id, title } = component;
    const standing = standings.get(id);
    if (standing === undefined || (standing.kind === "unknown" && !student.hasScores)) return [];
    const weight = weights.get(id);
    const below =
      standing.kind === "counted"
        ? scoreLine(about, id, standing.score, maximums.get(id))
        : absentLine(about, component, standing);
    if (weight === undefined) return [below.title === undefined ? { ...below, title } : below];
    const share = amountText(weight.value);
    return [
      line(share, `${share} percent of the total`, {
        title,
        by: ownClause(about, id),
        from: [...weightLines(about, weight), { ...below, title: undefined }],
      }),
    ];
  });
}

/** The clause behind a component's own weight. */
function ownClause({ policy, grade }: About, id: string): Line["by"] {
  return clauseOf(policy, `tracks.${grade.assessment.student.track}.weights.${id}`);
}

/** The cells that a tree names. */
export function cellsNamed(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(allLines(lines).flatMap(({ cells }) => cells));
}
