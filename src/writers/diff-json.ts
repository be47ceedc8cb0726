import type { GradesRow } from "../records/grades-file.ts";
import type { Cause } from "../reports/diff/causes.ts";
import type { Diff, StudentDiff } from "../reports/diff/diff.ts";
import { changedBy, movesOf } from "../reports/diff/moves.ts";
import type { RunChanges } from "../reports/diff/runs.ts";
import { sharedCauses } from "../reports/diff/shared.ts";

/** What `diff --json` has beside the exit code; null where a side has no such value. */
export function diffJson(diff: Diff) {
  const { runs, changed, sameResult } = diff;
  return {
    old: { path: diff.old.path, students: diff.old.rows.size },
    new: { path: diff.new.path, students: diff.new.rows.size },
    students_in_both: diff.inBoth,
    changed: { students: changed.length, ...Object.fromEntries(changedBy(changed)) },
    letter_moves: movesOf(changed, "letter"),
    status_moves: movesOf(changed, "status"),
    shared_causes: sharedCauses(changed).map(({ kind, what, students, ...pair }) => ({
      kind,
      what,
      old: pair.old ?? null,
      new: pair.new ?? null,
      students,
    })),
    students: changed.map(studentJson),
    same_result: sameResult.map(studentJson),
    only_old: diff.onlyOld.map(rowJson),
    only_new: diff.onlyNew.map(rowJson),
    ...(runs === undefined ? {} : { runs: runsJson(runs) }),
  };
}

function runsJson({ version, policy, parameters, inputs, cutoffs, methods }: RunChanges) {
  return {
    version,
    policy: { old: policy.old, new: policy.new, same: policy.isSame },
    parameters: parameters.map(({ parameter, ...pair }) => ({
      parameter,
      old: pair.old ?? null,
      new: pair.new ?? null,
    })),
    inputs,
    cutoffs: cutoffs.map(({ track, letter, ...pair }) => ({
      track,
      letter,
      old: pair.old ?? null,
      new: pair.new ?? null,
    })),
    methods: methods.map(({ track, ...pair }) => ({ track, old: pair.old ?? null, new: pair.new ?? null })),
  };
}

function studentJson({ row, changes, causes }: StudentDiff) {
  return {
    ...rowJson(row),
    changes: Object.fromEntries(changes.map(({ column, ...pair }) => [column, pair])),
    why: causes.map(causeJson),
  };
}

function causeJson(cause: Cause) {
  return {
    kind: cause.kind,
    what: cause.what,
    old: cause.old ?? null,
    new: cause.new ?? null,
    old_place: cause.oldPlace ?? null,
    new_place: cause.newPlace ?? null,
  };
}

function rowJson({ sid, name, track }: GradesRow) {
  return { sid, name, track };
}
