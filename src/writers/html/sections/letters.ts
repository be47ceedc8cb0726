import { decimalText } from "../../../exact/decimal.ts";
import type { ClassReport, TrackReport } from "../../../reports/class/class-report.ts";
import type { TrackDistribution } from "../../../reports/distribution.ts";
import { gpaText, shareText } from "../../../reports/percent.ts";
import { cutoffText } from "../../histogram.ts";
import { counted } from "../../words.ts";
import { certificateText } from "../certificate.ts";
import { gpaFigure, windowText } from "../figures/gpa.ts";
import { sharesFigure } from "../figures/shares.ts";
import { type Child, element, type Markup } from "../markup.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

/** Cut-offs and letters of each track with their shares beside the guideline, and the GPA. */
export function lettersSection({ tracks, fileName }: ClassReport): Section {
  return {
    id: "letters",
    title: "Cut-offs and letters",
    body: [
      tracks.map((track, index) => trackLetters(track, `letters-${index + 1}`, fileName)),
      tracks.some(({ distribution }) => isCosted(distribution)) && note(COST),
      subheading("GPA"),
      tracks.map(({ distribution }) => paragraph(gpaSentence(distribution))),
      gpaFigure(tracks, "gpa"),
    ],
  };
}

const COST =
  "Cost, in students: how far each cut lies from its share of the guideline, by the weights of the policy, and the near misses. Proved optimal: no other cut-offs that obey the rules cost less (curve.shares).";

function isCosted({ cutoffs }: TrackDistribution): boolean {
  const { fit } = cutoffs.source;
  return fit !== undefined && fit.method !== "shift";
}

function trackLetters({ distribution }: TrackReport, id: string, fileName: ClassReport["fileName"]): Child {
  const { track, provisional, others } = distribution;
  const rest = others.map(({ grade, count }) => `${grade} ${count}`).join(", ");
  return [
    subheading(track),
    paragraph(
      certificateText(distribution, fileName).join(" "),
      provisional > 0 && element("strong", {}, " PROVISIONAL."),
    ),
    element("div", { class: "beside" }, letterTable(distribution), sharesFigure(distribution, id)),
    note(
      "A letter is earned by a total at or above its cut-off, exactly; totals are never rounded.",
      rest !== "" && ` In no share and no GPA: ${rest}.`,
    ),
  ];
}

/** The guideline stands beside the students it is about: those who were fitted, or all where nobody was. */
function letterTable(distribution: TrackDistribution): Markup {
  const { track, letters, settings, fitted, letterGraded } = distribution;
  const isFitted = settings !== undefined && fitted > 0;
  return dataTable(
    `Letters of ${track}`,
    [
      column("letter"),
      ...["cut-off", "all", "share %"].map(numbers),
      ...(isFitted ? ["fitted", "share %"] : []).map(numbers),
      ...(settings === undefined ? [] : [numbers("guideline %")]),
    ],
    letters.map(({ letter, cutoff, all, fitted: ofFitted, guideline }) => [
      letter,
      cutoff === undefined ? "" : cutoffText(cutoff),
      all,
      shareText(all, letterGraded),
      ...(isFitted ? [ofFitted, shareText(ofFitted, fitted)] : []),
      ...(settings === undefined
        ? []
        : [guideline === undefined ? "" : decimalText(guideline, 1, "half-up")]),
    ]),
  );
}

function gpaSentence({ track, gpa, gpaFitted, settings, letterGraded, fitted }: TrackDistribution): string {
  const own = gpa === undefined ? "none yet" : `${gpaText(gpa)}, of ${counted(letterGraded, "letter grade")}`;
  const group =
    gpaFitted === undefined
      ? ""
      : `; ${gpaText(gpaFitted)}, of the ${counted(fitted, "student")} that the cut-offs were fitted on`;
  const guideline = settings === undefined ? "" : ` The guideline is ${windowText(settings)}.`;
  return `${track}: ${own}${group}.${guideline}`;
}
