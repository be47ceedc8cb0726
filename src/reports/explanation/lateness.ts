import { cellText } from "../../derivation/cell.ts";
import type { Derivation, Moment, Span, Value } from "../../derivation/derivation.ts";
import { leaves } from "../../derivation/replay.ts";
import type { ComponentId } from "../../policy/parameters.ts";
import { durationText } from "../../time/format.ts";
import { type About, entryOf, reasonOf, timeText, titleOf } from "./about.ts";
import { amountText, type Line, line, placed, placeOf } from "./line.ts";
import { counted } from "./numbers.ts";

/** How many days late a homework is: when it was due, when it came, by which cells. */
export function daysLateLine(about: About, daysLate: Derivation): Line {
  const days = amountText(daysLate.value);
  const facts = timesOf(daysLate);
  const texts = facts.flatMap((fact) => {
    if (isMoment(fact.value))
      return [`${fact.kind === "cell" ? "handed in" : "due"} ${timeText(about, fact.value)}${place(fact)}`];
    if (!isSpan(fact.value) || (fact.kind !== "cell" && fact.value.milliseconds === 0)) return [];
    return [`${fact.what} ${durationText(fact.value.milliseconds)}${place(fact)}`];
  });
  const unit = leaves(daysLate).some(({ value }) => value === "elapsed-24h") ? ", in spans of 24 hours" : "";
  return line(
    days,
    `${counted(days, "day")} late${unit}${texts.length === 0 ? ", without a time" : `: ${texts.join(", ")}`}`,
    {
      by: daysLate.kind === "cell" ? undefined : daysLate.by,
      sources: facts,
    },
  );
}

/** The due time that held, and each time and duration that was read: when work came, how late it was, the grace. */
function timesOf(daysLate: Derivation): readonly Derivation[] {
  const due =
    daysLate.kind === "step"
      ? daysLate.from.filter((fact) => isMoment(fact.value) && fact.kind !== "cell")
      : [];
  const read = leaves(daysLate).filter(
    ({ kind, value }) => isSpan(value) || (isMoment(value) && kind === "cell"),
  );
  const once = new Map(read.map((fact) => [`${fact.what} ${placeOf(fact)}`, fact]));
  return [...due, ...once.values()];
}

/** The extension of a homework; nothing where there is none. */
export function extensionLines(about: About, id: ComponentId): readonly Line[] {
  const extension = about.grade.assessment.student.extensions.get(id);
  const entry = entryOf(about, id);
  if (extension === undefined || entry === undefined) return [];
  const { value, cell } = extension.days;
  const days = `${counted(value, "day")} of extension (${cellText(cell)})`;
  const effect = extension.inGradescope
    ? "in Gradescope's lateness already"
    : `due ${timeText(about, entry.due.value)}`;
  return [line(String(value), `${days}, ${effect}`, { by: "i.extension", cells: [cellText(cell)] })];
}

/** The slip days that were left before a homework, as the subtraction that they come from. */
export function daysLeftLines(left: Derivation): readonly Line[] {
  const charges: string[] = [];
  let rest = left;
  while (rest.kind === "step" && rest.what.startsWith("slip days left after ")) {
    const [before, days] = rest.from;
    if (before === undefined || days === undefined) break;
    charges.unshift(`- ${amountText(days.value)} for ${rest.what.slice("slip days left after ".length)}`);
    rest = before;
  }
  const value = amountText(left.value);
  if (charges.length === 0) return [];
  const sum = `: ${[amountText(rest.value), ...charges].join(" ")}`;
  const by = left.kind === "cell" ? undefined : left.by;
  return [line(value, `${counted(value, "slip day")} left before it${sum}`, { by })];
}

/** The slip days of the student for the term. */
export function budgetLines(about: About, budget: Derivation): readonly Line[] {
  const value = amountText(budget.value);
  const what = value === "1" ? "slip day" : "slip days";
  if (budget.kind !== "step") {
    const by = budget.kind === "parameter" ? budget.by : undefined;
    return [line(value, `${placed(budget)} ${what} for the term`, { by, sources: [budget] })];
  }
  const [base, ...changes] = budget.from;
  const sum = [
    base === undefined ? "" : placed(base),
    ...changes.map((change) => signed(placed(change))),
  ].join(" ");
  const reasons = changes.map((change) => reasonOf(about, change).slice(2)).join("; ");
  const text = `${value} ${what} for the term: ${sum}, ${value === "0" ? "never below 0, " : ""}by decision: ${reasons}`;
  return [line(value, text, { by: budget.by, sources: budget.from })];
}

/** The account of the student, one line a homework. */
export function accountLines(about: About): readonly Line[] {
  const { ledger } = about.grade.assessment;
  return ledger.entries.map((entry) => {
    const days = entry.handIn === undefined ? "0" : amountText(entry.daysLate.value);
    const work = about.grade.assessment.student.work.get(entry.component.id);
    const excuse = work?.kind === "excused" ? work.why : undefined;
    const text = `${excuse ?? entry.outcome}: ${counted(days, "day")} late, ${entry.charged} charged, ${entry.left} left; due ${timeText(about, entry.due.value)}`;
    const late = entry.handIn === undefined ? [] : [daysLateLine(about, entry.daysLate)];
    return line(String(entry.charged), text, {
      title: titleOf(about, entry.component.id),
      by:
        excuse !== undefined
          ? "i.excused"
          : entry.outcome === "rejected-late"
            ? "hw.no-other-late"
            : "hw.slip-days",
      from: [...late, ...extensionLines(about, entry.component.id)],
    });
  });
}

function signed(text: string): string {
  return text.startsWith("-") ? `- ${text.slice(1)}` : `+ ${text}`;
}

function place(leaf: Derivation): string {
  const found = placeOf(leaf);
  return found === undefined ? "" : ` (${found})`;
}

function isMoment(value: Value): value is Moment {
  return typeof value === "object" && "instant" in value;
}

function isSpan(value: Value): value is Span {
  return typeof value === "object" && "milliseconds" in value;
}
