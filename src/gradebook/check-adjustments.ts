import type { Field } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { ComponentId } from "../policy/parameters.ts";
import type { Adjustment, Work } from "./gradebook.ts";

type OnComponent = Extract<Adjustment, { component: ComponentId }>;
type Move = Extract<Adjustment, { action: "move-weight" }>;

/** Checks the adjustments of one student against each other and, where it is known, against the work they act on. */
export function checkAdjustments(
  sid: string,
  adjustments: readonly Adjustment[],
  work: ReadonlyMap<ComponentId, Work> | undefined,
  titleOf: (id: ComponentId) => string,
  report: Report,
): void {
  const onComponent = adjustments.filter(
    (adjustment): adjustment is OnComponent => "component" in adjustment,
  );
  reportRepeated(sid, adjustments, titleOf, report);
  for (const absent of onComponent.filter(({ action }) => action === "absent"))
    for (const other of onComponent)
      if (other.component === absent.component && ["set", "deduct", "zero"].includes(other.action))
        report(
          problem(
            "adjustment-absent-clash",
            { what: titleOf(absent.component), sid, other: other.action, line: other.cell.cell.line },
            absent.cell.cell,
          ),
        );
  for (const deduct of onComponent.filter(({ action }) => action === "deduct")) {
    if (work === undefined) continue;
    const has = (action: string) =>
      onComponent.some((other) => other.component === deduct.component && other.action === action);
    const state = work.get(deduct.component)?.kind ?? "missing";
    if (state !== "graded" && !has("set") && !has("absent"))
      report(
        problem(
          "adjustment-deduct-nothing",
          { what: titleOf(deduct.component), sid, state },
          deduct.cell.cell,
        ),
      );
  }
  const moves = onComponent.filter((adjustment): adjustment is Move => adjustment.action === "move-weight");
  for (const move of moves) {
    const next = moves.find((other) => other.component === move.to);
    if (next !== undefined)
      report(
        problem(
          "adjustment-move-chain",
          { sid, from: move.component, to: move.to, line: next.cell.cell.line },
          move.cell.cell,
        ),
      );
  }
}

/** Several slip-day adjustments add up; any other kind stands once for a student and a component. */
function reportRepeated(
  sid: string,
  adjustments: readonly Adjustment[],
  titleOf: (id: ComponentId) => string,
  report: Report,
): void {
  const first = new Map<string, Field<string>>();
  for (const adjustment of adjustments) {
    if (adjustment.action === "slip-days") continue;
    const component = "component" in adjustment ? adjustment.component : "";
    const key = `${adjustment.action} ${component}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, adjustment.cell);
    else
      report(
        problem(
          "adjustment-repeated",
          {
            action: adjustment.action,
            sid,
            what: component === "" ? "" : titleOf(component),
            line: earlier.cell.line,
          },
          adjustment.cell.cell,
        ),
      );
  }
}
