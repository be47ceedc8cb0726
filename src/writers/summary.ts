import { cellText } from "../derivation/cell.ts";
import { decimalText, gradePointText } from "../exact/decimal.ts";
import type { TrackDistribution } from "../reports/distribution.ts";
import { gpaText, shareText } from "../reports/percent.ts";
import type { Summary } from "../reports/summary.ts";
import { type Drawing, PAPER } from "./drawing.ts";
import { fitSentences } from "./fit-text.ts";
import { cutoffText, histogramLines } from "./histogram.ts";
import { inputLines } from "./input-lines.ts";
import { originText } from "./origin-text.ts";
import type { Palette } from "./palette.ts";
import { meetingLines, populationLines } from "./populations.ts";
import { inLine } from "./printable.ts";
import { counted } from "./words.ts";
import { wrapped } from "./wrap.ts";

const LISTED = 20;

/** What `compute` prints: files, populations, letters and histogram of each track, and what waits for a decision. */
export function summaryText(summary: Summary, colours: Palette, drawing: Drawing = PAPER): string {
  return [
    `${colours.strong(summary.policy.title)} (policy ${summary.policy.id})`,
    "",
    ...fileLines(summary),
    "",
    ...populationLines(summary.tracks, summary),
    ...meetingLines(summary.reconciliation),
    ...summary.tracks.flatMap((track) => ["", ...trackLines(track, colours, drawing)]),
    ...listing("Undecided, to be settled by the instructor", summary.undecided, colours),
    ...listing("Incomplete, to be confirmed by the instructor", summary.incomplete, colours),
    ...interpretationLines(summary, colours),
    ...settingLines(summary, colours),
    "",
    ...closingLines(summary),
    "",
  ].join("\n");
}

function fileLines({ inputs, ignored }: Summary): readonly string[] {
  const lines = inputLines(inputs);
  if (ignored.length === 0) return lines;
  const titles = ignored.slice(0, LISTED).map(inLine).join(", ");
  const more = ignored.length > LISTED ? ` and ${ignored.length - LISTED} more` : "";
  return [...lines, ...wrapped("", 6, `ignored columns: ${titles}${more}`)];
}

function trackLines(track: TrackDistribution, colours: Palette, drawing: Drawing): readonly string[] {
  return [...proposalLines(track, colours), "", ...totalLines(track, colours, drawing)];
}

/** The totals of a track with lines to the cut-offs. */
export function totalLines(track: TrackDistribution, colours: Palette, drawing: Drawing): readonly string[] {
  return ["  Totals in percent points, with the cut-offs", ...histogramLines(track, colours, drawing)];
}

/** A track's population, how its cut-offs were found, and what letters they give. */
export function proposalLines(track: TrackDistribution, colours: Palette): readonly string[] {
  const { students, final, incomplete, undecided } = track;
  const head = `${counted(students, "student")}: ${final} final, ${incomplete} incomplete, ${undecided} undecided`;
  return [
    colours.strong(`${track.track}: ${head}`),
    ...wrapped("  ", 2, methodText(track)),
    ...fitLines(track),
    ...(track.provisional === 0
      ? []
      : [
          colours.warning(
            `  PROVISIONAL: ${counted(track.provisional, "undecided student")} could still move these cut-offs.`,
          ),
        ]),
    "",
    ...letterLines(track, colours),
    "",
    ...gpaLines(track),
  ];
}

/** How the cut-offs of a track were found. */
export function methodText({ cutoffs, fitted, provisional }: TrackDistribution): string {
  const { method, from, origin } = cutoffs.source;
  if (origin !== undefined) return `Cut-offs frozen in ${origin.file}: ${originText(origin)}.`;
  const texts = {
    guideline: `Cut-offs fitted to the guideline on ${counted(fitted, "letter-graded undergraduate")}.`,
    shares: `Cut-offs by quota on ${counted(fitted, "letter-graded undergraduate")}.`,
    shift: `Cut-offs of the policy, lowered for the GPA of ${counted(fitted, "letter-graded undergraduate")}.`,
    frozen: "Cut-offs as frozen in the cut-off file.",
    fixed: "Cut-offs as fixed by the policy.",
    "same-as": `Cut-offs of ${from ?? ""}${provisional > 0 ? ", provisional" : ""} (i.curve-282A).`,
  };
  return texts[method];
}

