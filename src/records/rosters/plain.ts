import { type Format, hasAny } from "../format.ts";
import { plainTitle } from "../header.ts";
import { EMAIL, FIRST_NAME, LAST_NAME, NAME } from "../people.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { readPeople } from "./people.ts";

const ABOUT_PEOPLE = [
  ...EMAIL,
  ...NAME,
  ...FIRST_NAME,
  ...LAST_NAME,
  "Track",
  "Course",
  "Sections",
  "Basis",
  "Grading Basis",
  "Role",
  "Status",
].map(plainTitle);

/** A table `sid,name,email,track,basis`: the SID alone must be there, and a table of scores is none. */
export const plainRoster: Format<RosterSheet> = {
  name: "plain roster",
  recognises: (titles) =>
    hasAny(titles, "sid", "student id") && (hasAny(titles, ...ABOUT_PEOPLE) || titles.size === 1),
  read: (table, report) => readPeople(table, plainRoster.name, {}, report),
};
