import type { Derivation } from "../../derivation/derivation.ts";
import type { ComponentId } from "../../policy/parameters.ts";
import type { About } from "./about.ts";
import { amountText, type Line, line, placed } from "./line.ts";
import { DECIDED, setTold } from "./score-decisions.ts";
import { LATE } from "./score-late.ts";
import { blankText, NOTHING, type Teller, type Told, toldLine } from "./told.ts";

/** The line of a counted score: its points, the maximum, and how it came about. */
export function scoreLine(
  about: About,
  id: ComponentId,
  score: Derivation,
  maximum: Derivation | undefined,
): Line {
  return toldLine(score, told(about, id, score), maximum);
}

/** The words for each kind of step, by what the step is called. */
const TELLERS: Readonly<Record<string, Teller>> = {
  ...LATE,
  ...DECIDED,
  "score of the parts": (_about, _id, { by, from }) => ({
    words: `the sum of ${from.map((part) => placed(part)).join(" + ")}`,
    by,
    sources: from,
    from: [],
  }),
  "not handed in": (_about, _id, { by, from: [evidence] }) => ({
    words: `not handed in${evidence === undefined ? "" : blankText(evidence)}`,
    by,
    sources: [evidence ?? []].flat(),
    from: [],
  }),
};

function told(about: About, id: ComponentId, score: Derivation): Told {
  if (score.kind === "cell") return score.what === "points set" ? setTold(about, score) : NOTHING;
  if (score.kind === "parameter") return { ...NOTHING, words: score.what, by: score.by };
  const teller = TELLERS[score.what];
  const inner = (below: Derivation | undefined) => (below === undefined ? NOTHING : told(about, id, below));
  return teller === undefined ? anyStep(score) : teller(about, id, score, inner);
}

/** A step that has no words of its own here: its operation and what went in. */
function anyStep({ what, operation, by, from }: Extract<Derivation, { kind: "step" }>): Told {
  const inputs = from.map((input) =>
    line(amountText(input.value), `${placed(input, "with-clause")} ${input.what}`, {
      by: input.kind === "cell" ? undefined : input.by,
      sources: [input],
    }),
  );
  return { words: `${what}: ${operation.name}`, by, sources: [], from: inputs };
}
