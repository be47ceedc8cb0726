import Fraction from "fraction.js";
import { csvText } from "../oracle/random-dice.ts";
import { type Files, type Grid, gridOf } from "./grid.ts";
import { type Judged, judged } from "./judge.ts";
import type { ScoreCell } from "./mutations.ts";

/** What became of a score cell that was changed. */
export type CellFate =
  | "refused at its place"
  | "refused with its file"
  | "stopped by its consequence"
  | "shown by explain"
  | "row named as left out"
  | "column named as ignored"
  | "blank, where another column or no column of the track counts"
  | "no student's cell";

interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

interface Problem extends Place {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

interface Printed {
  readonly errors: readonly Problem[];
}

interface PlacedRow {
  readonly file: string;
  readonly line: number;
  readonly sid: string;
  readonly student?: { readonly sid: string };
}

interface Column {
  readonly file: string;
  readonly title: string;
}

interface Checked extends Printed {
  readonly reconciliation: {
    readonly not_on_roster: readonly PlacedRow[];
    readonly joined_by_email: readonly PlacedRow[];
    readonly left_out: readonly PlacedRow[];
    readonly ignored: readonly Column[];
    readonly components: readonly {
      readonly columns: readonly Column[];
      readonly tracks: Readonly<Record<string, unknown>>;
    }[];
  };
}

/** A readable score can make another rule object; the rule's own message then names student and component. */
const CONSEQUENCES = new Set([
  "component-sparse",
  "component-scored-twice",
  "adjustment-deduct-nothing",
  "cutoffs-missing",
  "curve-without-students",
  "curve-gpa-required",
]);

const SID = /^(sid|student id|sis user id)$/i;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** What may stand in a score's place; anything else must be refused, not read as something that it resembles. */
const WORD = /^(?:ex|excused|n\/a|-)?$/i;

export interface JudgedCell extends Pick<Judged, "exit" | "wrong"> {
  readonly fate: CellFate | undefined;
}

/** A mutated score cell must be refused at its place, or be shown as read, or its row or column named: never silence. */
export async function judgeCell(files: Files, cell: ScoreCell): Promise<JudgedCell> {
  const grid = gridOf(files.get(cell.file));
  const place = { file: cell.file, line: lineOf(grid, cell.row), column: cell.column + 1 };
  const computed = await judged(["compute", "roster.csv", "--json"], files);
  const { exit } = computed;
  const wrong = [...computed.wrong];
  const end = (fate: CellFate | undefined, ...more: readonly string[]) => ({
    exit,
    fate,
    wrong: [...wrong, ...more],
  });
  if (wrong.length > 0) return end(undefined);
  const printed = JSON.parse(computed.out) as Printed;
  if (exit === 1) {
    const fate = refusal(printed, place);
    return fate === undefined ? end(fate, `stopped without a word about ${textOf(place)}`) : end(fate);
  }
  const checked = await judged(["check", "roster.csv", "--json"], files);
  wrong.push(...checked.wrong);
  if (checked.exit !== exit) return end(undefined, `compute ends with ${exit}, check with ${checked.exit}`);
  const { reconciliation: found } = JSON.parse(checked.out) as Checked;
  const row = grid[cell.row] ?? [];
  const header = (grid[0] ?? []).map((title) => title.trim());
  const sidOfRow = row[header.findIndex((title) => SID.test(title))] ?? "";
  // Where a student has several rows in one file, the first of them is named for all.
  const own = ({ file, line, sid }: PlacedRow) =>
    file === place.file && (line === place.line || (header.includes("assignment") && sid === sidOfRow));
  if (row[0]?.trim() === "Points Possible" || /^\s*(Manual Posting|Muted|$)/.test(row.join("")))
    return end("no student's cell");
  if ([...found.not_on_roster, ...found.left_out].some(own)) return end("row named as left out");
  const titles = new Set([header[cell.column], row[header.indexOf("assignment")]?.trim()]);
  if (found.ignored.some(({ file, title }) => file === place.file && isOneOf(titles, title)))
    return end("column named as ignored");
  const text = cell.text.trim();
  const sid = found.joined_by_email.find(own)?.student?.sid ?? sidOfRow;
  const explained = await judged(["explain", "roster.csv", "--student", sid, "--json", "--full"], files);
  wrong.push(...explained.wrong);
  if (explained.exit !== 0) return end(undefined, `explain --student ${sid} ends with ${explained.exit}`);
  const explanation = JSON.parse(explained.out) as { readonly track: string };
  const values = shownAt(explanation, textOf(place));
  if (values.length === 0) {
    const uses = found.components.filter(({ columns }) =>
      columns.some(({ title }) => isOneOf(titles, title)),
    );
    const idle = uses.some(
      ({ columns, tracks }) => columns.length > 1 || tracks[explanation.track] === undefined,
    );
    // Canvas writes N/A where nothing was assigned: of a component that the track lacks that says no more than a blank.
    return /^(?:n\/a|-)?$/i.test(text) && idle
      ? end("blank, where another column or no column of the track counts")
      : end(undefined, `explain is silent about ${textOf(place)}`);
  }
  if (!DECIMAL.test(text) && !WORD.test(text))
    return end(undefined, `${JSON.stringify(text)} is read as ${values.join(" and ")} at ${textOf(place)}`);
  if (DECIMAL.test(text) && !values.some((value) => isEqual(value, text)))
    return end(undefined, `explain shows ${values.join(" and ")} for ${textOf(place)}`);
  return end("shown by explain");
}

/** What another cell of the row says of the score that it has none: its own place is that cell. */
const BESIDE = new Set(["status-contradicts"]);

function refusal({ errors }: Printed, place: Required<Place>): CellFate | undefined {
  if (errors.some((error) => isAt(error, place))) return "refused at its place";
  const isFile = ({ code, file, line }: Problem) =>
    file === place.file && line === undefined && code.startsWith("file-");
  if (errors.some(isFile)) return "refused with its file";
  const isBeside = ({ code, file, line }: Problem) =>
    BESIDE.has(code) && file === place.file && line === place.line;
  if (errors.some(isBeside)) return "stopped by its consequence";
  const named = ({ code, message, hint }: Problem) =>
    CONSEQUENCES.has(code) || `${message} ${hint}`.includes(textOf(place));
  return errors.some(named) ? "stopped by its consequence" : undefined;
}

const isAt = (own: Place, { file, line, column }: Required<Place>) =>
  own.file === file && own.line === line && own.column === column;
const textOf = ({ file, line, column }: Required<Place>) => `${file}:${line}:${column}`;

/** A title may be shown without the id that Canvas puts behind it. */
function isOneOf(titles: ReadonlySet<string | undefined>, title: string): boolean {
  return [...titles].some((own) => own === title || own?.replace(/ \(\d+\)$/, "") === title);
}

/** The line on which a row begins: line breaks inside earlier cells lie before it. */
function lineOf(grid: Grid, row: number): number {
  return csvText(grid.slice(0, row)).split("\n").length;
}

/** Every value that an explanation gives for a cell, in a derivation or in the words of a line. */
function shownAt(data: unknown, ref: string): readonly string[] {
  if (typeof data === "string") {
    const found = [...data.matchAll(/(\S*) \(([^()\s]+:\d+:\d+)\)/g)].filter(([, , at]) => at === ref);
    return found.map(([, value = ""]) => value);
  }
  if (typeof data !== "object" || data === null) return [];
  const { cell, cells, value } = data as {
    readonly cell?: unknown;
    readonly cells?: unknown;
    readonly value?: unknown;
  };
  const own = cell === ref || (Array.isArray(cells) && cells.includes(ref)) ? [String(value)] : [];
  return [...own, ...Object.values(data).flatMap((inner) => shownAt(inner, ref))];
}

function isEqual(value: string, text: string): boolean {
  try {
    return new Fraction(value).equals(new Fraction(text.replace(/\.$/, "")));
  } catch {
    return false;
  }
}
