import type { Manifest, StudentRecord } from "../../writers/audit.ts";
import type { Cause } from "./causes.ts";

/** A parameter of the policy that is not the same in both runs; undefined where one policy has none. */
export interface ParameterChange {
  readonly parameter: string;
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** The parameters that differ, in the order of the newer policy; none where an older record does not hold them. */
export function parameterChanges(older: Manifest, newer: Manifest): readonly ParameterChange[] {
  const [olds, news] = [parametersOf(older), parametersOf(newer)];
  if (olds === undefined || news === undefined) return [];
  return [...new Set([...news.keys(), ...olds.keys()])]
    .map((parameter) => ({ parameter, old: olds.get(parameter), new: news.get(parameter) }))
    .filter((pair) => pair.old !== pair.new);
}

function parametersOf({
  policy,
}: {
  readonly policy: { readonly parameters?: Readonly<Record<string, string>> };
}): ReadonlyMap<string, string> | undefined {
  return policy.parameters && new Map(Object.entries(policy.parameters));
}

/** Parameters that touched the student in one of the runs and are not the same in both; cut-offs speak for the curve. */
export function settingCauses(
  older: StudentRecord,
  newer: StudentRecord,
  changes: readonly ParameterChange[],
): readonly Cause[] {
  const touching = [...(newer.settings ?? []), ...(older.settings ?? [])];
  return changes.flatMap((change) => {
    const found = touching.filter(({ setting }) => setting === change.parameter);
    return found.length === 0 || isOfCurve(change)
      ? []
      : [causeOf(change, placeIn(older, change), placeIn(newer, change))];
  });
}

function isOfCurve({ parameter }: ParameterChange): boolean {
  return parameter.startsWith("curve.");
}

function placeIn({ settings }: StudentRecord, { parameter }: ParameterChange): string | undefined {
  return settings?.find(({ setting }) => setting === parameter)?.place;
}

/** All parameters that could bear on a student whose record names none. */
export function parametersFor(track: string, changes: readonly ParameterChange[]): readonly Cause[] {
  return changes
    .filter((change) => {
      const { parameter } = change;
      const [head, , last] = parameter.split(".");
      if (isOfCurve(change)) return false;
      if (head === "tracks") return parameter.startsWith(`tracks.${track}.`);
      return head !== "missed" || last === track;
    })
    .map((change) => causeOf(change));
}

function causeOf(
  change: ParameterChange,
  oldPlace?: string | undefined,
  newPlace?: string | undefined,
): Cause {
  return {
    kind: "parameter",
    what: change.parameter,
    old: change.old,
    new: change.new,
    oldPlace,
    newPlace,
  };
}