/** The certificate of cut-offs that were fitted on this track. */
function fitLines({ cutoffs, settings }: TrackDistribution): readonly string[] {
  const { fit } = cutoffs.source;
  if (fit === undefined) return [];
  return fitSentences(fit, settings?.gpa).flatMap((sentence) => wrapped("  ", 2, sentence));
}

/** Letters with counts and shares; the guideline stands beside the students it is about. */
function letterLines(track: TrackDistribution, colours: Palette): readonly string[] {
  const compared = track.letters.some(({ guideline }) => guideline !== undefined) && track.fitted > 0;
  const head = compared
    ? "  letter   cut-off   all  share %   fitted  share %  guideline %"
    : "  letter   cut-off   all  share %";
  return [
    colours.faint(head),
    ...track.letters.map(({ letter, cutoff, all, fitted, guideline }) => {
      const own = [
        `  ${letter.padEnd(6)}`,
        (cutoff === undefined ? "" : cutoffText(cutoff)).padStart(9),
        String(all).padStart(6),
        shareText(all, track.letterGraded).padStart(9),
      ].join("");
      const beside = compared
        ? [
            String(fitted).padStart(9),
            shareText(fitted, track.fitted).padStart(9),
            (guideline === undefined ? "" : decimalText(guideline, 1, "half-up")).padStart(13),
          ].join("")
        : "";
      return `${own}${beside}`.trimEnd();
    }),
  ];
}

function gpaLines({ gpa, gpaFitted, settings, letterGraded, others }: TrackDistribution): readonly string[] {
  const window =
    settings === undefined
      ? ""
      : `; guideline ${gradePointText(settings.gpa.lowest)} to ${gradePointText(settings.gpa.highest)}`;
  const fitted = gpaFitted === undefined ? "" : `; fitted group ${gpaText(gpaFitted)}${window}`;
  const rest = others.map(({ grade, count }) => `${grade} ${count}`).join("  ");
  return [
    `  GPA ${gpa === undefined ? "-" : gpaText(gpa)} of ${counted(letterGraded, "letter grade")}${fitted}`,
    ...(rest === "" ? [] : [`  not in the GPA: ${rest}`]),
  ];
}

function listing(title: string, entries: Summary["undecided"], colours: Palette): readonly string[] {
  if (entries.length === 0) return [];
  const shown = entries
    .slice(0, LISTED)
    .flatMap(({ sid, name, note }) => wrapped(`  ${inLine(sid)}  `, 6, inLine(`${name}: ${note}`)));
  const rest = entries.length > LISTED ? [`  and ${entries.length - LISTED} more, in grades.csv`] : [];
  return ["", colours.strong(`${title} (${entries.length})`), ...shown, ...rest];
}

function interpretationLines({ interpretations }: Summary, colours: Palette): readonly string[] {
  if (interpretations.length === 0) return [];
  const names = interpretations.map(({ id, students }) => `${id} (${students})`).join(", ");
  return ["", colours.strong("Interpretations that touched a student"), ...wrapped("  ", 2, names)];
}

function settingLines({ settings }: Summary, colours: Palette): readonly string[] {
  if (settings.length === 0) return [];
  return [
    "",
    colours.strong("Settings other than the default that touched a student"),
    ...settings.flatMap(({ setting, value, by, place, students }) => {
      const where = place === undefined ? "" : `, ${cellText(place)}`;
      return wrapped("  ", 4, `${setting} ${value} (${by})${where}: ${counted(students, "student")}`);
    }),
  ];
}

function closingLines({ warnings, written }: Summary): readonly string[] {
  const lines = warnings === 0 ? [] : [`${counted(warnings, "warning")}, on standard error.`];
  if (written.length === 0) return lines;
  return [...lines, ...written.map((path, index) => `${(index === 0 ? "Wrote" : "").padEnd(6)}${path}`)];
}
