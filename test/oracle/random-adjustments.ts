// Random extensions, adjustments and frozen cut-offs that stay inside the rules of the contract.
import { csvText, type Dice } from "./random-dice.ts";
import { type ComponentId, componentsOf, HOMEWORKS, ladder, type RandomPolicy } from "./random-policy.ts";
import type { RandomStudent } from "./random-roster.ts";
import type { RandomScores } from "./random-scores.ts";

const REASONS = ["regrade request 12", "conduct case, closed", "illness, with a note", "agreed by mail", "-"];

function nameIn(dice: Dice, component: ComponentId, policy: RandomPolicy): string {
  const n = component.slice(-1);
  const renamed = policy.renamed.get(component);
  if (dice.chance(0.7)) return component;
  if (renamed) return dice.pick(renamed);
  if (component === "project") return "Final Project";
  return component.startsWith("hw") ? dice.pick([`HW ${n}`, `Homework ${n}`]) : `Midterm ${n}`;
}

const sidIn = (dice: Dice, student: RandomStudent): string =>
  dice.chance(0.05) ? student.sid.toUpperCase() : student.sid;

export function randomExtensions(
  dice: Dice,
  students: readonly RandomStudent[],
  policy: RandomPolicy,
): string {
  const withColumn = dice.chance(0.5);
  const rows: string[][] = [];
  for (const student of students) {
    for (const homework of HOMEWORKS) {
      if (student.role !== "enrolled" || !dice.chance(0.05)) continue;
      const days = String(dice.pick([1, 1, 2, 2, 3, 5, 7, 14]));
      const row = [sidIn(dice, student), nameIn(dice, homework, policy), days, dice.pick(REASONS)];
      rows.push(withColumn ? [...row, dice.pick(["yes", "Yes", "no", "", "NO"])] : row);
    }
  }
  const header = ["sid", "assignment", "days", "reason", ...(withColumn ? ["in_gradescope"] : [])];
  return csvText([header, ...dice.shuffled(rows)]);
}

type Action = "set" | "deduct" | "zero" | "absent" | "move-weight";

// What one student was already given, so that no two adjustments contradict.
class Docket {
  readonly given = new Map<ComponentId, Set<Action>>();
  readonly whole = new Set<string>();
  readonly moved = new Set<ComponentId>();
  readonly targets = new Set<ComponentId>();
  has = (component: ComponentId, ...actions: readonly Action[]): boolean =>
    actions.some((action) => this.given.get(component)?.has(action));
  add(component: ComponentId, action: Action): void {
    this.given.set(component, (this.given.get(component) ?? new Set()).add(action));
  }
}

const isExam = (component: ComponentId): boolean => !component.startsWith("hw");

function mayMove(docket: Docket, student: RandomStudent, scores: RandomScores, from: ComponentId): boolean {
  if (student.plain || !scores.hasRows(student)) return false;
  if (docket.moved.has(from) || docket.targets.has(from)) return false;
  if ([...docket.given.values()].some((actions) => actions.has("absent")) && !docket.has(from, "absent"))
    return false;
  // A missed midterm 1 may hand its weight to these: they stay where they are.
  const heir = from === "midterm2" || from === "project";
  return !heir || scores.state(student, "midterm1") !== "missing";
}

function mayReceive(docket: Docket, student: RandomStudent, scores: RandomScores, to: ComponentId): boolean {
  if (docket.moved.has(to)) return false;
  return !(to === "midterm1" && (scores.state(student, to) === "missing" || docket.has(to, "absent")));
}

