import { error, warning } from "../diagnostic.ts";

export const files = {
  "file-missing": error(
    (_: { written?: boolean }) => "there is no such file.",
    (f) =>
      f.written === true
        ? "check the path; name a grades.csv that compute wrote, or the folder that it wrote"
        : "check the path; a term folder holds roster.csv and one or more scores*.csv",
  ),
  "file-unreadable": error(
    (f: { reason: string; folder?: string | undefined }) => `the file cannot be read: ${f.reason}.`,
    (f) =>
      f.folder === undefined ? "name a file that you may read" : `name one of the files in ${f.folder}`,
  ),
  "file-empty": error(
    (_: object) => "the file is empty.",
    () => "download the export again",
  ),
  "file-not-text": error(
    (f: { found: string }) => `the file is no text that can be read: ${f.found}.`,
    () => 'save it as "CSV UTF-8 (comma delimited)"',
  ),
  "file-windows-1252": warning(
    (f: { word: string }) =>
      `the file is not UTF-8; it is read as Windows-1252, so that a word here is "${f.word}".`,
    () => 'if that is wrong, save the file as "CSV UTF-8 (comma delimited)"',
  ),
  "line-too-long": error(
    (f: { line: number; limit: number }) => `line ${f.line} is longer than ${f.limit} million bytes.`,
    () => "no export has such a line; download the file again",
  ),
  "csv-malformed": error(
    (f: { reason: string }) => `the row cannot be read as CSV: ${f.reason}.`,
    () => 'a quote inside a quoted cell is written twice: "a ""b"" c"',
  ),
  "row-too-long": error(
    (f: { cells: number; header: number }) => `the row has ${f.cells} cells, the header ${f.header}.`,
    () => "quote a cell that holds a comma, or remove what stands beyond the header",
  ),
  "row-cut-short": error(
    (f: { title: string; cells: number; header: number }) =>
      `the row ends before column "${f.title}": it has ${f.cells} of the header's ${f.header} cells.`,
    () => "export the file again; in a row typed by hand write the separators of blank cells too",
  ),
  "row-too-short": warning(
    (f: { cells: number; header: number }) =>
      `the row has ${f.cells} cells, the header ${f.header}; the rest is read as blank.`,
    () => "export the file again if the download was cut off",
  ),
  "header-repeated": error(
    (f: { title: string; first: number; second: number }) =>
      `column "${f.title}" stands twice, as columns ${f.first} and ${f.second}.`,
    () => "rename or remove one of the two",
  ),
  "file-other-kind": error(
    (f: { found: string; wanted: string; instead: string }) =>
      `the header is that of ${f.found}; ${f.wanted} was expected.`,
    (f) => f.instead,
  ),
  "scores-none": error(
    (f: { folder: string | undefined }) =>
      f.folder === undefined
        ? "no score file is named, and a roster on standard input has none beside it."
        : `no scores*.csv stands beside the roster${f.folder === "." ? "" : ` in ${f.folder}`}.`,
    (f) =>
      f.folder === undefined
        ? "name it with --scores FILE"
        : "put the score export there as scores.csv, or name it with --scores FILE",
  ),
  "option-unknown-name": error(
    (f: { path: string; kind: string; text: string; known: string }) =>
      `${f.path} names the ${f.kind} "${f.text}", which the policy does not have.`,
    (f) => `write one of ${f.known}`,
  ),
  "option-value": error(
    (f: { option: string; text: string; known: string }) => `${f.option} cannot be "${f.text}".`,
    (f) => `write one of ${f.known}`,
  ),
  "student-not-found": error(
    (f: { text: string; nearest: string | undefined }) =>
      `--student: nobody enrolled has "${f.text}" as SID, e-mail address or name.`,
    (f) =>
      f.nearest === undefined
        ? "write the SID, the e-mail address or a part of the name as the roster has it"
        : `did you mean ${f.nearest}?`,
  ),
  "option-conflict": error(
    (f: { first: string; second: string }) => `${f.first} and ${f.second} both want standard output.`,
    (f) => `leave one of them out${f.second === "--out -" ? "; --out - prints grades.csv alone" : ""}`,
  ),
  "option-needs": error(
    (f: { option: string; needed: string }) => `${f.option} does nothing without ${f.needed}.`,
    (f) => `add ${f.needed}, or leave ${f.option} out`,
  ),
  "output-in-roster-folder": error(
    (_: object) => "the output folder is the roster's own folder.",
    () => "name another folder with --out DIR",
  ),
  "output-over-input": error(
    (f: { input: string; option?: string }) => `the output would overwrite the input ${f.input}.`,
    (f) =>
      f.option === undefined ? "name another folder with --out DIR" : `name another file with ${f.option}`,
  ),
  "output-not-writable": error(
    (f: { reason: string; option?: string }) => `the output cannot be written: ${f.reason}.`,
    (f) =>
      f.option === undefined
        ? "name a folder that you may write to with --out DIR"
        : `name a place that you may write to with ${f.option}`,
  ),
  "output-half-written": error(
    (f: { reason: string }) => `the writing stopped between the files: ${f.reason}.`,
    () => "what lies there does not belong together; mend the cause and run again",
  ),
  "output-unfinished": warning(
    (_: object) => "an earlier run was cut short here: its files do not belong together.",
    () => "this run writes all of them anew; what was copied from there meanwhile should be copied again",
  ),
};
