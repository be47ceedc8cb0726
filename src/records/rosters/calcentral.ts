import { type Format, hasAll, hasAny, titlesOf } from "../format.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { readPeople } from "./people.ts";

/**
 * CalCentral's class roster. Since November 2018 each section has a column, whose titles may repeat (LEC, LEC, DIS),
 * and `Course` is there only where courses are cross-listed; before, one column `Sections` held all of them.
 */
export const calcentral: Format<RosterSheet> = {
  name: "CalCentral class roster",
  recognises: (titles) => hasAll(titles, "student id", "user id"),
  read: (table, report) => {
    const titles = titlesOf(table);
    const early = !hasAny(titles, "majors", "terms in attendance");
    const layout = early
      ? " (2014-2016 layout)"
      : titles.has("sections")
        ? " (2016-2018 layout)"
        : titles.has("course")
          ? ", cross-listed"
          : "";
    return readPeople(table, `${calcentral.name}${layout}`, {}, report);
  },
};