export function randomAdjustments(
  dice: Dice,
  students: readonly RandomStudent[],
  policy: RandomPolicy,
  scores: RandomScores,
  maximumOf: (component: ComponentId) => number,
): string {
  const enrolled = students.filter((student) => student.role === "enrolled");
  const dockets = new Map<RandomStudent, Docket>();
  const rows: string[][] = [];
  const events = Math.ceil(enrolled.length * dice.pick([0.05, 0.2, 0.5]));
  // Half of the adjustments fall on a few students, so that they meet.
  const few = dice.shuffled(enrolled).slice(0, Math.ceil(enrolled.length / 12));
  for (let i = 0; i < events; i++) {
    const student = dice.pick(dice.chance(0.5) ? few : enrolled);
    const docket = dockets.get(student) ?? new Docket();
    dockets.set(student, docket);
    const found = dice.chance(0.3)
      ? wholeAction(dice, docket, student)
      : partAction(dice, docket, student, scores, maximumOf);
    if (!found) continue;
    const [component, action, value] = found;
    const assignment = component === "" ? "" : nameIn(dice, component, policy);
    rows.push([sidIn(dice, student), assignment, action, value, dice.pick(REASONS)]);
  }
  return csvText([["sid", "assignment", "action", "value", "reason"], ...dice.shuffled(rows)]);
}

type Found = [ComponentId | "", string, string];

function wholeAction(dice: Dice, docket: Docket, student: RandomStudent): Found | undefined {
  const action = dice.pick(["slip-days", "slip-days", "incomplete", "grade"]);
  if (action === "slip-days") return ["", action, dice.pick(["+1", "2", "+3", "-1", "-2", "-9"])];
  if (student.plain || docket.whole.has(action)) return undefined;
  docket.whole.add(action);
  return ["", action, action === "grade" ? dice.pick(["RD", "RD", "A+", "B", "C-", "D+", "F"]) : ""];
}

function partAction(
  dice: Dice,
  docket: Docket,
  student: RandomStudent,
  scores: RandomScores,
  maximumOf: (component: ComponentId) => number,
): Found | undefined {
  const components = componentsOf(student.track);
  const component = dice.pick(components);
  const maximum = maximumOf(component);
  const action = dice.pick<Action>(["set", "set", "deduct", "deduct", "zero", "absent", "move-weight"]);
  if (docket.has(component, action)) return undefined;
  if (action !== "move-weight" && docket.has(component, "absent")) return undefined;
  const give = (value: string): Found => {
    docket.add(component, action);
    return [component, action, value];
  };
  if (action === "set") {
    const points = dice.pick([0, 0.5, 0.77, 0.9, 1, 1.1, -0.1]) * maximum;
    return give(points.toFixed(dice.pick([0, 1, 2])).replace(/^-0$/, "0"));
  }
  if (action === "deduct") {
    if (scores.state(student, component) !== "scored") return undefined;
    return give(dice.pick(["10%", "12.5%", "100%", "5", "2.25", ".5", String(Math.ceil(maximum))]));
  }
  if (action === "zero") return give("");
  if (action === "absent") {
    const free = docket.moved.size === 0 || docket.moved.has(component);
    const clear = !docket.has(component, "set", "deduct", "zero") && !docket.targets.has(component);
    return isExam(component) && !student.plain && free && clear ? give("") : undefined;
  }
  const to = dice.pick(components.filter((other) => other !== component));
  if (!mayMove(docket, student, scores, component) || !mayReceive(docket, student, scores, to))
    return undefined;
  docket.moved.add(component);
  docket.targets.add(to);
  return give(to);
}

export function frozenCutoffs(dice: Dice): string {
  const tracks = dice.chance(0.5) ? ["182"] : ["182", "282A"];
  const rows = tracks.flatMap((track) =>
    ladder(dice, dice.int(84, 94), 2.5, 0.9).map(([letter, cutoff]) => [track, letter, cutoff]),
  );
  if (dice.chance(0.5)) return csvText([["track", "letter", "cutoff"], ...rows]);
  // As `curve --freeze` writes it: the same on every row of a track.
  const said = dice.pick([
    ["guideline", "57", "3.18", "no"],
    ["shift", "57", "3.2", "yes"],
    ["fixed", "", "", "no"],
  ]);
  const origin = ["method", "students", "gpa", "provisional"];
  return csvText([["track", "letter", "cutoff", ...origin], ...rows.map((row) => [...row, ...said])]);
}
