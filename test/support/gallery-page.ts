import { curve } from "../../src/diagnostics/kinds/curve.ts";
import { decisions } from "../../src/diagnostics/kinds/decisions.ts";
import { files } from "../../src/diagnostics/kinds/files.ts";
import { policy } from "../../src/diagnostics/kinds/policy.ts";
import { records } from "../../src/diagnostics/kinds/records.ts";
import { roster } from "../../src/diagnostics/kinds/roster.ts";
import { scores } from "../../src/diagnostics/kinds/scores.ts";
import type { GalleryCase } from "./gallery.ts";

type Kinds = Readonly<Record<string, { readonly severity: "error" | "warning" }>>;

/** The subjects of the page, in the order in which a term's files are read. */
const GROUPS: readonly { readonly title: string; readonly about: string; readonly kinds: Kinds }[] = [
  { title: "Files", about: "What is read and written, whatever it holds.", kinds: files },
  { title: "Roster", about: "Who is graded, in which track and on which basis.", kinds: roster },
  { title: "Scores", about: "The exports, their columns and their cells.", kinds: scores },
  {
    title: "Decisions",
    about: "The instructors' own tables: `extensions.csv` and `adjustments.csv`.",
    kinds: decisions,
  },
  {
    title: "Policy and curve",
    about: "`policy.yaml`, `cutoffs.csv`, and the cut-offs that are fitted.",
    kinds: policy,
  },
  {
    title: "Trying and freezing a curve",
    about: "What `curve` is told to try, and the file that it freezes cut-offs in.",
    kinds: curve,
  },
  {
    title: "Records of a run",
    about: "What `compute` wrote, when `verify` and `diff` read it back.",
    kinds: records,
  },
];

const INTRODUCTION = `# The gallery of diagnostics

Every problem that \`grades\` can name, each with the smallest term that has it. A folder here holds that
term: its input files, the command line (\`command.txt\`), the cause (\`case.md\`), the cure (\`cure.md\`) and what is printed
on standard error (\`expected.txt\`, the exit code last). To see one for yourself, change into its folder and run the command.
To find yours, search this page for the word in brackets: \`error[score-not-a-number]\` is [\`score-not-a-number\`](#score-not-a-number).

A message reads like this:

- **where**: \`file:line:column\`; the column counts cells in a CSV file and characters in a policy file;
- **what**: \`error\` or \`warning\` with the code that this page lists, then what was found;
- **the row**, with a caret under the cell;
- **hint**: what to do next.

\`grades check\` names them all without writing anything.

An *error* stops the run: nothing is written, and the exit code is 1 (2 where the command line itself is wrong). A *warning* lets it go on.
All problems of a run are reported together, errors before warnings.
`;

/** The page of the gallery; `shown` is what each case printed. */
export function galleryPage(cases: readonly GalleryCase[], shown: ReadonlyMap<string, string>): string {
  const of = (subject: string) => cases.filter((own) => own.subject === subject);
  const known = new Set(GROUPS.flatMap(({ kinds }) => Object.keys(kinds)));
  const groups = GROUPS.map(({ title, about, kinds }) => {
    const codes = Object.entries(kinds);
    const lines = codes.map(([code, { severity }]) => {
      const first = shown.get(of(code)[0]?.name ?? "") ?? "";
      return `| [\`${code}\`](#${code}) | ${severity} | ${inTable(hintOf(code, first))} |`;
    });
    const sections = codes.map(([code, { severity }]) => section(code, severity, of(code), shown));
    return `## ${title}\n\n${about}\n\n| code | | what to do |\n|---|---|---|\n${lines.join("\n")}\n\n${sections.join("\n")}`;
  });
  const together = cases.filter(({ subject }) => !known.has(subject));
  return [
    INTRODUCTION,
    ...groups,
    `## Many at once\n\n${together.map((own) => `### ${own.subject}\n\n${own.cause}${example(own, shown)}`).join("\n")}`,
  ].join("\n");
}

function section(
  code: string,
  severity: string,
  cases: readonly GalleryCase[],
  shown: ReadonlyMap<string, string>,
): string {
  const mark = severity === "error" ? "*Error.*" : "*Warning.*";
  const [first, ...further] = cases;
  if (first === undefined) return `### ${code}\n\n${mark}\n`;
  const words = `**Cause.** ${first.cause}\n\n**Cure.** ${first.cure ?? ""}`;
  return [
    `### ${code}\n\n${mark}\n\n${words}${example(first, shown)}`,
    ...further.map((own) => `${own.cause}${example(own, shown)}`),
  ].join("\n");
}

function example({ name, setup, command }: GalleryCase, shown: ReadonlyMap<string, string>): string {
  const simulated = setup === undefined ? "" : `\n\nSimulated: ${setup}`;
  return `${simulated}\n\n\`\`\`text\n$ ${command}\n${shown.get(name) ?? ""}\`\`\`\n`;
}

/** The hint of the first diagnostic of a code. */
function hintOf(code: string, text: string): string {
  const from = text.indexOf(`[${code}]:`);
  return from < 0 ? "" : (/^ {2}hint: (.*)$/m.exec(text.slice(from))?.[1] ?? "");
}

function inTable(text: string): string {
  return text.replaceAll("|", "\\|");
}
