import type { Code, Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ClassReport } from "../../../reports/class/class-report.ts";
import { element, fromFile } from "../markup.ts";
import { paragraph, type Section } from "../section.ts";
import { column, dataTable } from "../table.ts";

const SHOWN_OF_ONE_CODE = 20;

/** What the files made the program doubt, each with its place and what to do. */
export function warningsSection({ warnings }: ClassReport): Section {
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return {
    id: "warnings",
    title: `Warnings (${warnings.length})`,
    body: warnings.length === 0 ? [paragraph("None.")] : codes.map((code) => ofCode(code, warnings)),
  };
}

function ofCode(code: Code, warnings: readonly Diagnostic[]) {
  const own = warnings.filter((warning) => warning.code === code);
  const shown = own.slice(0, SHOWN_OF_ONE_CODE);
  const more = own.length - shown.length;
  return [
    dataTable(
      `${code} (${own.length})`,
      [column("where"), column("what"), column("what to do")],
      shown.map(({ at, message, hint }) => [
        at === undefined ? "the class" : fromFile(placeText(at)),
        element("bdi", {}, message),
        hint,
      ]),
    ),
    more > 0 && paragraph(`And ${more} more like ${more === 1 ? "it" : "them"}; compute prints them.`),
  ];
}

function placeText({ file, line, column: field }: NonNullable<Diagnostic["at"]>): string {
  return [file, line, field].filter((part) => part !== undefined).join(":");
}
