import type { PolicyDocument, Term } from "../document.ts";
import { DEFAULT_TERM } from "../terms/index.ts";
import { checkMeaning, type Locate } from "./check.ts";
import { isMapping, type Raw, rawOf } from "./merge.ts";
import { schema } from "./schema.ts";

/** The settings that say what the other files of a term mean. */
const NEEDED = ["components", "tracks", "letters", "time_zone"];

/**
 * A policy without what is wrong in it: each such setting is as in `base`, else as in the built-in policy. Undefined
 * where one of those is wrong by which the other files are read.
 */
export function standIn(merged: Raw, base: Term = DEFAULT_TERM): PolicyDocument | undefined {
  const sure = rawOf(base.document);
  if (!isMapping(merged) || !isMapping(sure)) return undefined;
  const wrong = new Set(Object.keys(merged).filter((key) => sure[key] === undefined));
  const isUsable = () => NEEDED.every((key) => merged[key] !== undefined && !wrong.has(key));
  for (let known = -1; isUsable() && wrong.size > known; ) {
    known = wrong.size;
    const kept = Object.entries(merged).filter(([key]) => !wrong.has(key));
    const checked = schema.safeParse({ ...sure, ...Object.fromEntries(kept) });
    const blame: Locate = ([key = ""]) => {
      wrong.add(key);
      return { file: "" };
    };
    if (checked.success) checkMeaning(checked.data, blame, () => undefined);
    else for (const { path } of checked.error.issues) wrong.add(String(path[0]));
    if (checked.success && wrong.size === known) return checked.data;
  }
  return undefined;
}
