import { cellText } from "../derivation/cell.ts";
import type { FixedOrigin } from "../policy/curve/trial.ts";
import { isGraduateCourse } from "../policy/fitted-on.ts";
import type { TrackDistribution } from "../reports/distribution.ts";
import type { Summary } from "../reports/summary.ts";
import { type Drawing, PAPER } from "./drawing.ts";
import { fitSentences } from "./fit-text.ts";
import { histogramLines } from "./histogram.ts";
import { inputLines } from "./input-lines.ts";
import { gpaLines, letterLines } from "./letters-text.ts";
import { originText } from "./origin-text.ts";
import type { Palette } from "./palette.ts";
import { meetingLines, populationLines } from "./populations.ts";
import { inLine } from "./printable.ts";
import { counted } from "./words.ts";
import { WIDTH, wrapped } from "./wrap.ts";

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
  return [...proposalLines(track, colours, drawing), "", ...totalLines(track, colours, drawing)];
}

/** The totals of a track with lines to the cut-offs. */
export function totalLines(track: TrackDistribution, colours: Palette, drawing: Drawing): readonly string[] {
  const title = wrapped("  ", 2, "Totals in percent points, with the cut-offs", drawing.width);
  return [...title, ...histogramLines(track, colours, drawing)];
}

/** A track's population, how its cut-offs were found, from which scale, and what letters they give. */
export function proposalLines(
  track: TrackDistribution,
  colours: Palette,
  drawing: Drawing,
  scale: FixedOrigin = "policy",
): readonly string[] {
  const width = Math.min(WIDTH, drawing.width);
  const { students, final, incomplete, undecided, provisional } = track;
  const head = `${track.track}: ${counted(students, "student")}: ${final} final, ${incomplete} incomplete, ${undecided} undecided`;
  const warning = `PROVISIONAL: ${counted(provisional, "undecided student")} could still move these cut-offs.`;
  return [
    ...wrapped("", 0, head, width).map((line) => colours.strong(line)),
    ...wrapped("  ", 2, methodText(track, scale), width),
    ...fitLines(track, width),
    ...(provisional === 0 ? [] : wrapped("  ", 2, warning, width).map((line) => colours.warning(line))),
    "",
    ...letterLines(track, colours, width),
    "",
    ...gpaLines(track, width),
  ];
}

/** Cut-offs that were there before the class; the usual scale is nobody's decision. */
const FIXED: Readonly<Record<FixedOrigin, string>> = {
  policy: "Cut-offs as fixed by the policy",
  guaranteed: "Cut-offs as guaranteed",
  usual: "Cut-offs of the usual scale, which the policy does not have",
};

/** How the cut-offs of a track were found. */
export function methodText(
  { track, cutoffs, fitted, provisional }: TrackDistribution,
  scale: FixedOrigin = "policy",
): string {
  const { method, from, origin } = cutoffs.source;
  if (origin !== undefined) return `Cut-offs frozen in ${origin.file}: ${originText(origin)}.`;
  const who = counted(
    fitted,
    isGraduateCourse(track) ? "letter-graded student" : "letter-graded undergraduate",
  );
  const texts = {
    guideline: `Cut-offs fitted to the guideline on ${who}.`,
    shares: `Cut-offs by quota on ${who}.`,
    shift: `${FIXED[scale]}, all lowered alike for the GPA of ${who}.`,
    frozen: "Cut-offs as frozen in the cut-off file.",
    fixed: `${FIXED[scale]}.`,
    "same-as": `Cut-offs of ${from ?? ""}${provisional > 0 ? ", provisional" : ""} (i.curve-282A).`,
  };
  return texts[method];
}

/** The certificate of cut-offs that were fitted on this track. */
function fitLines({ cutoffs, settings }: TrackDistribution, width: number): readonly string[] {
  const { fit } = cutoffs.source;
  if (fit === undefined) return [];
  return fitSentences(fit, settings?.gpa).flatMap((sentence) => wrapped("  ", 2, sentence, width));
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
