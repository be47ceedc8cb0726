import type { NearDeadline } from "../policy/slip-days/near-deadline.ts";
import type { SlipDayRow } from "../reports/slip-day-ledger.ts";
import { shownLateness } from "../reports/slip-day-table.ts";
import { durationText } from "../time/format.ts";
import { type Instant, localTime, MINUTE, SECOND, type Zone } from "../time/zone.ts";

/** Columns that the homework's id and its due time share. */
const ID_AND_DUE = 18;
const WITHOUT_SECONDS = 12;
const WITH_SECONDS = 15;

/** How wide the due times of a table are; the ids get the rest. */
export interface RowLayout {
  readonly due: number;
}

/** Due times show their seconds where one of them has any. */
export function layoutOf(rows: readonly SlipDayRow[], at: Zone): RowLayout {
  const whole = rows.every(({ entry }) => localTime(at, entry.due.value.instant) % MINUTE === 0);
  return { due: whole ? WITHOUT_SECONDS : WITH_SECONDS };
}

/** The titles over the rows of a ledger. */
export function titleLine(layout: RowLayout): string {
  return line(layout, "", ["due", "ext", "submitted", "lateness", "days", "chg", "left", "outcome"]);
}

/** One homework as a line of a table that just fits 80 columns; a long id gets a line of its own. */
export function rowLines(layout: RowLayout, row: SlipDayRow, at: Zone): readonly string[] {
  const { entry, extension, id } = row;
  const submitted = entry.handIn?.submitted;
  const lateness = shownLateness(entry);
  const cells = [
    clockText(at, entry.due.value.instant).slice(0, layout.due),
    extension === undefined ? "" : `${extension.inGradescope ? "=" : "+"}${extension.days.value}`,
    submitted === undefined ? "" : clockText(at, submitted.value),
    lateness === undefined ? "" : durationText(lateness),
    String(row.daysLate),
    String(entry.charged),
    String(entry.left),
    entry.outcome,
  ];
  return id.length <= ID_AND_DUE - layout.due
    ? [line(layout, id, cells)]
    : [`  ${id}`, line(layout, "", cells)];
}

/** Pads the columns from `due` on; numbers stand on the right, the outcome ends the line. */
function line({ due }: RowLayout, id: string, cells: readonly string[]): string {
  const widths = [due, -3, WITH_SECONDS, -9, -4, -3, -4, 0];
  const padded = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    return width < 0 ? cell.padStart(-width) : cell.padEnd(width);
  });
  return [`  ${id.padEnd(ID_AND_DUE - due)}`, ...padded].join(" ").trimEnd();
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Feb 21 23:59:00`: the wall clock of the zone. */
export function clockText(at: Zone, instant: Instant): string {
  const wall = new Date(localTime(at, instant));
  const day = String(wall.getUTCDate()).padStart(2);
  return `${MONTHS[wall.getUTCMonth()]} ${day} ${wall.toISOString().slice(11, 19)}`;
}

/** `30 s after the due time`, `2 min 5 s before day 3 ends`. */
export function nearText({ day, after }: NearDeadline): string {
  const boundary = day === 0 ? "the due time" : `the end of day ${day}`;
  if (after === 0) return `exactly at ${boundary}`;
  return `${shortSpan(Math.abs(after))} ${after > 0 ? "after" : "before"} ${boundary}`;
}

function shortSpan(span: number): string {
  const seconds = Math.ceil(span / SECOND);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (span < SECOND) return "under a second";
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
