import type { Derivation } from "../../derivation/derivation.ts";
import type { ComponentId } from "../../policy/parameters.ts";
import { shownLateness } from "../slip-day-table.ts";
import { type About, entryOf } from "./about.ts";
import { daysLateLine, daysLeftLines, extensionLines } from "./lateness.ts";
import { amountText, type Line, line } from "./line.ts";
import { counted } from "./numbers.ts";
import { joined, ownSources, ownText, type Teller } from "./told.ts";

/** What lateness made of a score. */
export const LATE: Readonly<Record<string, Teller>> = {
  "score, on time": (about, id, { by, from: [score, late] }, inner) => {
    const { words, sources, from } = inner(score);
    return {
      words: joined(words, "on time"),
      by,
      sources,
      from: [...from, ...onTimeLines(about, id, late), ...extensionLines(about, id)],
    };
  },
  "score, late but covered": (about, id, { by, from: [score, late, left, choice] }, inner) => {
    const { words, sources, from } = inner(score);
    const entry = entryOf(about, id);
    const days = counted(entry?.charged ?? 0, "slip day");
    const account = choice === undefined ? `, ${entry?.left ?? 0} left after it` : "";
    return {
      words: joined(words, `late, accepted: ${days} charged${account}`),
      by,
      sources,
      from: [...from, ...lateLines(about, id, late, left, choice)],
    };
  },
  "score, late and not covered": (about, id, { by, from: [score, late, left, choice] }, inner) => {
    const { words, sources, from } = inner(score);
    const lost = score === undefined ? "" : `not its ${ownText(score)}`;
    return {
      words: joined(lost, words, rejection(about, id, late, choice)),
      by,
      sources: [...(score === undefined ? [] : ownSources(score)), ...sources],
      from: [...from, ...lateLines(about, id, late, left, choice)],
    };
  },
  "late and not covered, before any score": (about, id, { by, from: [late, left] }) => ({
    words: joined("whatever its score will be", uncovered(about, late, left)),
    by,
    sources: [],
    from: lateLines(about, id, late, left),
  }),
};

/** What makes work on time that came after the due time: the grace, or an extension. */
function onTimeLines(about: About, id: ComponentId, late?: Derivation): readonly Line[] {
  const entry = entryOf(about, id);
  const after = entry === undefined ? undefined : shownLateness(entry);
  return late === undefined || after === undefined || after === 0 ? [] : [daysLateLine(about, late)];
}

/** Why a late homework was not accepted. */
function rejection(about: About, id: ComponentId, late?: Derivation, choice?: Derivation): string {
  const days = late === undefined ? "" : counted(amountText(late.value), "day");
  if (choice !== undefined) return `not accepted: ${days} late and not in the best set`;
  const left = entryOf(about, id)?.left ?? 0;
  return `not accepted: ${days} late with ${counted(left, "slip day")} left`;
}

/** Why no score could make it count: under best-for-student it needs more days than there are in all. */
function uncovered({ policy }: About, late?: Derivation, left?: Derivation): string {
  const [days, there] = [late, left].map((own) => (own === undefined ? "" : amountText(own.value)));
  const room = policy.slipDays.order === "best-for-student" ? "in all" : "left";
  return `not accepted: ${counted(days ?? "", "day")} late with ${counted(there ?? "", "slip day")} ${room}`;
}

function lateLines(
  about: About,
  id: ComponentId,
  late?: Derivation,
  left?: Derivation,
  choice?: Derivation,
): readonly Line[] {
  return [
    ...(late === undefined ? [] : [daysLateLine(about, late)]),
    ...extensionLines(about, id),
    ...(left === undefined ? [] : choice === undefined ? daysLeftLines(left) : [choiceLine(left, choice)]),
  ];
}

/** Under best-for-student: the choice among all late homeworks. */
function choiceLine(budget: Derivation, choice: Derivation): Line {
  const value = amountText(choice.value);
  const days = counted(amountText(budget.value), "slip day");
  const text = `${value}: of all sets of late homeworks that ${days} cover, the one with the highest total counts`;
  return line(value, text, { by: choice.kind === "cell" ? undefined : choice.by });
}
