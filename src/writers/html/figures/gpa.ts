import { gradePointText } from "../../../exact/decimal.ts";
import { type Rational, rational } from "../../../exact/rational.ts";
import type { GuidelineSettings } from "../../../policy/parameters.ts";
import type { TrackReport } from "../../../reports/class/class-report.ts";
import { gpaText } from "../../../reports/percent.ts";
import { type Markup, shape } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";
import { bottomAxis } from "./axis.ts";
import { figureMarkup, label } from "./figure.ts";
import { extent, place, type Scale } from "./scale.ts";

interface Mean {
  readonly who: string;
  readonly students: number;
  readonly gpa: Rational;
}

const ROW = 24;
const [LEFT, RIGHT] = [116, 318];

/** Every GPA on one line from 0 to 4, the guideline's range behind them. */
export function gpaFigure(tracks: readonly TrackReport[], id: string): Markup | undefined {
  const means = tracks.flatMap(({ distribution }) => meansOf(distribution));
  const [settings] = tracks.flatMap(({ distribution }) => distribution.settings ?? []);
  if (means.length === 0) return undefined;
  const x: Scale = { from: rational(0), to: rational(4), start: LEFT, end: RIGHT };
  const bottom = 14 + means.length * ROW;
  const band = settings === undefined ? "" : ` The band is the guideline, ${windowText(settings)}.`;
  return figureMarkup({
    id,
    title: "Grade point averages.",
    description: `Each dot is the mean of a group's grade points.${band}`,
    width: 328,
    height: bottom + 24,
    drawing: [
      settings !== undefined &&
        shape("rect", {
          class: "band",
          x: place(x, settings.gpa.lowest),
          width: extent(x, settings.gpa.lowest, settings.gpa.highest),
          y: 6,
          height: bottom - 6,
        }),
      means.map(({ who, gpa }, index) => {
        const y = 8 + ROW / 2 + index * ROW;
        const at = place(x, gpa);
        return [
          label(LEFT - 12, y, who, { class: "end", dy: 4 }),
          shape("line", { class: "grid", x1: LEFT, x2: RIGHT, y1: y, y2: y }),
          shape("circle", { class: "dot", cx: at, cy: y, r: 5 }),
          label(at, y, gpaText(gpa), { class: "end", dx: -10, dy: 4 }),
        ];
      }),
      bottomAxis(x, bottom, [0, 1, 2, 3, 4]),
    ],
    table: dataTable(
      "Grade point averages",
      [column("group"), numbers("letter grades"), numbers("GPA")],
      means.map(({ who, students, gpa }) => [who, students, gpaText(gpa)]),
    ),
  });
}

export function windowText({ gpa }: GuidelineSettings): string {
  return `${gradePointText(gpa.lowest)} to ${gradePointText(gpa.highest)}`;
}

function meansOf(distribution: TrackReport["distribution"]): readonly Mean[] {
  const { track, letterGraded, fitted, gpa, gpaFitted } = distribution;
  return [
    ...(gpaFitted === undefined ? [] : [{ who: `${track}, fitted group`, students: fitted, gpa: gpaFitted }]),
    ...(gpa === undefined ? [] : [{ who: `${track}, all letters`, students: letterGraded, gpa }]),
  ];
}
