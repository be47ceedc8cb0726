import { decimalText } from "../../../exact/decimal.ts";
import type { ClassReport, TrackReport } from "../../../reports/class/class-report.ts";
import type { TrackDistribution } from "../../../reports/distribution.ts";
import { gpaText, shareText } from "../../../reports/percent.ts";
import { cutoffText } from "../../histogram.ts";
import { methodText } from "../../summary.ts";
import { counted } from "../../words.ts";
import { gpaFigure, windowText } from "../figures/gpa.ts";
import { sharesFigure } from "../figures/shares.ts";
import { type Child, element, type Markup } from "../markup.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { column, dataTable, numbers } from "../table.ts";

/** Cut-offs and letters of each track with their shares beside the guideline, and the GPA. */
export function lettersSection({ tracks }: ClassReport): Section {
  return {
    id: "letters",
    title: "Cut-offs and letters",
    body: [
      tracks.map((track, index) => trackLetters(track, `letters-${index + 1}`)),
      subheading("GPA"),
      tracks.map(({ distribution }) => paragraph(gpaSentence(distribution))),
      gpaFigure(tracks, "gpa"),
    ],
  };
}

function trackLetters({ distribution }: TrackReport, id: string): Child {
  const { track, provisional, others } = distribution;
  const rest = others.map(({ grade, count }) => `${grade} ${count}`).join(", ");
  return [
    subheading(track),
    paragraph(methodText(distribution), provisional > 0 && element("strong", {}, " PROVISIONAL.")),
    letterTable(distribution),
    note(
      "A letter is earned by a total at or above its cut-off, exactly; totals are never rounded.",
      rest !== "" && ` In no share and no GPA: ${rest}.`,
    ),
    sharesFigure(distribution, id),
  ];
}

/** The guideline stands beside the students it is about. */
function letterTable(distribution: TrackDistribution): Markup {
  const { track, letters, settings, fitted, letterGraded } = distribution;
  const compared = settings !== undefined && fitted > 0;
  return dataTable(
    `Letters of ${track}`,
    [
      column("letter"),
      ...["cut-off", "all", "share %"].map(numbers),
      ...(compared ? ["fitted", "share %", "guideline %"].map(numbers) : []),
    ],
    letters.map(({ letter, cutoff, all, fitted: ofFitted, guideline }) => [
      letter,
      cutoff === undefined ? "" : cutoffText(cutoff),
      all,
      shareText(all, letterGraded),
      ...(compared
        ? [
            ofFitted,
            shareText(ofFitted, fitted),
            guideline === undefined ? "" : decimalText(guideline, 1, "half-up"),
          ]
        : []),
    ]),
  );
}

function gpaSentence({ track, gpa, gpaFitted, settings, letterGraded, fitted }: TrackDistribution): string {
  const own = gpa === undefined ? "none yet" : `${gpaText(gpa)}, of ${counted(letterGraded, "letter grade")}`;
  const group =
    gpaFitted === undefined || settings === undefined
      ? ""
      : `; ${gpaText(gpaFitted)}, of the ${counted(fitted, "student")} that the cut-offs were fitted on. The guideline is ${windowText(settings)}`;
  return `${track}: ${own}${group}.`;
}
