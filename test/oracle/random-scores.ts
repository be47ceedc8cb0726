// Random score files: what each student handed in, when, and what each export says about it.
import { DAY, durationText, gradescopeTime, instantOf, parseDuration } from "./los-angeles-clock.ts";
import type { Column, RandomFile } from "./random-columns.ts";
import { csvText, type Dice } from "./random-dice.ts";
import { COMPONENTS, type ComponentId, type RandomPolicy } from "./random-policy.ts";
import type { RandomStudent } from "./random-roster.ts";

type Cell = { readonly score: string; readonly time: string; readonly lateness: string };
type Cells = ReadonlyMap<Column, Cell>;

export type RandomScores = {
  readonly texts: ReadonlyMap<string, string>;
  readonly hasRows: (student: RandomStudent) => boolean;
  readonly state: (student: RandomStudent, component: ComponentId) => "scored" | "ungraded" | "missing";
};

const MISSING: Cell = { score: "", time: "", lateness: "00:00:00" };
const EXAM_BEGINS = 1_646_276_400; // 2022-03-02 19:00 PST

export function randomScores(
  dice: Dice,
  students: readonly RandomStudent[],
  files: readonly RandomFile[],
  columns: readonly Column[],
  policy: RandomPolicy,
): RandomScores {
  const missing = dice.pick([0, 0.03, 0.1]);
  const ungraded = dice.pick([0, 0.01, 0.03]);
  const cellsOf = new Map<RandomStudent, Cells>();
  for (const student of students) {
    const earlier = [...cellsOf.keys()].filter(
      (s) => s.track === student.track && (!student.plain || s.plain),
    );
    const twin = earlier.length > 0 && dice.chance(0.12) ? cellsOf.get(dice.pick(earlier)) : undefined;
    cellsOf.set(student, twin ?? workOf(dice, student, columns, policy, missing, ungraded));
  }
  const rowless = new Set(students.filter((student) => !student.plain && dice.chance(0.02)));
  const present = new Map<RandomFile, Set<RandomStudent>>();
  const texts = new Map<string, string>();
  for (const file of files) {
    const listed = students.filter(
      (s) =>
        s.plain || (!rowless.has(s) && !(file.shape === "plain" && files.length > 1 && dice.chance(0.02))),
    );
    present.set(file, new Set(listed));
    const held = columns.filter((column) => column.file === file);
    texts.set(file.name, scoreFile(dice, file, held, listed, cellsOf));
  }
  return {
    texts,
    hasRows: (student) => files.some((file) => present.get(file)?.has(student)),
    state: (student, component) => {
      const cells = columns
        .filter((column) => column.component === component && present.get(column.file)?.has(student))
        .map((column) => cellsOf.get(student)?.get(column) ?? MISSING);
      const scored = cells.some((cell) => cell.score !== "");
      const waiting = cells.some((cell) => cell.score === "" && cell !== MISSING);
      if (waiting && (policy.summed.has(component) || !scored)) return "ungraded";
      return scored ? "scored" : "missing";
    },
  };
}

function workOf(
  dice: Dice,
  student: RandomStudent,
  columns: readonly Column[],
  policy: RandomPolicy,
  missing: number,
  ungraded: number,
): Cells {
  const cells = new Map<Column, Cell>();
  for (const component of COMPONENTS) {
    const held = columns.filter((column) => column.component === component);
    const foreign = component === (student.track === "182" ? "project" : "midterm2");
    const away = !student.plain && dice.chance(missing);
    const extended = dice.chance(0.05) ? dice.int(1, 6) * DAY : 0;
    const cell = (column: Column, scored: boolean): Cell =>
      cellOf(dice, student, column, policy.due.get(component), extended, scored);
    const isUngraded = (): boolean => !student.plain && dice.chance(ungraded);
    if (away || foreign) {
      for (const column of held) cells.set(column, MISSING);
    } else if (policy.summed.has(component)) {
      for (const column of held) {
        const left = !student.plain && dice.chance(0.06);
        cells.set(column, left ? MISSING : cell(column, !isUngraded()));
      }
    } else {
      const chosen = dice.pick(held);
      const scored = !isUngraded();
      for (const column of held) {
        const also = column !== chosen && dice.chance(0.1);
        cells.set(column, column === chosen ? cell(column, scored) : also ? cell(column, false) : MISSING);
      }
    }
  }
  for (const column of columns) {
    if (column.component === undefined) cells.set(column, cellOf(dice, student, column, undefined, 0, true));
  }
  return cells;
}

function cellOf(
  dice: Dice,
  student: RandomStudent,
  column: Column,
  due: number | undefined,
  extended: number,
  scored: boolean,
): Cell {
  const plain = column.file.shape === "plain";
  if (plain) return scored ? { score: scoreText(dice, student, column), time: "", lateness: "" } : MISSING;
  const score = scored ? scoreText(dice, student, column) : "";
  if (due === undefined) {
    const time = gradescopeTime(EXAM_BEGINS + dice.int(60, 7200), column.file.offset);
    const lateness = dice.chance(0.01) ? "00:03:20" : "00:00:00";
    return scored && dice.chance(0.1) ? { score, time: "", lateness: "00:00:00" } : { score, time, lateness };
  }
  const wall = due + column.dueShift + extended;
  const submitted = instantOf(wall + afterDue(dice, student));
  const late = Math.max(0, submitted - instantOf(wall));
  const time = gradescopeTime(submitted, column.file.offset);
  const lateness = durationText(late);
  if (column.file.blankLateness || dice.chance(0.02)) return { score, time, lateness: "" };
  if (late > 0 && dice.chance(0.05)) return { score, time: "", lateness };
  if (scored && dice.chance(0.02)) return { score, time: "", lateness: dice.pick(["", "00:00:00"]) };
  return { score, time, lateness };
}

