import { smallTerm } from "../io/term.ts";
import { bytesOf, type Files, textOf, withFile } from "./grid.ts";
import { CELLS, HEADERS, YAML } from "./nasty.ts";

/** A term with one thing in it that a reader could trip over. */
export interface Directed {
  readonly name: string;
  readonly files: Files;
}

const term = (): Files => new Map([...smallTerm()].map(([name, text]) => [name, bytesOf(text)]));
const scores = () => textOf(term().get("scores.csv"));
const roster = () => textOf(term().get("roster.csv"));
const PNG = Uint8Array.from(
  Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
);

const utf16 = (text: string, little: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return Uint8Array.from(little ? bytes : bytes.swap16());
};

const CONTENTS: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
  ["PNG bytes", () => PNG],
  ["NUL bytes", (text) => text.replace(",", ",\0")],
  ["NUL bytes only", () => new Uint8Array(1000)],
  ["UTF-16, little end first", (text) => utf16(text, true)],
  ["UTF-16, big end first", (text) => utf16(text, false)],
  ["UTF-16 without a mark", (text) => Uint8Array.from(Buffer.from(text, "utf16le"))],
  ["half a UTF-8 character", (text) => Uint8Array.from([...bytesOf(text), 0xe2, 0x80])],
  ["a lone quote at the end", (text) => `${text}"`],
  ["a lone quote in the middle", (text) => text.replace(",", ',"')],
  ["a lone quote in the header", (text) => `"${text}`],
  ["quotes alone", () => '"""""""\n"\n'],
  ["a line of 500 kB", (text) => `${text}${"x".repeat(500_000)}\n`],
  ["a line of 2e5 separators", (text) => `${text}${",".repeat(200_000)}\n`],
  ["1e5 blank lines", (text) => `${text}${"\n".repeat(100_000)}`],
  [
    "1e5 columns",
    (text) => text.replace("\n", `${Array.from({ length: 100_000 }, (_, at) => `,c${at}`).join("")}\n`),
  ],
  ["1e4 columns of one name", (text) => text.replace("\n", `${",hw1".repeat(10_000)}\n`)],
  ["5e3 rows of one student", (text) => `${text}${`${text.split("\n")[1]}\n`.repeat(5000)}`],
  [
    "5e3 rows of nobody",
    (text) => `${text}${Array.from({ length: 5000 }, (_, at) => `99${at},1,2,3,4,5,6\n`).join("")}`,
  ],
];

/** Every nasty content of each file, every nasty cell and header, every nasty line of a policy. */
export function directed(): readonly Directed[] {
  const contents = CONTENTS.flatMap(([what, make]) =>
    (["roster.csv", "scores.csv", "policy.yaml", "adjustments.csv"] as const).map((name) => {
      const text = {
        "roster.csv": roster(),
        "scores.csv": scores(),
        "policy.yaml": "extends: cs182-sp22\n",
        "adjustments.csv": "sid,assignment,action,value,reason\n3034000001,hw1,zero,,x\n",
      }[name];
      const made = make(text);
      return {
        name: `${name}: ${what}`,
        files: withFile(term(), name, typeof made === "string" ? bytesOf(made) : made),
      };
    }),
  );
  const cells = CELLS.flatMap((cell) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    const of = (text: string, at: number) =>
      bytesOf(
        text
          .split("\n")
          .map((line, row) =>
            row === 1
              ? line
                  .split(",")
                  .map((own, column) => (column === at ? quoted : own))
                  .join(",")
              : line,
          )
          .join("\n"),
      );
    return [
      { name: `a score of ${cell.slice(0, 30)}`, files: withFile(term(), "scores.csv", of(scores(), 2)) },
      { name: `an SID of ${cell.slice(0, 30)}`, files: withFile(term(), "scores.csv", of(scores(), 0)) },
      {
        name: `a roster SID of ${cell.slice(0, 30)}`,
        files: withFile(term(), "roster.csv", of(roster(), 0)),
      },
      { name: `a name of ${cell.slice(0, 30)}`, files: withFile(term(), "roster.csv", of(roster(), 1)) },
      { name: `a track of ${cell.slice(0, 30)}`, files: withFile(term(), "roster.csv", of(roster(), 2)) },
      {
        name: `an adjustment of ${cell.slice(0, 30)}`,
        files: withFile(
          term(),
          "adjustments.csv",
          bytesOf(
            `sid,assignment,action,value,reason\n3034000001,hw1,set,${quoted},x\n3034000002,hw1,deduct,${quoted},${quoted}\n`,
          ),
        ),
      },
      {
        name: `an extension of ${cell.slice(0, 30)}`,
        files: withFile(
          term(),
          "extensions.csv",
          bytesOf(`sid,assignment,days,reason\n3034000001,hw1,${quoted},x\n`),
        ),
      },
      {
        name: `a cut-off of ${cell.slice(0, 30)}`,
        files: withFile(term(), "cutoffs.csv", bytesOf(`track,letter,cutoff\n182,A,${quoted}\n182,B,50\n`)),
      },
    ];
  });
  const headers = HEADERS.flatMap((title) => {
    const quoted = `"${title.replaceAll('"', '""')}"`;
    return [
      {
        name: `a score header ${title.slice(0, 30)}`,
        files: withFile(term(), "scores.csv", bytesOf(scores().replace("\n", `,${quoted}\n`))),
      },
      {
        name: `a score header ${title.slice(0, 30)} for hw2`,
        files: withFile(term(), "scores.csv", bytesOf(scores().replace("hw2", () => quoted))),
      },
      {
        name: `a roster header ${title.slice(0, 30)}`,
        files: withFile(term(), "roster.csv", bytesOf(roster().replace("\n", `,${quoted}\n`))),
      },
    ];
  });
  const policies = YAML.flatMap((line) =>
    ["", "extends: cs182-sp22\n"].map((head) => ({
      name: `policy.yaml: ${head.trim()} ${line.slice(0, 60)}`,
      files: withFile(term(), "policy.yaml", bytesOf(`${head}${line}\n`)),
    })),
  );
  return [...contents, ...cells, ...headers, ...policies];
}
