import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { readManifest, readRecord, studentOf } from "../../src/records/audit-record.ts";
import { linesOf, sameBytes } from "../../src/records/lines.ts";
import { randomClass } from "../oracle/random-class.ts";
import { runOn } from "../properties/run.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (own: Uint8Array) => new TextDecoder().decode(own);

function reading<T>(read: (report: (diagnostic: Diagnostic) => void) => T) {
  const found: Diagnostic[] = [];
  const value = read((diagnostic) => void found.push(diagnostic));
  return { value, messages: found.map(({ message }) => message) };
}

describe("the lines of a file", () => {
  it("are those of its text, with the one that has no end marked", () => {
    for (const own of ["", "a", "a\n", "a\nb", "a\n\nb\n", "\n", "é\nü"]) {
      const lines = [...linesOf(bytes(own))];
      const expected = own.split("\n");
      if (own.endsWith("\n") || own === "") expected.pop();
      expect(lines.map((line) => text(line.bytes))).toEqual(expected);
      expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
      expect(lines.map(({ ended }) => ended)).toEqual(
        expected.map((_, index) => index < expected.length - 1 || own.endsWith("\n")),
      );
    }
  });

  it("are compared byte for byte", () => {
    expect(sameBytes(bytes("abc"), bytes("abc"))).toBe(true);
    expect(sameBytes(bytes("abc"), bytes("abd"))).toBe(false);
    expect(sameBytes(bytes("abc"), bytes("ab"))).toBe(false);
  });
});

describe("a record", () => {
  it("read back has the manifest and a line for every student of grades.csv", async () => {
    const run = await runOn(randomClass(6501), ["--quiet"]);
    const { value, messages } = reading((report) =>
      readRecord("audit.jsonl", bytes(run.text("audit.jsonl")), report),
    );
    expect(messages).toEqual([]);
    expect(value?.manifest.outputs.map(({ path }) => path)).toContain("grades.csv");
    const sids = run.rows("grades.csv").map(({ sid }) => sid);
    expect([...(value?.lines.keys() ?? [])]).toEqual(sids);
    for (const [sid, line] of value?.lines ?? []) expect(studentOf(line)?.sid).toBe(sid);
  });

  it("finds SIDs with quotes, and such as are longer than the head that is looked at", async () => {
    const run = await runOn(randomClass(6502), ["--quiet"]);
    const [manifest = ""] = run.text("audit.jsonl").split("\n");
    for (const sid of ['a"b\\c', "é", "x".repeat(500)]) {
      const own = `${manifest}\n${JSON.stringify({ kind: "student", sid })}\n`;
      const { value } = reading((report) => readRecord("audit.jsonl", bytes(own), report));
      expect([...(value?.lines.keys() ?? [])]).toEqual([sid]);
    }
  });

  it.each([
    ["", "it is empty"],
    ["nothing", "it is cut short in its first line"],
    ["nothing\n", "its first line is no JSON"],
    ["{}\n", "its first line is no manifest of a run"],
    ["null\n", "its first line is no manifest of a run"],
    ['{"kind":"manifest","version":1}\n', "its first line is no manifest of a run"],
    ['{"kind":"student","sid":"1"}\n', "its first line is no manifest of a run"],
  ])("that begins with %j is refused", (own, reason) => {
    const { value, messages } = reading((report) => readManifest("audit.jsonl", bytes(own), report));
    expect(value).toBeUndefined();
    expect(messages).toEqual([`the record cannot be read: ${reason}.`]);
  });

  it("with a line that is no student, or cut short, is refused with its number", async () => {
    const run = await runOn(randomClass(6503), ["--quiet"]);
    const [manifest = "", first = ""] = run.text("audit.jsonl").split("\n");
    const messagesOf = (own: string) =>
      reading((report) => readRecord("audit.jsonl", bytes(own), report)).messages;
    expect(messagesOf(`${manifest}\n{"kind":"teacher"}\n`)).toEqual([
      "the record cannot be read: line 2 is no student.",
    ]);
    expect(messagesOf(`${manifest}\n${first}\n${first.slice(0, 90)}`)).toEqual([
      "the record cannot be read: it is cut short in line 3.",
    ]);
  });
});
