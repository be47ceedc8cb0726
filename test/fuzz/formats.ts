import type { Dice } from "../oracle/random-dice.ts";
import { bytesOfGrid, type Files, type Grid, gridOf, isScoreFile } from "./grid.ts";

/** One score of a Gradescope course export. */
interface Score {
  readonly sid: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly score: string;
  readonly maximum: string;
  readonly submitted: string;
  readonly lateness: string;
}

/** The scores of a course export, row by row; none where the file is another kind of table. */
function scoresOf([header = [], ...rows]: Grid): readonly Score[] {
  const titles = header.filter((title) => header.includes(`${title} - Max Points`));
  return rows.flatMap((row) => {
    const at = (title: string) => row[header.indexOf(title)] ?? "";
    const name = at("Name") || `${at("First Name")} ${at("Last Name")}`.trim();
    return titles.map((title) => ({
      sid: at("SID"),
      name,
      email: at("Email"),
      title,
      score: at(title),
      maximum: at(`${title} - Max Points`),
      submitted: at(`${title} - Submission Time`),
      lateness: at(`${title} - Lateness (H:M:S)`),
    }));
  });
}

const people = (scores: readonly Score[]) => [
  ...new Map(scores.map((own) => [`${own.sid} ${own.email}`, own])).values(),
];
const titlesOf = (scores: readonly Score[]) => [...new Set(scores.map(({ title }) => title))];
const of = (scores: readonly Score[], { sid, email }: Score, title: string) =>
  scores.find((own) => own.sid === sid && own.email === email && own.title === title);

/** Canvas's gradebook: an id behind each title, the row of possible points, names turned round. */
function canvas(scores: readonly Score[], dice: Dice): Grid {
  const titles = titlesOf(scores);
  const posting = dice.chance(0.3);
  return [
    [
      "Student",
      "ID",
      "SIS User ID",
      "SIS Login ID",
      "Section",
      ...titles.map((title, i) => `${title} (${900 + i})`),
      "Current Score",
      "Final Score",
    ],
    ...(posting ? [["", "", "", "", "", ...titles.map(() => "Manual Posting"), "", ""]] : []),
    [
      "    Points Possible",
      "",
      "",
      "",
      "",
      ...titles.map((title) => scores.find((own) => own.title === title)?.maximum ?? "10.00"),
      "(read only)",
      "(read only)",
    ],
    ...people(scores).map((own, index) => [
      own.name.split(" ").reverse().join(", "),
      String(4000 + index),
      own.sid,
      String(20_000 + index),
      "COMPSCI 182 LEC 001",
      ...titles.map((title) => of(scores, own, title)?.score ?? ""),
      "",
      "",
    ]),
    ["Student, Test", "999", "", "0123456789abcdef", "COMPSCI 182 LEC 001", ...titles.map(() => ""), "", ""],
  ];
}

/** One file for each assignment, as Gradescope's assignment page gives them. */
function perAssignment(scores: readonly Score[]): readonly Grid[] {
  return titlesOf(scores).map((title) => [
    [
      "Name",
      "SID",
      "Email",
      "Total Score",
      "Max Points",
      "Status",
      "Submission ID",
      "Submission Time",
      "Lateness (H:M:S)",
      "View Count",
      "Submission Count",
      "1: All (10.0 pts)",
    ],
    ...scores
      .filter((own) => own.title === title)
      .map(({ name, sid, email, score, maximum, submitted, lateness }, index) => {
        const status = score !== "" ? "Graded" : submitted !== "" ? "Ungraded" : "Missing";
        return [
          name,
          sid,
          email,
          score,
          maximum,
          status,
          submitted === "" ? "" : String(7000 + index),
          submitted,
          lateness,
          "1",
          "1",
          score,
        ];
      }),
  ]);
}

/** One row for each score. */
function tidy(scores: readonly Score[]): Grid {
  return [
    ["sid", "assignment", "score", "max_points", "submitted", "lateness"],
    ...scores.map((own) => [own.sid, own.title, own.score, own.maximum, own.submitted, own.lateness]),
  ];
}

const SHAPES = ["canvas", "per-assignment", "tidy"] as const;

/** A class whose course exports are turned into another kind of export. */
export function inOtherFormat(files: Files, dice: Dice): Files {
  const shape = dice.pick(SHAPES);
  const entries = [...files].flatMap(([name, bytes]): readonly (readonly [string, Uint8Array])[] => {
    const scores = isScoreFile(name) ? scoresOf(gridOf(bytes)) : [];
    if (scores.length === 0) return [[name, bytes]];
    if (shape === "canvas") return [[name, bytesOfGrid(canvas(scores, dice))]];
    if (shape === "tidy") return [[name, bytesOfGrid(tidy(scores))]];
    return perAssignment(scores).map((grid, index) => {
      const slug = titlesOf(scores)[index]?.replaceAll(/[^\w ]/g, "") ?? "";
      return [name.replace(".csv", ` ${slug} scores.csv`), bytesOfGrid(grid)] as const;
    });
  });
  return new Map(entries);
}
