import type { Grid } from "./grid.ts";

/** Titles of a score file that are about people. */
const PEOPLE =
  /^(sid|student id|name|names|e-?mail|email address|first name|last name|sections?|section_name|track|basis|role|student|id|sis user id|sis login id)$/i;

/** The columns of a score file that hold scores, by its header alone; 0-based. */
export function scoreColumns([header = []]: Grid): readonly number[] {
  const titles = header.map((title) => title.trim());
  const where = (is: (title: string) => boolean) =>
    titles.flatMap((title, column) => (title !== "" && is(title) ? [column] : []));
  if (titles.some((title) => title.endsWith(" - Max Points")))
    return where((title) => titles.includes(`${title} - Max Points`));
  if (titles.includes("Total Score")) return where((title) => title === "Total Score");
  if (titles.includes("SIS Login ID")) return where((title) => /\(\d+\)$/.test(title));
  if (titles.includes("assignment")) return where((title) => title === "score");
  return where((title) => !PEOPLE.test(title));
}
