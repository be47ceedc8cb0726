// The columns of a random class: which file holds which assignment, under which title, out of how much.
import type { Dice } from "./random-dice.ts";
import { COMPONENTS, type ComponentId, HOMEWORKS, type RandomPolicy } from "./random-policy.ts";

export type Shape = "sections" | "section_name" | "no sections" | "full name" | "plain";

export type RandomFile = {
  readonly name: string;
  readonly shape: Shape;
  readonly offset: number | undefined; // shows its times at this offset instead of the local one
  readonly blankLateness: boolean;
};

export type Column = {
  readonly file: RandomFile;
  readonly component: ComponentId | undefined;
  readonly title: string;
  readonly maximum: string;
  readonly decimals: number;
  readonly dueShift: number; // how far the export's due time is from the policy's, in seconds
};

const SHAPES: readonly Shape[] = ["sections", "section_name", "no sections", "full name"];

export function randomFiles(dice: Dice): RandomFile[] {
  const names = dice.weighted<string[]>([
    [45, ["scores.csv"]],
    [30, ["scores-exams.csv", "scores.csv"]],
    [25, ["scores-1.csv", "scores-2.csv", "scores-project.csv"]],
  ]);
  return names.map((name) => {
    const plain = dice.chance(names.length === 1 ? 0.08 : name === "scores-exams.csv" ? 0.6 : 0.2);
    return {
      name,
      shape: plain ? "plain" : dice.pick(SHAPES),
      offset: dice.chance(0.05) ? dice.pick([0, -5 * 3600]) : undefined,
      blankLateness: dice.chance(0.06),
    };
  });
}

export function randomColumns(dice: Dice, files: readonly RandomFile[], policy: RandomPolicy): Column[] {
  const last = files.length - 1;
  const scattered = dice.chance(0.2);
  const columns: Column[] = [];
  for (const component of COMPONENTS) {
    const homework = (HOMEWORKS as readonly string[]).includes(component);
    const home = scattered ? dice.int(0, last) : homework ? last : component === "project" ? 0 : last >> 1;
    const summed = policy.summed.has(component);
    const parts = summed ? dice.pick([2, 2, 2, 3]) : dice.chance(homework ? 0.06 : 0.15) ? 2 : 1;
    const maximum = dice.pick(["100.0", "100.0", "33.5", "70.0", "150.0", "57.0", "12.25"]);
    for (let part = 0; part < parts; part++) {
      const file = files[dice.chance(0.1) ? dice.int(0, last) : home] as RandomFile;
      columns.push({
        file,
        component,
        title: titleOf(dice, component, policy, parts === 1 ? "" : "ABC".charAt(part)),
        maximum:
          file.shape === "plain"
            ? (policy.points.get(component) as string)
            : summed
              ? dice.pick([maximum, "40.0"])
              : maximum,
        decimals: dice.pick([0, 0, 1, 2, 3]),
        dueShift: dice.chance(0.85) ? 0 : dice.pick([-25_140, 59, 86_400, -86_400]),
      });
    }
  }
  for (const title of ["Homework 10", "Project Proposal", "Quiz 1", "Midterm 1 Survey", "HW 0"]) {
    if (!dice.chance(0.15)) continue;
    const file = dice.pick(files);
    columns.push({ file, component: undefined, title, maximum: "10.0", decimals: 1, dueShift: 0 });
  }
  return dice.chance(0.3) ? dice.shuffled(columns) : columns;
}

function titleOf(dice: Dice, component: ComponentId, policy: RandomPolicy, part: string): string {
  const n = component.slice(-1);
  const renamed = policy.renamed.get(component);
  const base = renamed
    ? dice.pick(renamed)
    : component === "project"
      ? dice.pick(["Final Project", "Project", "FINAL PROJECT"])
      : component.startsWith("midterm")
        ? dice.pick([`Midterm ${n}`, `MT${n}`, `MT ${n}`, `Exam ${n}`, `midterm${n}`])
        : dice.pick([`HW${n}`, `HW ${n}`, `Homework ${n}`, `hw${n}`, `HOMEWORK ${n}`]);
  if (part !== "") return base + dice.pick([`: Part ${part}`, ` - Version ${part}`, ` (set ${part})`]);
  return base + dice.pick(["", "", "", ": Backprop", " - Written", " (all)"]);
}
