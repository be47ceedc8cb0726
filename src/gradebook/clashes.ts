import { cellText } from "../derivation/cell.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import type { Component } from "../policy/parameters.ts";
import type { MatchedColumn } from "./match-components.ts";
import type { Part } from "./work.ts";

/** Two columns of one component that both say what one student's work is worth. */
export interface Clash {
  readonly component: Component;
  readonly sid: string;
  readonly first: Part;
  readonly second: Part;
}

/** Fewer students than these are named one by one; more of them mean that the columns overlap. */
const FEW = 3;

/** Reports clashes: student by student where they are few, once for two columns that overlap. */
export function reportClashes(clashes: readonly Clash[], report: Report): void {
  for (const own of byColumns(clashes)) {
    const [{ component, first, second }] = own;
    if (own.length > FEW) {
      const facts = {
        what: component.title,
        students: own.length,
        first: columnText(first.column),
        second: columnText(second.column),
        same: own.every((clash) => clash.first.cell.value === clash.second.cell.value),
        files: first.column.sheet.table.file !== second.column.sheet.table.file,
      };
      report(problem("columns-overlap", facts, second.column.columns.titleCell));
      continue;
    }
    for (const clash of own) {
      const [one, other] = [clash.first.cell.cell, clash.second.cell.cell];
      const facts = {
        what: component.title,
        sid: clash.sid,
        first: cellText(one),
        second: cellText(other),
        texts: [clash.first.cell.value, clash.second.cell.value] as const,
      };
      report(problem("component-scored-twice", facts, other));
    }
  }
}

function byColumns(clashes: readonly Clash[]): readonly (readonly [Clash, ...Clash[]])[] {
  const groups = new Map<MatchedColumn, Map<MatchedColumn, [Clash, ...Clash[]]>>();
  for (const clash of clashes) {
    const { first, second } = clash;
    const seconds = groups.get(first.column) ?? new Map<MatchedColumn, [Clash, ...Clash[]]>();
    const own = seconds.get(second.column);
    if (own === undefined) seconds.set(second.column, [clash]);
    else own.push(clash);
    groups.set(first.column, seconds);
  }
  return [...groups.values()].flatMap((seconds) => [...seconds.values()]);
}

function columnText({ sheet, columns }: MatchedColumn): string {
  return `${sheet.table.file} "${columns.title}"`;
}
