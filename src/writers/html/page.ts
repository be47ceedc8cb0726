import type { ClassReport } from "../../reports/class/class-report.ts";
import { explorerData } from "../../reports/class/explorer-data.ts";
import { type Child, documentText, element, jsonText, type Markup, raw } from "./markup.ts";
import { contentPolicy } from "./policy-header.ts";
import { type Section, sectionMarkup } from "./section.ts";
import { adjustmentsSection } from "./sections/adjustments.ts";
import { componentsSection } from "./sections/components.ts";
import { headline } from "./sections/headline.ts";
import { incompletesSection } from "./sections/incompletes.ts";
import { lettersSection } from "./sections/letters.ts";
import { nearSection } from "./sections/near.ts";
import { openSection } from "./sections/open.ts";
import { reconciliationSection } from "./sections/reconciliation.ts";
import { slipDaysSection } from "./sections/slip-days.ts";
import { sourcesSection } from "./sections/sources.ts";
import { totalsSection } from "./sections/totals.ts";
import { warningsSection } from "./sections/warnings.ts";
import { STYLES } from "./styles.ts";

/** What makes the page answer: the text of its one script. */
export interface Explorer {
  readonly script: string;
}

/** SHA-256 of a text, in hexadecimal. */
export type Hash = (text: string) => string;

/** report.html: readable without scripts; with an explorer also the data that it works on. */
export function classPage(report: ClassReport, hash: Hash, explorer?: Explorer): string {
  const sections = [
    openSection(report),
    lettersSection(report),
    totalsSection(report),
    nearSection(report),
    componentsSection(report),
    slipDaysSection(report),
    incompletesSection(report),
    adjustmentsSection(report),
    warningsSection(report),
    reconciliationSection(report),
    sourcesSection(report),
  ];
  return pageText(
    {
      title: `${report.policy.title}: final grades`,
      header: headline(report),
      sections,
      footer: `Written by grades ${report.run.version}. It holds names and grades: keep it as you keep grades.csv.`,
      scripts:
        explorer === undefined
          ? []
          : [
              raw(
                "script",
                { type: "application/json", id: "explorer-data" },
                jsonText(explorerData(report)),
              ),
              raw("script", {}, explorer.script),
            ],
    },
    contentPolicy(hash, STYLES, explorer?.script),
  );
}

export interface Page {
  readonly title: string;
  readonly header: Markup;
  readonly sections: readonly Section[];
  readonly footer: string;
  readonly scripts: readonly Markup[];
}

/** One self-contained document; the policy stands before anything that it governs. */
export function pageText({ title, header, sections, footer, scripts }: Page, policy: string): string {
  const meta = (attributes: Readonly<Record<string, string>>) => element("meta", attributes);
  return documentText(
    element(
      "html",
      { lang: "en" },
      element(
        "head",
        {},
        meta({ charset: "utf-8" }),
        meta({ "http-equiv": "Content-Security-Policy", content: policy }),
        meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
        meta({ name: "referrer", content: "no-referrer" }),
        meta({ name: "robots", content: "noindex" }),
        element("title", {}, title),
        raw("style", {}, STYLES),
      ),
      element(
        "body",
        {},
        element("a", { class: "skip", href: "#main" }, "Skip to the figures"),
        header,
        contents(sections),
        element("main", { id: "main" }, sections.map(sectionMarkup)),
        element("footer", {}, element("p", {}, footer)),
        scripts,
      ),
    ),
  );
}

function contents(sections: readonly Section[]): Child {
  return element(
    "nav",
    { "aria-label": "Sections" },
    element(
      "ul",
      {},
      sections.map(({ id, title }) => element("li", {}, element("a", { href: `#${id}` }, title))),
    ),
  );
}
