import type { ClassReport, TrackReport } from "../../../reports/class/class-report.ts";
import type { Population } from "../../../reports/class/population.ts";
import { populationLines } from "../../populations.ts";
import { counted } from "../../words.ts";
import { type Child, element, type Markup } from "../markup.ts";
import { column, dataTable, numbers } from "../table.ts";

/** Whose page this is, who is in it, and what is still open, in words. */
export function headline(report: ClassReport): Markup {
  return element(
    "header",
    {},
    element("h1", {}, report.policy.title),
    element("p", { class: "lede" }, "Final grades: the distribution"),
    provisionalBanner(report.tracks),
    element(
      "div",
      { class: "beside" },
      element(
        "div",
        {},
        element("p", {}, populationLines(report.summary.tracks, report.summary).join(" ")),
        report.tracks.map((track) => element("p", {}, trackSentence(track))),
      ),
      populationTable(report.tracks),
    ),
  );
}

/** Said first and in a word, so that nobody posts these cut-offs. */
export function provisionalBanner(tracks: readonly TrackReport[]): Child {
  const open = tracks.filter(({ distribution }) => distribution.provisional > 0);
  const [first] = open;
  if (first === undefined) return undefined;
  const { provisional } = first.distribution;
  return element(
    "p",
    { class: "banner" },
    element("strong", {}, "PROVISIONAL. "),
    `${counted(provisional, "undecided student")} could still move the cut-offs of ${open.map(({ distribution }) => distribution.track).join(" and ")}, and with them anybody's letter.`,
  );
}

function trackSentence({ distribution, population }: TrackReport): string {
  const { track, final, incomplete, undecided, students } = distribution;
  const { letterGraded, fitted } = population;
  const fit = fitted === 0 ? "" : `; ${fitted} of them set the cut-offs`;
  return `${track}: ${counted(students, "student")}, ${final} final, ${incomplete} incomplete, ${undecided} undecided. The GPA is that of ${counted(letterGraded, "letter grade")}${fit}.`;
}

const IN_NO_GPA = ["P", "NP", "S", "U", "RD", "I"];

/** Everybody once: the letter grades, each grade that is in no GPA, and the undecided. */
function populationTable(tracks: readonly TrackReport[]): Child {
  const populations = tracks.map(({ population }) => population);
  const row = (title: Child, count: (own: Population) => number) => ({
    title,
    counts: populations.map(count),
  });
  const grades = new Set(populations.flatMap(({ others }) => others.map(({ grade }) => grade)));
  const reasons = [...new Set(populations.flatMap(({ notFitted }) => notFitted.map(({ reason }) => reason)))];
  const part = (text: string) => element("span", { class: "part" }, text);
  const rows = [
    row("students", ({ students }) => students),
    row("letter grades, in the GPA", ({ letterGraded }) => letterGraded),
    row(part("set the cut-offs"), ({ fitted }) => fitted),
    ...reasons.map((reason) =>
      row(
        part(`do not: ${reason}`),
        ({ notFitted }) => notFitted.find((own) => own.reason === reason)?.students ?? 0,
      ),
    ),
    ...IN_NO_GPA.filter((grade) => grades.has(grade)).map((grade) =>
      row(`${grade}, in no GPA`, ({ others }) => others.find((own) => own.grade === grade)?.count ?? 0),
    ),
    row("undecided", ({ undecided }) => undecided),
  ];
  return dataTable(
    "Who is counted where",
    [column("counted as"), ...tracks.map(({ distribution }) => numbers(distribution.track))],
    rows.map(({ title, counts }) => [title, ...counts]),
  );
}
