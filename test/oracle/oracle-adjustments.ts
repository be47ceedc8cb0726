// extensions.csv and adjustments.csv, gathered by student.
import type Fraction from "fraction.js";
import { componentNamed, type Policy } from "./oracle-policy.ts";
import type { Student } from "./oracle-roster.ts";
import { exact, reader, readTable } from "./oracle-table.ts";

export type Extension = { readonly days: number; readonly moves: number };

export type Adjustments = {
  readonly part: (component: string, action: string) => string | undefined; // the value
  readonly extension: (component: string) => Extension;
  readonly slipDays: number;
  readonly incomplete: boolean;
  readonly grade: string | undefined;
};

type Line = { readonly component: string; readonly action: string; readonly value: string };

export function readAdjustments(
  files: ReadonlyMap<string, string>,
  policy: Policy,
): (student: Student) => Adjustments {
  const extensions = extensionsBySid(files.get("extensions.csv") ?? "", policy);
  const lines = linesBySid(files.get("adjustments.csv") ?? "", policy);
  return (student) => {
    const key = student.sid.toUpperCase();
    const own = lines.get(key) ?? [];
    const find = (component: string, action: string): string | undefined =>
      own.find((line) => line.component === component && line.action === action)?.value;
    return {
      part: find,
      extension: (component) => extensions.get(`${key} ${component}`) ?? { days: 0, moves: 0 },
      slipDays: own
        .filter((line) => line.action === "slip-days")
        .reduce((sum, { value }) => sum + Number(value), 0),
      incomplete: find("", "incomplete") !== undefined,
      grade: find("", "grade"),
    };
  };
}

function extensionsBySid(text: string, policy: Policy): Map<string, Extension> {
  const table = readTable(text);
  const [sid, assignment, days, inGradescope] = ["sid", "assignment", "days", "in_gradescope"].map((title) =>
    reader(table, title),
  ) as [Cell, Cell, Cell, Cell];
  return new Map(
    table.rows.map((row) => {
      const count = Number(days(row));
      const already = inGradescope(row)?.toLowerCase() === "yes";
      const component = componentNamed(policy, assignment(row) ?? "")?.id;
      return [`${sid(row)?.toUpperCase()} ${component}`, { days: count, moves: already ? 0 : count }];
    }),
  );
}

type Cell = (row: readonly string[]) => string | undefined;

function linesBySid(text: string, policy: Policy): Map<string, Line[]> {
  const table = readTable(text);
  const [sid, assignment, action, value] = ["sid", "assignment", "action", "value"].map((title) =>
    reader(table, title),
  ) as [Cell, Cell, Cell, Cell];
  const lines = new Map<string, Line[]>();
  for (const row of table.rows) {
    const key = (sid(row) ?? "").toUpperCase();
    const title = assignment(row) ?? "";
    const component = title === "" ? "" : (componentNamed(policy, title)?.id ?? title);
    const line = { component, action: action(row) ?? "", value: value(row) ?? "" };
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return lines;
}

// The counted score after set, deduct and zero; `late` is undefined while the work waits for its score.
export function adjusted(
  late: Fraction | undefined,
  maximum: Fraction,
  value: (action: string) => string | undefined,
): Fraction | undefined {
  if (value("zero") !== undefined) return exact("0");
  const set = value("set");
  const points = set === undefined ? late : exact(set);
  const deduct = value("deduct");
  if (points === undefined || deduct === undefined || points.lte(0)) return points;
  const amount = deduct.endsWith("%") ? maximum.mul(exact(deduct.slice(0, -1))).div(100) : exact(deduct);
  return amount.gte(points) ? exact("0") : points.sub(amount);
}
