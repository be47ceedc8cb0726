import type { Kinds } from "../recognise.ts";
import type { RosterSheet } from "../roster-sheet.ts";
import { bcourses } from "./bcourses.ts";
import { calcentral } from "./calcentral.ts";
import { egrades } from "./egrades.ts";
import { gradescopeRoster } from "./gradescope.ts";
import { plainRoster } from "./plain.ts";

/** Every kind of roster that is read. */
export const rosterKinds: Kinds<RosterSheet> = {
  exported: [calcentral, bcourses, egrades, gradescopeRoster],
  plain: plainRoster,
};
