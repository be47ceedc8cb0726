import { type Format, hasAll, hasAny } from "../format.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { readPeople } from "./people.ts";

/** The grade roster of CalCentral and of bCourses' E-Grades; a W there is somebody who dropped the course. */
export const egrades: Format<RosterSheet> = {
  name: "E-Grades list",
  recognises: (titles) =>
    hasAny(titles, "id", "sid", "student id") && hasAll(titles, "name", "grade", "grading basis"),
  read: (table, report) =>
    readPeople(
      table,
      egrades.name,
      {
        sid: ["ID", "SID", "Student ID"],
        role: { titles: ["Grade"], read: (grade) => (/^w$/i.test(grade) ? "Withdrawn" : "") },
      },
      report,
    ),
};
