import type { GradesRow, ResultColumn } from "../records/grades-file.ts";
import type { Cause } from "../reports/diff/causes.ts";
import type { Diff, StudentDiff } from "../reports/diff/diff.ts";
import { changedBy, type Move, movesOf } from "../reports/diff/moves.ts";
import type { RunChanges } from "../reports/diff/runs.ts";
import { type SharedCause, sharedCauses } from "../reports/diff/shared.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

const TITLES: Readonly<Record<ResultColumn, string>> = {
  total: "total",
  letter: "letter",
  grade: "grade",
  status: "status",
  grade_if_zero: "if zero",
  slip_days_used: "slip days",
};
const INDENT = 13;

/** What `diff` prints: how the runs differ, how many changed and how, then each student with the reasons. */
export function diffText(diff: Diff, colours: Palette): string {
  const { runs, changed, sameResult, onlyOld, onlyNew } = diff;
  return [
    colours.strong(`${diff.old.path} -> ${diff.new.path}`),
    ...(runs === undefined ? [] : runLines(runs)),
    "",
    ...countLines(diff, colours),
    ...changed.flatMap((student) => ["", ...studentLines(student, diff, colours)]),
    ...listing("Other inputs, same result", sameResult, colours),
    ...rowListing(`Only in ${diff.old.path}`, onlyOld, colours),
    ...rowListing(`Only in ${diff.new.path}`, onlyNew, colours),
    "",
  ].join("\n");
}

function runLines({ version, policy, parameters, inputs, cutoffs, methods }: RunChanges): readonly string[] {
  const tracks = [...new Set([...cutoffs, ...methods].map(({ track }) => track))];
  return [
    ...(version.old === version.new ? [] : [`  version    grades ${version.old} -> grades ${version.new}`]),
    ...wrapped("  policy", INDENT, policyText(policy)),
    ...parameterLines(parameters),
    ...wrapped(
      "  inputs",
      INDENT,
      inputs.length === 0 ? "the same" : inputs.map(({ name, change }) => `${name} ${change}`),
    ),
    ...(tracks.length === 0 ? ["  cut-offs   the same"] : []),
    ...tracks.flatMap((track, index) => {
      const found = methods.find((own) => own.track === track);
      const letters = cutoffs
        .filter((own) => own.track === track)
        .map((own) => `${own.letter} ${shown(own.old)} -> ${shown(own.new)}`);
      const method = found === undefined ? [] : [`${shown(found.old)} -> ${shown(found.new)}`];
      const [first = "", ...rest] = [...method, ...letters];
      return wrapped(index === 0 ? "  cut-offs" : "", INDENT, [`${track}: ${first}`, ...rest]);
    }),
  ];
}

/** More of a kind than these are not read one by one; --json lists them all. */
const MOST = 20;

function parameterLines(parameters: RunChanges["parameters"]): readonly string[] {
  const rest = parameters.length - MOST;
  return [
    ...parameters
      .slice(0, MOST)
      .flatMap(({ parameter, ...pair }, index) =>
        wrapped(
          index === 0 ? "  settings" : "",
          INDENT,
          `${parameter} ${shown(pair.old)} -> ${shown(pair.new)}`,
        ),
      ),
    ...(rest > 0 ? wrapped("", INDENT, `and ${counted(rest, "other setting")}; --json has them all`) : []),
  ];
}

function policyText({ old, new: now, isSame }: RunChanges["policy"]): string {
  if (isSame) return `the same, ${old ?? ""}`;
  return old === now ? `${old ?? ""}, with other settings` : `${old ?? ""} -> ${now ?? ""}`;
}

