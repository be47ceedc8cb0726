import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue.ts";
import { GALLERY, galleryCases, gallerySubjects, show } from "../support/gallery.ts";
import { galleryPage } from "../support/gallery-page.ts";

/** Folders that show how problems come together, not one code. */
const TOGETHER = ["more-than-twenty", "several-at-once"];

const cases = galleryCases();
const severityOf = new Map(Object.entries(catalogue).map(([code, { severity }]) => [code, severity]));

describe("the gallery of diagnostics", () => {
  it("has a folder for every code of the catalogue, and for nothing else", () => {
    const subjects = gallerySubjects().filter((subject) => !TOGETHER.includes(subject));
    expect(subjects).toEqual(Object.keys(catalogue).sort());
  });

  it("has a cause and a cure in words for every code, and the cure says more than the hint", async () => {
    for (const own of cases.filter(({ subject, name }) => subject === name && severityOf.has(subject))) {
      const { text } = await show(own);
      const hint = /^ {2}hint: (.*)$/m.exec(text)?.[1] ?? "";
      expect([own.name, own.cause.length > 20, (own.cure ?? "").length > 20]).toEqual([own.name, true, true]);
      expect(own.cure, own.name).not.toBe(hint);
    }
  });

  describe.each(cases.map((own) => [own.name, own] as const))("%s", (_, own) => {
    const { subject, folder } = own;
    const shown = show(own);

    it("prints what expected.txt holds", async () => {
      await expect((await shown).text).toMatchFileSnapshot(join(folder, "expected.txt"));
    });

    it("names its code, and never calls a mistake of the files a defect", async () => {
      const { text, exit } = await shown;
      const severity = severityOf.get(subject);
      if (severity !== undefined) expect(text).toContain(`${severity}[${subject}]: `);
      if (severity === "error") expect([1, 2]).toContain(exit);
      expect([0, 1, 2, 3]).toContain(exit);
      expect(text).not.toMatch(/defect:|^ +at .*[:)]\d*$|undefined|NaN\.$|\[object/m);
    });

    it("writes nothing when it ends with an error, unless the system stops it half-way", async () => {
      const { exit, filesBefore, filesAfter } = await shown;
      if (subject === "output-half-written")
        expect([...filesAfter.keys()].join(" ")).not.toContain("audit.jsonl");
      else if (exit === 1 || exit === 2) expect(filesAfter).toEqual(filesBefore);
      else expect(filesAfter.size).toBeGreaterThan(filesBefore.size);
    });

    it("prints errors before warnings, and rows that fit 80 columns", async () => {
      const { text } = await shown;
      const severities = [...text.matchAll(/(error|warning)\[[a-z-]+\]: /g)].map(([, severity]) => severity);
      expect(severities).toEqual([...severities].sort());
      const rows = text.split("\n").filter((line) => /^ +\d* ?\| /.test(line));
      expect(rows.filter((line) => line.length > 80)).toEqual([]);
    });
  });

  it("is listed on one page", async () => {
    const shown = new Map<string, string>();
    for (const own of cases) shown.set(own.name, (await show(own)).text);
    await expect(galleryPage(cases, shown)).toMatchFileSnapshot(join(GALLERY, "README.md"));
  });
});
