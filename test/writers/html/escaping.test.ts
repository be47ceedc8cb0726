import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentText, element, fromFile, jsonText, raw } from "../../../src/writers/html/markup.ts";
import { printable } from "../../../src/writers/printable.ts";
import { runOn } from "../../properties/run.ts";
import { attribute, contentOf, type Element, parsedPage } from "../../support/parsed-page.ts";

const HOSTILE = [
  "</script><img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "<!--<script>",
  "&lt;b&gt; &amp; &#x3c;",
  "</title></style><style>*{display:none}</style>",
  "' onclick='x",
  "]]><a href=javascript:x>",
  "\u202Eevil\u0001\u0007",
];

/** Words of hostile pieces; CSV keeps them, and blanks at their ends are trimmed by the reader. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom("<", ">", "&", '"', "'", "a", "é", "=")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join("")}x`);

const table = (...rows: readonly (readonly string[])[]) => stringify(rows.map((row) => [...row]));

/** A term whose every free text is given: names, a column, a reason, a file name. */
function term(name: string, title: string, reason: string, file: string): ReadonlyMap<string, string> {
  const letters = ["A", "B", "C", "D"].map((letter, index) => ["182", letter, String(90 - index * 10)]);
  return new Map([
    [
      "roster.csv",
      table(
        ["sid", "name", "email", "track", "basis"],
        ["3034000017", name, "a@example.edu", "182", reason],
        ["3034000025", name, "b@example.edu", "182", "Letter"],
      ),
    ],
    [
      file,
      table(
        ["sid", "hw1", "hw2", "hw3", "hw4", "midterm1", "midterm2", title],
        ["3034000017", "90", "91", "92", "93", "94", "95", "1"],
        ["9999999999", "90", "91", "92", "93", "94", "95", "1"],
      ),
    ],
    [
      "adjustments.csv",
      table(["sid", "assignment", "action", "value", "reason"], ["3034000017", "hw1", "set", "80", reason]),
    ],
    ["cutoffs.csv", table(["track", "letter", "cutoff"], ...letters)],
  ]);
}

const tags = (page: readonly Element[]) => [...new Set(page.map(({ tagName }) => tagName))].sort();
const attributes = (page: readonly Element[]) =>
  [...new Set(page.flatMap(({ attrs }) => attrs.map((own) => own.name)))].sort();

describe("text of files in the page", () => {
  it("is shown as it is, makes no element and no attribute", async () => {
    const plain = await runOn(term("Ada", "Survey", "Letter of the dean", "scores.csv"), ["--quiet"]);
    const known = parsedPage(plain.text("report.html"));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, title, reason) => {
        const file = `scores-${reason.replaceAll("/", "")}.csv`;
        const run = await runOn(term(name, title, reason, file), ["--quiet"]);
        expect(run.world.err()).toBe("");
        const page = parsedPage(run.text("report.html"));
        expect(tags(page)).toEqual(tags(known));
        expect(attributes(page)).toEqual(attributes(known));
        const shown = new Set(page.filter(({ tagName }) => tagName === "bdi").map(contentOf));
        for (const text of [name, title, reason, file]) expect(shown).toContain(printable(text));
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it("comes back from an element, an attribute and the data of a script as it went in", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = parsedPage(
          documentText(
            element(
              "html",
              { lang: "en" },
              element("head", {}, element("title", {}, text)),
              element(
                "body",
                {},
                element("p", { title: text }, fromFile(text)),
                raw("script", { type: "application/json" }, jsonText({ text })),
              ),
            ),
          ),
        );
        const one = (tag: string) => page.filter(({ tagName }) => tagName === tag);
        expect(page.map(({ tagName }) => tagName)).toEqual([
          "html",
          "head",
          "title",
          "body",
          "p",
          "bdi",
          "script",
        ]);
        expect(one("title").map(contentOf)).toEqual([printable(text)]);
        expect(one("bdi").map(contentOf)).toEqual([printable(text)]);
        expect(one("p").map((own) => attribute(own, "title"))).toEqual([printable(text)]);
        expect(one("script").map((own) => JSON.parse(contentOf(own)))).toEqual([{ text }]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("never ends a style or a script", () => {
    expect(() => raw("script", {}, "a</script>b")).toThrow("would end inside its text");
    expect(() => raw("style", {}, "a<!--b")).toThrow("would end inside its text");
  });
});