function countLines({ changed, inBoth, runs, onlyOld, onlyNew }: Diff, colours: Palette): readonly string[] {
  const both = onlyOld.length + onlyNew.length === 0 ? "" : " in both";
  if (changed.length === 0)
    return [colours.strong(`Nobody changed, of ${counted(inBoth, "student")}${both}.`)];
  const columns = [...changedBy(changed)]
    .filter(([, students]) => students > 0)
    .map(([column, students]) => `${TITLES[column]} ${students}`);
  return [
    colours.strong(`${changed.length} of ${counted(inBoth, "student")}${both} changed`),
    ...wrapped("  in", INDENT, columns),
    ...moveLines("  letters", movesOf(changed, "letter")),
    ...moveLines("  status", movesOf(changed, "status")),
    ...sharedLines(sharedCauses(changed)),
    ...(runs === undefined ? ["", "Name both output folders to see why each changed."] : []),
  ];
}

/** Reasons of one run that reach many students; the reasons of each stand below. */
function sharedLines(shared: readonly SharedCause[]): readonly string[] {
  return shared
    .slice(0, MOST)
    .flatMap(({ kind, what, students, ...pair }, index) =>
      wrapped(
        index === 0 ? "  shared" : "",
        INDENT,
        `${changeText({ kind, what, ...pair })}: ${counted(students, "student")}`,
      ),
    );
}

function moveLines(head: string, moves: readonly Move[]): readonly string[] {
  if (moves.length === 0) return [];
  return wrapped(
    head,
    INDENT,
    moves.map(({ old, new: now, students }) => `${shown(old)} -> ${shown(now)} ${students}`),
  );
}

function studentLines(
  { row, changes, causes }: StudentDiff,
  { runs }: Diff,
  colours: Palette,
): readonly string[] {
  const why = causes.length > 0 ? causes.map(causeText) : runs === undefined ? [] : [unexplained(runs)];
  return [
    colours.strong(`${row.sid}  ${row.name} (${row.track})`),
    ...changes.map(
      ({ column, old, new: now }) => `  ${TITLES[column].padEnd(INDENT - 2)}${shown(old)} -> ${shown(now)}`,
    ),
    ...why.flatMap((text, index) => wrapped(index === 0 ? "  why" : "", INDENT, text)),
  ];
}

function unexplained({ policy, version }: RunChanges): string {
  if (!policy.isSame) return "the policy differs";
  if (version.old !== version.new) return "the version of the program differs";
  return "nothing recorded differs; run grades verify on both folders";
}

/** `hw1 score 90 -> 91 (scores.csv:8:10)`; both places where the cell moved. */
function causeText({ kind, what, old, new: now, oldPlace, newPlace }: Cause): string {
  const places =
    newPlace === undefined
      ? oldPlace === undefined
        ? []
        : [`was ${oldPlace}`]
      : oldPlace === undefined || oldPlace === newPlace
        ? [newPlace]
        : [newPlace, `was ${oldPlace}`];
  const change = changeText({ kind, what, old, new: now });
  return `${change}${places.length === 0 ? "" : ` (${places.join(", ")})`}`;
}

function changeText({ kind, what, old, new: now }: Pick<Cause, "kind" | "what" | "old" | "new">): string {
  if (kind === "decision" && old === undefined) return `${what} added: ${shown(now)}`;
  if (kind === "decision" && now === undefined) return `${what} removed: ${shown(old)}`;
  return `${what} ${shown(old)} -> ${shown(now)}`;
}

function shown(value: string | undefined): string {
  if (value === undefined) return "none";
  return value === "" ? "blank" : value;
}

function listing(title: string, students: readonly StudentDiff[], colours: Palette): readonly string[] {
  if (students.length === 0) return [];
  const lines = students.flatMap(({ row, causes }) =>
    wrapped(`  ${row.sid}  `, 14, `${row.name}: ${causes.map(causeText).join("; ")}`),
  );
  return ["", colours.strong(`${title} (${students.length})`), ...lines];
}

function rowListing(title: string, rows: readonly GradesRow[], colours: Palette): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ sid, name, track }) => `  ${sid}  ${name} (${track})`);
  return ["", colours.strong(`${title} (${rows.length})`), ...lines];
}
