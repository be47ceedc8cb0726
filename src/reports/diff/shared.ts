import type { Cause } from "./causes.ts";
import type { StudentDiff } from "./diff.ts";

/** A reason that several students share, wherever its cells stand. */
export type SharedCause = Pick<Cause, "kind" | "what" | "old" | "new"> & { readonly students: number };

/** The reasons of two or more of the changed students, that of the most first. */
export function sharedCauses(changed: readonly StudentDiff[]): readonly SharedCause[] {
  const found = new Map<string, SharedCause>();
  for (const { causes } of changed)
    for (const { kind, what, ...pair } of causes) {
      const key = [kind, what, pair.old, pair.new].join("\n");
      const students = (found.get(key)?.students ?? 0) + 1;
      found.set(key, { kind, what, old: pair.old, new: pair.new, students });
    }
  return [...found.values()]
    .filter(({ students }) => students > 1)
    .sort((a, b) => b.students - a.students || (a.what < b.what ? -1 : 1));
}
