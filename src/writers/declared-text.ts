import type { DeclaredCheck, Difference } from "../reports/declared.ts";
import type { Palette } from "./palette.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Where the students' claims and the ledger part ways. */
export function declaredLines(check: DeclaredCheck, colours: Palette): readonly string[] {
  const { claims, agreeing, differing, undeclared } = check;
  return [
    colours.strong(
      `Slip days declared against charged: ${agreeing} of ${counted(claims, "claim")} ${agreeing === 1 ? "agrees" : "agree"}`,
    ),
    ...section("Claims that differ", differing, colours),
    ...section("Charged but not declared", undeclared, colours),
  ];
}

function section(title: string, differences: readonly Difference[], colours: Palette): readonly string[] {
  return [
    "",
    colours.strong(`${title} (${differences.length})`),
    ...differences.flatMap(({ student, row, declared, why, by }) => {
      const days =
        declared === undefined
          ? `charged ${row.entry.charged}`
          : `declared ${declared}, charged ${row.entry.charged}`;
      return wrapped(`  ${student.sid}  `, 6, `${student.name}: ${row.id} ${days}: ${why} (${by})`);
    }),
  ];
}
