import { decimalText } from "../../../exact/decimal.ts";
import type { Rational } from "../../../exact/rational.ts";
import { shareText } from "../../../reports/percent.ts";
import type { PublicFigures, PublicGroup, PublicReport } from "../../../reports/public/public-report.ts";
import { cutoffText } from "../../histogram.ts";
import { type Child, element, type Markup } from "../markup.ts";
import { type Hash, pageText } from "../page.ts";
import { contentPolicy } from "../policy-header.ts";
import { note, paragraph, type Section, subheading } from "../section.ts";
import { STYLES } from "../styles.ts";
import { column, dataTable, numbers } from "../table.ts";
import { publicBins } from "./bins-figure.ts";

/** The page for posting: no script, no person, no number of fewer students than the threshold. */
export function publicPage(report: PublicReport, hash: Hash): string {
  return pageText(
    {
      title: `${report.title}: the distribution of final grades`,
      header: header(report),
      sections: report.tracks.map(
        (track, index): Section => ({
          id: `track-${index + 1}`,
          title: track.track,
          body:
            track.kind === "too small"
              ? [paragraph("Too few letter grades to print anything about them.")]
              : figures(track.track, track, `bins-${index + 1}`),
        }),
      ),
      footer: "Aggregates only.",
      scripts: [],
    },
    contentPolicy(hash, STYLES),
  );
}

function header({ title, threshold, tracks }: PublicReport): Markup {
  return element(
    "header",
    {},
    element("h1", {}, title),
    element("p", { class: "lede" }, "The distribution of final grades"),
    tracks.some(({ provisional }) => provisional) &&
      element(
        "p",
        { class: "banner" },
        element("strong", {}, "PROVISIONAL. "),
        "Some grades are open, and they could still move the cut-offs.",
      ),
    paragraph(
      `Counted are the final letter grades of a track that come from the total; no other grade is in any number here. Letters are shown without plus and minus. A group of fewer than ${threshold} students is joined with its neighbour, and what would still be smaller is not printed, so that no number tells of a few.`,
    ),
  );
}

function figures(track: string, own: PublicFigures, id: string): readonly Child[] {
  const { students, letters, gpa, bins, components } = own;
  return [
    paragraph(
      `${students} letter grades${gpa === undefined ? "" : `, with a GPA of ${decimalText(gpa, 1, "half-up")}`}.`,
    ),
    dataTable(
      `Letters of ${track}`,
      [column("letters"), numbers("from"), numbers("students"), numbers("share %")],
      letters.map((group) => [
        group.letters.join(", "),
        group.cutoff === undefined ? "" : cutoffText(group.cutoff),
        count(group.students),
        shareText(group.students, students),
      ]),
    ),
    joinedText(letters),
    publicBins(track, bins, students, id),
    subheading("Components"),
    dataTable(
      `Components of ${track}, in percent of the maximum`,
      [column("component"), ...["mean", "quartile 1", "median", "quartile 3"].map(numbers)],
      components.map(({ component, mean, lower, median, upper }) => [
        component.title,
        ...[mean, lower, median, upper].map(whole),
      ]),
    ),
    note(
      "Of the scores that count; rounded to whole percent, halves up. A dash stands where too few scores lie on one side.",
    ),
  ];
}

/** A group size, marked as one. */
export function count(students: number): Markup {
  return element("data", { value: students }, students);
}

function joinedText(letters: readonly PublicGroup[]): Child {
  const joined = letters.filter((group) => group.letters.length > 1);
  if (joined.length === 0) return undefined;
  return note(
    `Joined because one of them alone would be too small: ${joined.map((group) => group.letters.join(", ")).join("; ")}.`,
  );
}

function whole(value: Rational | undefined): string {
  return value === undefined ? "-" : decimalText(value, 0, "half-up");
}
