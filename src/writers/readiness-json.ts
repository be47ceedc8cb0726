import type { Readiness } from "../reports/readiness.ts";
import { reconciliationJson } from "./reconciliation-json.ts";

/** What `check --json` has beside the exit code and the problems; the names are those of `compute --json`. */
export function readinessJson(found: Readiness) {
  const { policy, inputs, waitlisted, dropped, staff, tracks, reconciliation, undecided, wouldWrite } = found;
  return {
    would_write: wouldWrite,
    policy: policy?.id ?? null,
    inputs,
    waitlisted,
    dropped,
    staff,
    tracks: Object.fromEntries(tracks.map(({ track, ...counts }) => [track, counts])),
    undecided,
    reconciliation: reconciliation === undefined ? null : reconciliationJson(reconciliation),
  };
}
