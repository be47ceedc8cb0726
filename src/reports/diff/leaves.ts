import type { StudentRecord } from "../../writers/audit.ts";
import type { DerivationJson } from "../../writers/derivation-json.ts";

/** A value at the end of a derivation, under a name that is the same in another run. */
export interface Leaf {
  /** `hw1 score`, `grading basis`, a parameter's path. */
  readonly name: string;
  /** The component that it belongs to. */
  readonly component: string | undefined;
  readonly kind: "cell" | "parameter";
  readonly value: string;
  /** `file:line:column` of the cell, or of the policy file. */
  readonly place: string | undefined;
}

/** The inputs and parameters that a student's result rests on, each once. Decisions and cut-offs are compared apart. */
export function leavesOf(record: StudentRecord): readonly Leaf[] {
  const found = new Map<string, Leaf>();
  const add = (leaf: Leaf | undefined) => {
    if (leaf !== undefined) found.set(`${leaf.name}\n${leaf.value}\n${leaf.place}`, leaf);
  };
  const walk = (node: DerivationJson | undefined, component: string | undefined): void => {
    if (node === undefined || node.what.startsWith("slip days left after")) return;
    if (node.from === undefined) add(leafOf(node, component));
    const own = /^contribution of (.+)$/.exec(node.what)?.[1] ?? component;
    for (const input of node.from ?? []) walk(input, own);
  };
  walk(record.slip_days.budget, undefined);
  for (const { assignment, days_late: days } of record.slip_days.entries) walk(days, assignment);
  for (const root of [record.derivation, record.if_zero, record.total_derivation]) walk(root, undefined);
  for (const [id, standing] of Object.entries(record.components ?? {})) {
    if ("score" in standing) walk(standing.score, id);
    else if ("evidence" in standing) walk(standing.evidence, id);
    else if (standing.state === "ungraded") add(scoreLeaf(id, "not graded", standing.cell));
    else if (standing.state === "excused" || standing.state === "not assigned")
      add(scoreLeaf(id, standing.state, standing.cell));
    else if (standing.state === "unknown") add(scoreLeaf(id, "no row", undefined));
  }
  return [...found.values()];
}

/** The letters whose cut-offs decided about a student: the one reached and the next. */
export function lettersCompared(record: StudentRecord): ReadonlySet<string> {
  const letters = new Set<string>();
  const walk = (node: DerivationJson): void => {
    const letter = /^cut-off of (\S+)/.exec(node.what)?.[1];
    if (letter !== undefined) letters.add(letter);
    for (const input of node.from ?? []) walk(input);
  };
  for (const root of [record.derivation, record.if_zero]) if (root !== undefined) walk(root);
  return letters;
}

/** Values that decisions bring in; the decisions themselves are compared. */
const OF_DECISIONS = new Set([
  "decision",
  "grade given",
  "points set",
  "points to take away",
  "percent to take away",
  "slip days given or taken",
]);

function leafOf(node: DerivationJson, component: string | undefined): Leaf | undefined {
  const { what, value, cell, parameter, place } = node;
  if (OF_DECISIONS.has(what) || what.startsWith("cut-off of ")) return undefined;
  if (what === "blank score") return scoreLeaf(component, "", cell);
  const kind = cell === undefined ? "parameter" : "cell";
  const inComponent = component === undefined ? what : `${component} ${what}`;
  if (what.startsWith("grading basis"))
    return { name: "grading basis", component: undefined, kind: "cell", value, place: cell };
  // The maximum comes from the export or from the policy, and may change from one to the other.
  if (what === "maximum")
    return { name: inComponent, component, kind, value, place: cell ?? place ?? parameter };
  if (kind === "cell") return { name: inComponent, component, kind, value, place: cell };
  if (parameter === undefined) return undefined;
  return { name: parameter, component: undefined, kind, value, place };
}

function scoreLeaf(component: string | undefined, value: string, cell: string | undefined): Leaf {
  const name = component === undefined ? "score" : `${component} score`;
  return { name, component, kind: "cell", value, place: cell };
}
