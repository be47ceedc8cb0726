import { parseDecimal } from "../../exact/decimal.ts";
import { compare, fromFractionText } from "../../exact/rational.ts";
import type { StudentRecord } from "../../writers/audit.ts";
import { type Leaf, leavesOf, lettersCompared } from "./leaves.ts";
import { type ParameterChange, parametersFor, settingCauses } from "./parameters.ts";

/** Something that a student's result rests on and that differs between two runs; undefined where one has none. */
export interface Cause {
  readonly kind: "cell" | "decision" | "parameter" | "cut-off" | "track" | "component";
  readonly what: string;
  readonly old: string | undefined;
  readonly new: string | undefined;
  readonly oldPlace: string | undefined;
  readonly newPlace: string | undefined;
}

/** The cut-offs of each track by letter, as text. */
export type CutoffTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How two runs differ, as far as a student's result can rest on it. */
export interface RunDifferences {
  readonly cutoffs: { readonly old: CutoffTexts; readonly new: CutoffTexts };
  readonly parameters: readonly ParameterChange[];
  /** Input files that are not the same bytes in both. */
  readonly files: ReadonlySet<string>;
}

/** Why a student's result may differ: every leaf, decision, parameter and cut-off behind it that is not the same. */
export function causesOf(older: StudentRecord, newer: StudentRecord, runs: RunDifferences): readonly Cause[] {
  const decisions = decisionCauses(older, newer);
  const track = older.track === newer.track ? [] : [cause("track", "track", older.track, newer.track)];
  const settings = settingCauses(older, newer, runs.parameters);
  const explained = new Set([...decisions].flatMap(({ component }) => component ?? []));
  const leaves = leafCauses(leavesOf(older), leavesOf(newer), explained, runs.files);
  const found = [
    ...track,
    ...decisions.map((own) => own.found),
    ...leaves,
    ...settings.filter(({ what }) => !leaves.some((leaf) => leaf.what === what)),
    ...cutoffCauses(older, newer, runs.cutoffs),
  ];
  return found.length > 0 ? found : parametersFor(newer.track, runs.parameters);
}

function cause(
  kind: Cause["kind"],
  what: string,
  old: string | undefined,
  now: string | undefined,
  oldPlace?: string | undefined,
  newPlace?: string | undefined,
): Cause {
  return { kind, what, old, new: now, oldPlace, newPlace };
}

/** Equal leaves cancel wherever they stand; of the rest, those of one name are one change. */
function leafCauses(
  older: readonly Leaf[],
  newer: readonly Leaf[],
  explained: ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly Cause[] {
  const [gone, come] = [without(older, newer), without(newer, older)];
  const names = new Set([...gone, ...come].map(({ name }) => name));
  const both: Cause[] = [];
  const single: { readonly leaf: Leaf; readonly found: Cause }[] = [];
  for (const name of names) {
    const olds = gone.filter((leaf) => leaf.name === name);
    const news = come.filter((leaf) => leaf.name === name);
    for (let index = 0; index < Math.max(olds.length, news.length); index += 1) {
      const [a, b] = [olds[index], news[index]];
      const leaf = b ?? a;
      if (leaf === undefined) continue;
      const found = cause(leaf.kind, name, a?.value, b?.value, a?.place, b?.place);
      if (a !== undefined && b !== undefined) both.push(found);
      else single.push({ leaf, found });
    }
  }
  const settled = new Set([...explained, ...both.map(({ what }) => what.split(" ")[0] ?? what)]);
  const alone = single.filter(
    ({ leaf }) => isNews(leaf) && isFrom(files, leaf) && !settled.has(leaf.component ?? ""),
  );
  return [...both, ...alone.map(({ found }) => found)];
}

/** What only one derivation looked at says something of its own only as the score or the time of a component. */
function isNews({ kind, component, name }: Leaf): boolean {
  return kind === "cell" && component !== undefined && !name.endsWith(" maximum");
}

/** A cell of a file that did not change is the same in both, whichever derivation looked at it. */
function isFrom(files: ReadonlySet<string>, { place }: Leaf): boolean {
  return place === undefined || files.has(place.replace(/:\d+:\d+$/, ""));
}

function without(leaves: readonly Leaf[], others: readonly Leaf[]): readonly Leaf[] {
  const counts = new Map<string, number>();
  const key = ({ name, value }: Leaf) => `${name}\n${value}`;
  for (const leaf of others) counts.set(key(leaf), (counts.get(key(leaf)) ?? 0) + 1);
  return leaves.filter((leaf) => {
    const left = counts.get(key(leaf)) ?? 0;
    counts.set(key(leaf), left - 1);
    return left <= 0;
  });
}

function decisionCauses(
  older: StudentRecord,
  newer: StudentRecord,
): readonly { readonly found: Cause; readonly component: string | undefined }[] {
  const [olds, news] = [decisionsOf(older), decisionsOf(newer)];
  return [...new Set([...olds.keys(), ...news.keys()])].flatMap((key) => {
    const [a, b] = [olds.get(key), news.get(key)];
    if (a !== undefined && b !== undefined && wholeText(a) === wholeText(b)) return [];
    const text = a?.value === b?.value || a === undefined || b === undefined ? wholeText : valueOrReason;
    const found = cause("decision", key, a && text(a), b && text(b), a?.cell, b?.cell);
    return [{ found, component: a?.assignment ?? b?.assignment }];
  });
}

type Decision = StudentRecord["decisions"][number];

function wholeText({ value, reason }: Decision): string {
  return value === undefined ? reason : `${value}, ${reason}`;
}

function valueOrReason({ value, reason }: Decision): string {
  return value ?? reason;
}

/** The decisions on a student, by action and component; several of one kind are told apart by their place among them. */
function decisionsOf({ decisions }: StudentRecord): ReadonlyMap<string, Decision> {
  const found = new Map<string, Decision>();
  for (const decision of decisions) {
    const { action, assignment } = decision;
    const named = assignment === undefined ? action : `${action} ${assignment}`;
    let key = named;
    for (let number = 2; found.has(key); number += 1) key = `${named} (${number})`;
    found.set(key, decision);
  }
  return found;
}

/** Cut-offs that moved past the student's total; where there is no total, all that were compared. */
function cutoffCauses(
  older: StudentRecord,
  newer: StudentRecord,
  cutoffs: { readonly old: CutoffTexts; readonly new: CutoffTexts },
): readonly Cause[] {
  const [olds, news] = [cutoffs.old.get(older.track), cutoffs.new.get(newer.track)];
  const letters = new Set([...lettersCompared(older), ...lettersCompared(newer)]);
  return [...letters].flatMap((letter) => {
    const [a, b] = [olds?.get(letter), news?.get(letter)];
    const totals = [older.total, newer.total].flatMap((total) => total ?? []);
    const decides = totals.length === 0 || totals.some((total) => reaches(total, a) !== reaches(total, b));
    return a === b || !decides ? [] : [cause("cut-off", `cut-off of ${letter}`, a, b)];
  });
}

function reaches(total: string, cutoff: string | undefined): boolean {
  const value = cutoff === undefined ? undefined : parseDecimal(cutoff);
  return value !== undefined && compare(fromFractionText(total), value) >= 0;
}
