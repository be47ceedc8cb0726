// Random students and the roster that lists them, in each layout that Berkeley exports.
import { csvText, type Dice } from "./random-dice.ts";

export type Role = "enrolled" | "waitlisted" | "dropped";

export type RandomStudent = {
  readonly sid: string;
  readonly first: string;
  readonly last: string;
  readonly email: string; // as the roster has it
  readonly track: "182" | "282A";
  readonly basis: string;
  readonly terms: string;
  readonly role: Role;
  readonly plain: boolean; // a letter-graded undergraduate of 182 whose work is all there and graded
  readonly skill: number;
  readonly tardiness: number;
};

export type RosterKind = "calcentral" | "sections" | "bcourses" | "plain";

const FIRST = [
  "Ada",
  "Bao",
  "Chloé",
  "Dev",
  "Elif",
  "Farid",
  "Grace",
  "Hana",
  "Ivo",
  "Jun",
  "Kofi",
  "Lena",
  "Mia",
];
const LAST = [
  "Abara",
  "Berg",
  "Chen",
  "Dias",
  "Ek",
  "Fong",
  "García Luna",
  "Haddad",
  "Ito",
  "Jain",
  "O'Neil",
  "Zhu",
];
const ODD_LAST = ["=SUM(A1)", "-Dash", "+Plus", "@Home", 'Q"uote', "de la Cruz, Jr."];

const CALCENTRAL_BASES: [number, string][] = [
  [70, "Letter"],
  [9, "P/NP"],
  [3, "Default P/NP"],
  [8, "S/U"],
  [3, ""],
  [2, "C/NC"],
  [1, "Law"],
];
const CODE_BASES: [number, string][] = [
  [70, "GRD"],
  [6, "EPN"],
  [3, "PNP"],
  [2, "DPN"],
  [2, "CPN"],
  [5, "ESU"],
  [3, "SUS"],
  [2, "CNC"],
  [2, "FRZ"],
  [1, ""],
];

export function randomStudents(dice: Dice, kind: RosterKind): RandomStudent[] {
  const count = dice.int(20, dice.pick([40, 90, 200]));
  const bases = kind === "plain" ? CODE_BASES : CALCENTRAL_BASES;
  const share282A = dice.pick([0, 0.15, 0.3, 0.45]);
  const graduates = dice.pick([0.1, 0.25]);
  const classMean = dice.int(66, 86);
  const order = dice.shuffled(Array.from({ length: count }, (_, i) => i));
  const oddSids = dice.chance(0.25);
  const students = order.map((number, i): RandomStudent => {
    const plain = i < 8;
    const track = !plain && dice.chance(share282A) ? "282A" : "182";
    const sid = oddSids && dice.chance(0.1) ? `x${8100 + number}` : String(3_034_000_000 + number * 7 + 11);
    const first = dice.pick(FIRST);
    const last = dice.chance(0.04) ? dice.pick(ODD_LAST) : dice.pick(LAST);
    const login = `${first}.${number}`.toLowerCase().replaceAll("é", "e");
    const graduate = dice.chance(track === "282A" ? 0.85 : graduates);
    return {
      sid,
      first,
      last,
      email: `${dice.chance(0.1) ? login.toUpperCase() : login}@berkeley.edu`,
      track,
      basis: plain ? (kind === "plain" ? "GRD" : "Letter") : dice.weighted(bases),
      terms: !plain && graduate ? "G" : dice.pick(["2", "4", "6", "8", "U", "—", ""]),
      role: plain
        ? "enrolled"
        : dice.weighted<Role>([
            [93, "enrolled"],
            [4, "waitlisted"],
            [3, "dropped"],
          ]),
      plain,
      skill: Math.min(99, Math.max(20, classMean + (dice.unit() + dice.unit() + dice.unit() - 1.5) * 26)),
      tardiness: dice.pick([0, 0, 0.1, 0.3, 0.8]),
    };
  });
  return dice.shuffled(students);
}

export function rosterText(dice: Dice, kind: RosterKind, students: readonly RandomStudent[]): string {
  if (kind === "calcentral") return calcentral(dice, students);
  if (kind === "sections") return olderCalcentral(dice, students);
  if (kind === "bcourses") return bcourses(dice, students);
  return plainRoster(dice, students);
}

const roleText = (student: RandomStudent): string =>
  ({ enrolled: "Student", waitlisted: "Waitlist Student", dropped: "Dropped" })[student.role];

const uid = (student: RandomStudent): string => `1${student.sid.slice(-4)}9`;

const waitlistPosition = (student: RandomStudent): string => (student.role === "waitlisted" ? "3" : "");

function calcentral(dice: Dice, students: readonly RandomStudent[]): string {
  const sections = dice.pick([["LEC"], ["LEC", "DIS"], ["LEC", "LEC", "DIS", "LAB"]]);
  const header = ["Name", "Student ID", "User ID", "Role", "Email Address", "Course", ...sections];
  header.push("Majors", "Terms in Attendance", "Units", "Grading Basis", "Waitlist Position");
  const rows = students.map((student) => [
    `${student.last}, ${student.first}`,
    student.sid,
    uid(student),
    student.role === "enrolled" && dice.chance(0.03) ? "" : roleText(student),
    student.email,
    `COMPSCI ${student.track}`,
    ...sections.map((_, i) => (i === 0 ? "001" : dice.pick(["101", "102", ""]))),
    dice.pick(["Computer Science BA", "Break Science BA, Statistics BA", ""]),
    student.terms,
    "4.0",
    student.basis,
    waitlistPosition(student),
  ]);
  return csvText([header, ...rows], true);
}

const sectionsText = (student: RandomStudent): string =>
  `COMPSCI ${student.track} DIS 101, COMPSCI ${student.track} LEC 001`;

function olderCalcentral(dice: Dice, students: readonly RandomStudent[]): string {
  const header = ["Name", "Student ID", "User ID", "Role", "Email Address", "Sections", "Majors"];
  header.push("Terms in Attendance", "Units", "Grading Basis", "Waitlist Position");
  const rows = students.map((student) => [
    `${student.last}, ${student.first}`,
    student.sid,
    uid(student),
    roleText(student),
    student.email,
    sectionsText(student),
    dice.pick(["Computer Science BA", "Data Science BA", ""]),
    student.terms,
    "4.0",
    student.basis,
    waitlistPosition(student),
  ]);
  return csvText([header, ...rows]);
}

// The roster page of bCourses has no grading basis and no terms: everybody is letter-graded.
function bcourses(dice: Dice, students: readonly RandomStudent[]): string {
  const header = ["Name", "Student ID", "UID", "Role", "Email address", "Sections"];
  const rows = students.map((student) => [
    `${student.first} ${student.last}`,
    student.sid,
    uid(student),
    roleText(student),
    student.email,
    sectionsText(student),
  ]);
  return csvText([header, ...rows], false, dice.pick(["\r\n", "\n"]));
}

function plainRoster(dice: Dice, students: readonly RandomStudent[]): string {
  const withBasis = dice.chance(0.8);
  const header = ["sid", "name", "email", "track", ...(withBasis ? ["basis"] : []), "role"];
  const rows = students.map((student) => [
    dice.chance(0.03) ? ` ${student.sid} ` : student.sid,
    `${student.first} ${student.last}`,
    student.email,
    student.track,
    ...(withBasis ? [student.basis] : []),
    roleText(student),
  ]);
  return csvText([header, ...rows]);
}
