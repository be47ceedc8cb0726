import { parse } from "csv-parse/sync";
import { csvText, type Dice } from "../oracle/random-dice.ts";

/** One score of a class, free of any kind of export; cells as Gradescope writes them. */
export interface Score {
  readonly file: string;
  readonly sid: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly title: string;
  readonly score: string;
  readonly maximum: string;
  readonly submitted: string;
  readonly lateness: string;
}

export const SHAPES = ["course", "assignments", "canvas", "tidy", "plain"] as const;
export type Shape = (typeof SHAPES)[number];

const MAXIMUM = " - Max Points";

/** The scores of a class's Gradescope course exports; none where a file is a plain table, which has no maxima. */
export function courseTable(files: ReadonlyMap<string, string>): readonly Score[] {
  const tables = [...files].filter(([name]) => name.startsWith("scores"));
  if (tables.some(([, text]) => !text.includes(MAXIMUM))) return [];
  return tables.flatMap(([file, text]) => {
    const [header = [], ...rows] = parse(text, { bom: true, skip_empty_lines: true }) as string[][];
    const titles = header.flatMap((own) => (own.endsWith(MAXIMUM) ? [own.slice(0, -MAXIMUM.length)] : []));
    return rows.flatMap((row) => {
      const at = (...names: readonly string[]) => row[header.findIndex((own) => names.includes(own))] ?? "";
      const [first, last] = header.includes("First Name")
        ? [at("First Name"), at("Last Name")]
        : [at("Name", "Names"), ""];
      return titles.map((title) => ({
        file,
        sid: at("SID"),
        first,
        last,
        email: at("Email"),
        title,
        score: at(title),
        maximum: at(`${title}${MAXIMUM}`),
        submitted: at(`${title} - Submission Time`),
        lateness: at(`${title} - Lateness (H:M:S)`),
      }));
    });
  });
}

/** A class whose scores come as another kind of export; its other files stay. */
export function shaped(
  files: ReadonlyMap<string, string>,
  table: readonly Score[],
  shape: Shape,
  dice: Dice,
): ReadonlyMap<string, string> {
  const others = [...files].filter(([name]) => !name.startsWith("scores"));
  const names = [...new Set(table.map(({ file }) => file))];
  const scores = names.flatMap((name) => {
    const own = table.filter(({ file }) => file === name);
    return shape === "assignments"
      ? perAssignment(own, dice)
      : [[name, csvText(WRITERS[shape](own, dice), dice.chance(0.5))] as const];
  });
  return new Map([...others, ...scores]);
}

type Grid = string[][];

/** The scores of one file as a matrix: a row for each person, a column for each title. */
function matrix(table: readonly Score[]) {
  const titles = [...new Set(table.map(({ title }) => title))];
  const rows = Array.from({ length: table.length / titles.length }, (_, row) =>
    table.slice(row * titles.length, (row + 1) * titles.length),
  );
  return { titles, rows };
}

const WRITERS = {
  course: (table: readonly Score[]): Grid => {
    const { titles, rows } = matrix(table);
    const columns = titles.flatMap((title) => [
      title,
      `${title}${MAXIMUM}`,
      `${title} - Submission Time`,
      `${title} - Lateness (H:M:S)`,
    ]);
    return [
      ["First Name", "Last Name", "SID", "Email", ...columns],
      ...rows.map((row) => [
        ...who(row[0]),
        ...row.flatMap((own) => [own.score, own.maximum, own.submitted, own.lateness]),
      ]),
    ];
  },
  canvas: (table: readonly Score[], dice: Dice): Grid => {
    const { titles, rows } = matrix(table);
    const blanks = ["", "", "", ""];
    return [
      [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        ...titles.map((own, i) => `${own} (${i + 7})`),
      ],
      ...(dice.chance(0.5) ? [["", ...blanks, ...titles.map(() => "Manual Posting")]] : []),
      ["    Points Possible", ...blanks, ...(rows[0] ?? []).map(({ maximum }) => maximum)],
      ...rows.map((row, index) => {
        const [first = "", last = "", sid = "", email = ""] = who(row[0]);
        return [`${last}, ${first}`, String(index), sid, email, "LEC 001", ...row.map(({ score }) => score)];
      }),
      ["Student, Test", "99", "", "0123456789abcdef", "LEC 001", ...titles.map(() => "")],
    ];
  },
  tidy: (table: readonly Score[]): Grid => [
    ["sid", "name", "email", "assignment", "score", "max_points", "submitted", "lateness"],
    ...table.map((own) => [
      own.sid,
      `${own.first} ${own.last}`.trim(),
      own.email,
      own.title,
      own.score,
      own.maximum,
      own.submitted,
      own.lateness,
    ]),
  ],
  plain: (table: readonly Score[]): Grid => {
    const { titles, rows } = matrix(table);
    return [
      ["sid", "email", ...titles],
      ...rows.map((row) => [row[0]?.sid ?? "", row[0]?.email ?? "", ...row.map(({ score }) => score)]),
    ];
  },
};

/** A file for each assignment, whose name alone says which; the rows of missing work may end early. */
function perAssignment(table: readonly Score[], dice: Dice) {
  const titles = [...new Set(table.map(({ title }) => title))];
  return titles.map((title) => {
    const rows = table
      .filter((own) => own.title === title)
      .map((own) => {
        const waits = own.submitted !== "" || /[1-9]/.test(own.lateness);
        const status = own.score !== "" ? "Graded" : waits ? "Ungraded" : "Missing";
        const head = [...who(own), own.score, own.maximum, status];
        return status === "Missing" && dice.chance(0.5)
          ? head
          : [...head, "", own.submitted, own.lateness, "3", "1", own.score];
      });
    const header =
      "First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,Lateness (H:M:S),View Count,Submission Count,1: All of it (9.5 pts)";
    const name = `scores ${title.replaceAll("/", "-")}.csv`;
    return [name, csvText([header.split(","), ...rows], false)] as const;
  });
}

function who(own: Score | undefined): readonly string[] {
  return own === undefined ? [] : [own.first, own.last, own.sid, own.email];
}
