import { type Format, hasAll } from "../format.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { readPeople } from "./people.ts";

/** bCourses, Official Roster: names as `First Last`, no grading basis. */
export const bcourses: Format<RosterSheet> = {
  name: "bCourses roster",
  recognises: (titles) => hasAll(titles, "student id", "uid"),
  read: (table, report) => readPeople(table, bcourses.name, {}, report),
};
