// The score files: what each student did for each component, joined by SID, then by e-mail.
import type Fraction from "fraction.js";
import { parseDuration, parseInstant } from "./los-angeles-clock.ts";
import { type Component, componentNamed, type Policy } from "./oracle-policy.ts";
import type { Student } from "./oracle-roster.ts";
import { exact, reader, readTable, ZERO } from "./oracle-table.ts";

export type Work = {
  readonly state: "scored" | "ungraded" | "missing";
  readonly points: Fraction; // 0 unless scored
  readonly maximum: Fraction;
  readonly submitted: number | undefined;
  readonly lateness: number | undefined; // the export's own
};

export type Gradebook = {
  readonly hasRows: (student: Student) => boolean;
  readonly work: (student: Student, component: Component) => Work;
};

// One column of one file, with each student's cell in it.
type Column = {
  readonly component: Component;
  readonly maximum: Fraction;
  readonly cells: Map<Student, Work>;
};

const SUFFIX = { maximum: " - Max Points", time: " - Submission Time", lateness: " - Lateness (H:M:S)" };

export function readScores(
  files: ReadonlyMap<string, string>,
  students: readonly Student[],
  policy: Policy,
): Gradebook {
  const bySid = new Map(students.map((student) => [student.sid.toUpperCase(), student]));
  const byEmail = new Map(
    students
      .filter((student) => student.email !== "")
      .map((student) => [student.email.toLowerCase(), student]),
  );
  const seen = new Set<Student>();
  const columns: Column[] = [];
  const names = [...files.keys()].filter((name) => /^scores.*\.csv$/.test(name)).sort();
  for (const name of names) {
    const table = readTable(files.get(name) ?? "");
    const sid = reader(table, "sid", "student id");
    const email = reader(table, "email", "email address");
    const owners = table.rows.map(
      (row) => bySid.get((sid(row) ?? "").toUpperCase()) ?? byEmail.get((email(row) ?? "").toLowerCase()),
    );
    for (const owner of owners) if (owner) seen.add(owner);
    const gradescope = table.header.some((title) => title.endsWith(SUFFIX.maximum));
    for (const title of table.header) {
      if (gradescope && !table.header.includes(title + SUFFIX.maximum)) continue;
      const component = componentNamed(policy, title);
      if (!component) continue;
      const score = reader(table, title);
      const time = reader(table, title + SUFFIX.time);
      const lateness = reader(table, title + SUFFIX.lateness);
      const first = table.rows[0];
      const maximumText = first && reader(table, title + SUFFIX.maximum)(first);
      const maximum = maximumText === undefined ? component.points : exact(maximumText);
      const cells = new Map<Student, Work>();
      for (const [i, row] of table.rows.entries()) {
        const owner = owners[i];
        if (owner) cells.set(owner, workIn(score(row) ?? "", maximum, time(row) ?? "", lateness(row) ?? ""));
      }
      columns.push({ component, maximum, cells });
    }
  }
  return {
    hasRows: (student) => seen.has(student),
    work: (student, component) => {
      const own = columns.filter((column) => column.component === component);
      const works = own.map((column) => column.cells.get(student) ?? nothing(column.maximum));
      return component.sum ? summed(works, component) : chosen(works);
    },
  };
}

const nothing = (maximum: Fraction): Work => ({
  state: "missing",
  points: ZERO,
  maximum,
  submitted: undefined,
  lateness: undefined,
});

function workIn(score: string, maximum: Fraction, time: string, latenessText: string): Work {
  const lateness = latenessText === "" ? undefined : parseDuration(latenessText);
  const handedIn = time !== "" || (lateness ?? 0) > 0;
  if (score === "" && !handedIn) return nothing(maximum);
  return {
    state: score === "" ? "ungraded" : "scored",
    points: score === "" ? ZERO : exact(score),
    maximum,
    submitted: time === "" ? undefined : parseInstant(time),
    lateness: handedIn ? lateness : undefined, // 00:00:00 without a submission says nothing
  };
}

// Of several columns: the scored one, else the first with a submission, else the first.
function chosen(works: readonly Work[]): Work {
  const found =
    works.find((work) => work.state === "scored") ?? works.find((work) => work.state === "ungraded");
  return found ?? (works[0] as Work);
}

// Parts handed in apart: points and maxima add up, the latest part that has times gives them.
function summed(works: readonly Work[], component: Component): Work {
  const maximum = works.reduce((sum, work) => sum.add(work.maximum), ZERO);
  const parts = works.filter((work) => work.state !== "missing");
  const timed = parts.filter((part) => part.submitted !== undefined || part.lateness !== undefined);
  const [first, ...others] = timed.length > 0 ? timed : parts;
  if (!first) return nothing(maximum);
  const latest = others.reduce(
    (a, b) => (secondsLate(b, component) > secondsLate(a, component) ? b : a),
    first,
  );
  return {
    state: parts.some((part) => part.state === "ungraded") ? "ungraded" : "scored",
    points: parts.reduce((sum, part) => sum.add(part.points), ZERO),
    maximum,
    submitted: latest.submitted,
    lateness: latest.lateness,
  };
}

// The export's own lateness, else how far the submission is past the policy's due date.
export function secondsLate(work: Work, component: Component): number {
  if (work.lateness !== undefined) return work.lateness;
  if (work.submitted === undefined || component.due === undefined) return 0;
  return Math.max(0, work.submitted - component.due);
}