// Seconds by which the local clock at hand-in is past the due time.
function afterDue(dice: Dice, student: RandomStudent): number {
  if (!dice.chance(student.tardiness)) return dice.chance(0.05) ? 0 : -dice.int(1, 5 * DAY);
  return dice.weighted([
    [2, dice.int(1, 59)],
    [1, dice.int(60, 600)],
    [3, dice.int(0, DAY)],
    [3, dice.int(DAY, 3 * DAY)],
    [2, dice.int(3 * DAY, 9 * DAY)],
    [1, dice.int(9 * DAY, 14 * DAY)],
    [3, dice.int(1, 5) * DAY + dice.pick([-3600, -1, 0, 1, 30, 300, 3600])],
  ]);
}

function scoreText(dice: Dice, student: RandomStudent, column: Column): string {
  const plain = column.file.shape === "plain";
  const decimals = plain ? column.decimals : Math.max(1, column.decimals);
  const maximum = Number(column.maximum);
  const roll = dice.unit();
  let percent = Math.min(100, student.skill + (dice.unit() + dice.unit() - 1) * 15);
  if (roll < 0.015) percent = 0;
  else if (roll < 0.045) percent = dice.int(101, 112);
  else if (roll < 0.053) percent = -dice.int(1, 20);
  else if (roll < 0.15) percent = 100;
  const text = ((percent * maximum) / 100).toFixed(decimals).replace(/^-(0\.?0*)$/, "$1");
  return plain ? text.replace(/^(-?)0\./, "$1.") : text;
}

type Person = { first: string; last: string; sid: string; email: string; cells: Cells };

function scoreFile(
  dice: Dice,
  file: RandomFile,
  columns: readonly Column[],
  listed: readonly RandomStudent[],
  cellsOf: ReadonlyMap<RandomStudent, Cells>,
): string {
  const plainEmail = dice.chance(0.5);
  const canJoinByEmail = file.shape !== "plain" || plainEmail;
  const people = listed.map((student, i): Person => {
    const byEmail = canJoinByEmail && dice.chance(0.04);
    const recased = dice.chance(0.1) ? student.sid.toUpperCase() : student.sid;
    const sid = byEmail ? dice.pick(["", `99${1000 + i}`, `${student.sid}${student.sid}`]) : recased;
    const own = dice.chance(0.2) ? student.email.toUpperCase() : student.email;
    const email = byEmail || dice.chance(0.95) ? own : dice.pick(["", `nobody${i}@example.org`]);
    return { ...student, sid, email, cells: cellsOf.get(student) ?? new Map() };
  });
  const strangers = dice.pick([0, 0, 1, 3]);
  for (let i = 0; i < strangers; i++) {
    const cells = cellsOf.get(dice.pick(listed)) ?? new Map();
    people.push({
      first: "Tea",
      last: "Cher",
      sid: dice.pick(["", `2${i}00`]),
      email: `staff${i}@berkeley.edu`,
      cells,
    });
  }
  const rows = dice.shuffled(people);
  return file.shape === "plain"
    ? plainTable(rows, columns, plainEmail)
    : gradescope(dice, file.shape, rows, columns);
}

function plainTable(people: readonly Person[], columns: readonly Column[], withEmail: boolean): string {
  const header = ["sid", ...(withEmail ? ["name", "email"] : []), ...columns.map((column) => column.title)];
  const rows = people.map((person) => [
    person.sid,
    ...(withEmail ? [`${person.first} ${person.last}`, person.email] : []),
    ...columns.map((column) => person.cells.get(column)?.score ?? ""),
  ]);
  return csvText([header, ...rows]);
}

function gradescope(
  dice: Dice,
  shape: Exclude<Column["file"]["shape"], "plain">,
  people: readonly Person[],
  columns: readonly Column[],
): string {
  const names = shape === "full name" ? ["Name"] : ["First Name", "Last Name"];
  const section = {
    sections: ["Sections"],
    section_name: ["section_name"],
    "no sections": [],
    "full name": [],
  }[shape];
  const assignments = columns.flatMap(({ title }) => [
    title,
    `${title} - Max Points`,
    `${title} - Submission Time`,
    `${title} - Lateness (H:M:S)`,
  ]);
  const header = [...names, "SID", "Email", ...section, ...assignments, "Total Lateness (H:M:S)"];
  const rows = people.map((person) => {
    const cells = columns.map((column) => ({ column, cell: person.cells.get(column) ?? MISSING }));
    const total = cells.reduce((sum, { cell }) => sum + parseDuration(cell.lateness || "00:00:00"), 0);
    return [
      ...(shape === "full name" ? [`${person.first} ${person.last}`] : [person.first, person.last]),
      person.sid,
      person.email,
      ...section.map(() => dice.pick(["COMPSCI 182 LEC 001", "compsci-182-lec-001", ""])),
      ...cells.flatMap(({ column, cell }) => [cell.score, column.maximum, cell.time, cell.lateness]),
      durationText(total),
    ];
  });
  return csvText([header, ...rows]);
}
