import { type Format, hasAll, hasAny } from "../format.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { readPeople } from "./people.ts";

const COLUMNS = new Set([
  "first name",
  "last name",
  "name",
  "names",
  "sid",
  "email",
  "role",
  "section",
  "sections",
  "section_name",
]);

/** Gradescope's course roster: students and staff under `Role`. */
export const gradescopeRoster: Format<RosterSheet> = {
  name: "Gradescope roster",
  recognises: (titles) =>
    hasAll(titles, "sid", "email", "role") &&
    hasAny(titles, "first name", "name", "names") &&
    [...titles].every((title) => COLUMNS.has(title)),
  read: (table, report) => readPeople(table, gradescopeRoster.name, {}, report),
};
