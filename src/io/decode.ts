import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";

/** How the bytes of a file were read as text. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** No export has a line of more bytes; what has is no table, and would take minutes to read as one. */
const LONGEST_LINE = 4_000_000;
/** No string can hold more. */
const LONGEST_FILE = 500_000_000;

/**
 * The text of a file where the bytes leave no doubt: UTF-8, UTF-16 with its mark, or else Windows-1252 with a warning
 * that shows the first character so read. `name` is the short name of the file, `path` the one that was given.
 */
export function decode(bytes: Uint8Array, name: string, path: string, report: Report): Decoded | undefined {
  const refuse = (found: string) => {
    report(problem("file-not-text", { found }, { file: path }));
    return undefined;
  };
  if (bytes.length > LONGEST_FILE) return refuse("it is larger than 500 MB");
  const signature = signatureOf(bytes);
  if (signature !== undefined) return refuse(signature);
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    const text = decoded(utf16, bytes);
    if (text === undefined) return refuse("it begins as UTF-16 and is cut off or damaged");
    return isTooLong(new TextEncoder().encode(text), path, report) ? undefined : { text, encoding: "UTF-16" };
  }
  if (bytes.includes(0)) return refuse("it holds NUL bytes");
  if (isTooLong(bytes, path, report)) return undefined;
  const utf8 = decoded("utf-8", bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "UTF-8" };
  const old = windows1252(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found.
  if (/[\u0001-\u0008\u000b\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(old))
    return refuse("it holds bytes of no encoding that is known here");
  const read: Decoded = { text: old, encoding: "Windows-1252" };
  for (const doubt of encodingDoubts(name, read)) report(doubt);
  return read;
}

/** What is to be said of a file whose encoding was guessed; nothing of any other. */
export function encodingDoubts(name: string, { text, encoding }: Decoded): readonly Diagnostic[] {
  return encoding === "Windows-1252" ? [problem("file-windows-1252", wordAt(text), placeOf(name, text))] : [];
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has in the place of Latin-1's control characters, from 0x80 on; a blank where nothing is. */
const BEYOND_LATIN_1 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (char) => {
      const found = BEYOND_LATIN_1[char.charCodeAt(0) - 0x80] ?? " ";
      return found === " " ? char : found;
    });
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "it is a workbook or another zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "it is an old Excel workbook"],
  [[0x89, 0x50, 0x4e, 0x47], "it is a PNG picture"],
  [[0xff, 0xd8, 0xff], "it is a JPEG picture"],
  [[0x25, 0x50, 0x44, 0x46], "it is a PDF document"],
  [[0x1f, 0x8b], "it is a gzip archive"],
];

function signatureOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))?.[1];
}

function isTooLong(bytes: Uint8Array, file: string, report: Report): boolean {
  const line = overlongLine(bytes);
  if (line === undefined) return false;
  report(problem("line-too-long", { line, limit: LONGEST_LINE / 1_000_000 }, { file }));
  return true;
}

/** The number of the first line that is longer than any line of a table. */
function overlongLine(bytes: Uint8Array): number | undefined {
  if (bytes.length <= LONGEST_LINE) return undefined;
  const ending = bytes.subarray(0, LONGEST_LINE).includes(LF) ? LF : CR;
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const found = bytes.indexOf(ending, start);
    const end = found < 0 ? bytes.length : found;
    if (end - start > LONGEST_LINE) return number;
    start = end + 1;
  }
  return undefined;
}

const LF = 0x0a;
const CR = 0x0d;

/** The word with the first character beyond ASCII. */
function wordAt(text: string): { readonly word: string } {
  const at = firstBeyondAscii(text);
  const before = /[^\s,;"]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const after = /^[^\s,;"]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
  return { word: before + after };
}

function placeOf(file: string, text: string) {
  const lines = text.slice(0, firstBeyondAscii(text)).split(/\r\n|\n|\r/);
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, unit: "character" } as const;
}

function firstBeyondAscii(text: string): number {
  return text.search(/[\u0080-\uffff]/);
}
