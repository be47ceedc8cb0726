import { type Cell, cellText, type Field } from "../../derivation/cell.ts";
import { shortestText } from "../../exact/decimal.ts";
import type { Rational } from "../../exact/rational.ts";
import type { Work } from "../../gradebook/gradebook.ts";
import type { ComponentId } from "../../policy/parameters.ts";
import { type About, adjustmentOf, ownComponents, titleOf } from "./about.ts";
import { allLines, type Line, line } from "./line.ts";

/** The student's scores that no line tells, each with why it does not count: nothing that was read is passed over. */
export function unusedLines(about: About, told: readonly Line[]): readonly Line[] {
  const { work } = about.grade.assessment.student;
  const lines = allLines(told);
  const isTold = (ref: string) =>
    lines.some(({ cells, text }) => cells.includes(ref) || text.includes(`(${ref})`));
  return [...work].flatMap(([id, own]) =>
    readings(own)
      .map((reading) => ({ ...reading, why: reading.waits ? WAITING : reasonOf(about, id) }))
      .filter(
        ({ cell, blank, why }) => !isTold(cellText(cell)) && !(blank && why.plain && own.kind === "missing"),
      )
      .map(({ text, cell, why }) =>
        line(text, `${text} (${cellText(cell)}) does not count: ${why.words}`, {
          title: titleOf(about, id),
          by: why.by,
          cells: [cellText(cell)],
        }),
      ),
  );
}

interface Reading {
  readonly text: string;
  readonly blank: boolean;
  /** Whether the points wait for the rest of the work to be graded. */
  readonly waits: boolean;
  readonly cell: Cell;
}

/** What stands in the cells of a piece of work. */
function readings(work: Work): readonly Reading[] {
  const points = (scores: readonly Field<Rational>[], waits: boolean) =>
    scores.map(({ value, cell }) => ({ text: shortestText(value), blank: false, waits, cell }));
  if (work.kind === "graded") return points(work.scores, false);
  const blank =
    work.cell === undefined ? [] : [{ text: "blank", blank: true, waits: false, cell: work.cell.cell }];
  return work.kind === "ungraded" ? [...blank, ...points(work.partial, true)] : blank;
}

interface Why {
  readonly words: string;
  readonly by: Line["by"];
  /** Whether nobody decided anything, so that the blank cell of missing work is no news. */
  readonly plain: boolean;
}

const WAITING: Why = { words: "the work is not graded yet", by: "i.ungraded", plain: true };

function reasonOf(about: About, id: ComponentId): Why {
  const { track } = about.grade.assessment.student;
  if (!ownComponents(about).some((component) => component.id === id))
    return { words: `${track} has no ${titleOf(about, id)}`, by: undefined, plain: true };
  const decided = (words: string): Why => ({ words, by: "decision.adjustment", plain: false });
  if (adjustmentOf(about, "move-weight", id) !== undefined) return decided("its weight is moved by decision");
  if (adjustmentOf(about, "absent", id) !== undefined) return decided("absent by decision");
  if (adjustmentOf(about, "zero", id) !== undefined) return decided("zero by decision");
  if (adjustmentOf(about, "set", id) !== undefined) return decided("set by decision");
  return { words: "it does not decide the grade", by: undefined, plain: true };
}
