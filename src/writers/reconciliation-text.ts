import { cellText } from "../derivation/cell.ts";
import type { Person, PlacedRow } from "../gradebook/gradebook.ts";
import type { ComponentUse, NearStudent, Reconciliation } from "../reports/reconciliation.ts";
import { listLines } from "./list.ts";
import type { Palette } from "./palette.ts";
import { inLine } from "./printable.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Which column became which component, and which none. */
export function columnLines({ components, ignored }: Reconciliation, colours: Palette): readonly string[] {
  const shown = components.filter(({ columns, tracks }) => columns.length > 0 || tracks.length > 0);
  const width = Math.max(...shown.map(({ title }) => title.length), "ignored".length);
  const line = (head: string, columns: ComponentUse["columns"]) =>
    wrapped(`  ${head.padEnd(width)}  `, width + 4, columns.length === 0 ? "no column" : listed(columns));
  return [
    "",
    colours.strong("Columns"),
    ...shown.flatMap(({ title, columns }) => line(title, columns)),
    ...(ignored.length === 0 ? [] : line("ignored", ignored)),
  ];
}

/** More titles than these are counted. */
const LISTED = 20;

/** The titles of some columns, each file named once. */
function listed(columns: ComponentUse["columns"]): readonly string[] {
  const titles = columns
    .slice(0, LISTED)
    .map(({ file, title }, index) =>
      inLine(file === columns[index - 1]?.file ? `"${title}"` : `${file} "${title}"`),
    );
  const more = columns.length - LISTED;
  return more > 0 ? [...titles, `and ${more} more`] : titles;
}

const COUNTS = ["scored", "ungraded", "missing", "excused"] as const;

/** How many students of each track have a score for each component, and what the others have; errors hide cells. */
export function scoreLines(
  { components }: Reconciliation,
  errors: number,
  colours: Palette,
): readonly string[] {
  const uses = components.flatMap(({ title, tracks }) => tracks.map((use) => ({ title, ...use })));
  const tracks = [...new Set(uses.map(({ track }) => track))];
  const width = Math.max(0, ...uses.map(({ title }) => title.length));
  const first = Math.max(0, ...tracks.map((track) => track.length));
  const head = `  ${"".padEnd(first)}  ${"".padEnd(width)}${COUNTS.map((word) => word.padStart(10)).join("")}`;
  return uses.length === 0
    ? []
    : [
        "",
        colours.strong("Students by what they have"),
        colours.faint(head),
        ...tracks.flatMap((track) =>
          uses
            .filter((use) => use.track === track)
            .map((use, index) => {
              const counts = COUNTS.map((key) => String(use[key]).padStart(10)).join("");
              const mark = use.sparse ? `  ${colours.warning("hardly anybody")}` : "";
              return `  ${(index === 0 ? track : "").padEnd(first)}  ${use.title.padEnd(width)}${counts}${mark}`;
            }),
        ),
        ...(errors === 0
          ? []
          : [colours.faint("  What an error names is not counted: its cell is taken for blank here.")]),
      ];
}

/** The rows and students that did not meet by SID; nothing where all did. */
export function rowLines(reconciliation: Reconciliation, colours: Palette): readonly string[] {
  const { withoutScores, offRoster, byEmail, conflicts, leftOut } = reconciliation;
  return [
    ...listLines(
      "On the roster, in no score file",
      withoutScores.map(({ sid, name, track }) => ({ head: sid, text: `${name} (${track})` })),
      colours,
    ),
    ...listLines(
      "Score rows of nobody on the roster, left out",
      offRoster.map((row) => ({ head: placeOf(row), text: `${rowText(row)}${nearText(row.nearest)}` })),
      colours,
    ),
    ...listLines(
      "Score rows joined by e-mail",
      byEmail.map((row) => ({ head: placeOf(row), text: `${rowText(row)}: ${personText(row.student)}` })),
      colours,
    ),
    ...listLines(
      "Score rows whose SID and e-mail name two students",
      conflicts.map((row) => ({
        head: placeOf(row),
        text: `${rowText(row)}: ${personText(row.bySid)} by SID, ${personText(row.byAddress)} by e-mail`,
      })),
      colours,
    ),
    ...listLines(
      "Score rows of people who get no grade, left out",
      leftOut.map((row) => ({ head: placeOf(row), text: `${rowText({ ...row, email: "" })}: ${row.role}` })),
      colours,
    ),
  ];
}

function placeOf({ cell }: PlacedRow): string {
  return cellText(cell).replace(/:\d+$/, "");
}

function rowText({ sid, name, email }: PlacedRow): string {
  return [sid === "" ? "no SID" : sid, name, email].filter((part) => part !== "").join(", ");
}

function personText({ sid, name }: Person): string {
  return `${sid} (${name})`;
}

function nearText(nearest: NearStudent | undefined): string {
  if (nearest === undefined) return "";
  const has = nearest.hasScores ? "which has scores" : "which has no scores";
  return `; is it ${personText(nearest)}, ${counted(nearest.edits, "edit")} away, ${has}?`;
}
