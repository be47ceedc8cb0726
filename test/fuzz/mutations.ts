import type { Dice } from "../oracle/random-dice.ts";
import {
  bytesOf,
  bytesOfGrid,
  type Files,
  type Grid,
  gridOf,
  isScoreFile,
  isTable,
  textOf,
  withCell,
  withFile,
} from "./grid.ts";
import { CELLS, HEADERS, numberLike, YAML } from "./nasty.ts";
import { scoreColumns } from "./score-columns.ts";

/** A score cell that was changed: 0-based row of the grid and column, and the text that now stands there. */
export interface ScoreCell {
  readonly file: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Mutant {
  readonly files: Files;
  /** What was done, for whoever must see it again. */
  readonly told: string;
  readonly cell?: ScoreCell;
}

type Mutation = (files: Files, dice: Dice) => Mutant | undefined;

const short = (text: string) =>
  JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}... (${text.length})` : text);

function pickTable(files: Files, dice: Dice, only: (name: string) => boolean = isTable) {
  const names = [...files.keys()].filter((name) => isTable(name) && only(name));
  if (names.length === 0) return undefined;
  const name = dice.pick(names);
  const grid = gridOf(files.get(name));
  return grid.length > 1 ? { name, grid } : undefined;
}

function cellText(dice: Dice, before: string): string {
  if (dice.chance(0.35)) return dice.pick(CELLS);
  if (dice.chance(0.5)) return numberLike(dice);
  return edited(before, dice);
}

/** A text with a letter put in, taken out, doubled or exchanged. */
function edited(text: string, dice: Dice): string {
  const at = dice.int(0, text.length);
  const put = dice.pick([..."0123456789.,-+eEO l'\"=;\t%", "\u00a0", "\n", "é"]);
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  return dice.pick([
    `${head}${put}${tail}`,
    `${head}${tail.slice(1)}`,
    `${head}${put}${tail.slice(1)}`,
    `${text}${text}`,
  ]);
}

/** One score cell, and nothing else. */
export const scoreCell: Mutation = (files, dice) => {
  const table = pickTable(files, dice, isScoreFile);
  if (table === undefined) return undefined;
  const { name, grid } = table;
  const columns = scoreColumns(grid);
  if (columns.length === 0) return undefined;
  const [row, column] = [dice.int(1, grid.length - 1), dice.pick(columns)];
  const before = grid[row]?.[column] ?? "";
  const text = cellText(dice, before);
  const told = `${name}: row ${row + 1}, column ${column + 1}: ${short(before)} to ${short(text)}`;
  return {
    files: withFile(files, name, bytesOfGrid(withCell(grid, row, column, text))),
    told,
    cell: { file: name, row, column, text },
  };
};

/** Any cells of any table, the header's not among them. */
export const cells: Mutation = (files, dice) => {
  const table = pickTable(files, dice);
  if (table === undefined) return undefined;
  const told: string[] = [];
  let { grid } = table;
  for (let count = dice.pick([1, 1, 1, 2, 5]); count > 0; count -= 1) {
    const row = dice.int(1, grid.length - 1);
    const column = dice.int(0, Math.max(0, (grid[row]?.length ?? 1) - 1));
    const before = grid[row]?.[column] ?? "";
    const text = cellText(dice, before);
    told.push(`row ${row + 1}, column ${column + 1}: ${short(before)} to ${short(text)}`);
    grid = withCell(grid, row, column, text);
  }
  return { files: withFile(files, table.name, bytesOfGrid(grid)), told: `${table.name}: ${told.join("; ")}` };
};

const ROWS: Readonly<Record<string, (grid: Grid, at: number, dice: Dice) => Grid>> = {
  "row left out": (grid, at) => grid.filter((_, row) => row !== at),
  "row twice": (grid, at) => [...grid, grid[at] ?? []],
  "row cut short": (grid, at, dice) =>
    grid.map((row, index) => (index === at ? row.slice(0, dice.int(0, row.length)) : row)),
  "row too long": (grid, at, dice) =>
    grid.map((row, index) => (index === at ? [...row, dice.pick(CELLS), dice.pick(["", "x"])] : row)),
  "row of blanks": (grid, at) => grid.map((row, index) => (index === at ? row.map(() => "") : row)),
  "rows shuffled": ([header = [], ...rows], _, dice) => [header, ...dice.shuffled(rows)],
  "header last": ([header = [], ...rows]) => [...rows, header],
  "header twice": ([header = [], ...rows]) => [header, header, ...rows],
  "header only": (grid) => grid.slice(0, 1),
  "rows of another length": (grid) => grid.map((row, index) => row.slice(0, row.length - (index % 3))),
  "cells shifted": (grid, at) => grid.map((row, index) => (index === at ? ["", ...row] : row)),
};

export const rows: Mutation = (files, dice) => {
  const table = pickTable(files, dice);
  if (table === undefined) return undefined;
  const what = dice.pick(Object.keys(ROWS));
  const at = dice.int(1, table.grid.length - 1);
  const grid = ROWS[what]?.(table.grid, at, dice) ?? table.grid;
  return {
    files: withFile(files, table.name, bytesOfGrid(grid)),
    told: `${table.name}: ${what} (${at + 1})`,
  };
};

const COLUMNS: Readonly<Record<string, (grid: Grid, at: number, dice: Dice) => Grid>> = {
  renamed: (grid, at, dice) => withCell(grid, 0, at, dice.pick(HEADERS)),
  "renamed a little": (grid, at, dice) => withCell(grid, 0, at, edited(grid[0]?.[at] ?? "", dice)),
  "in capitals": (grid, at) => withCell(grid, 0, at, (grid[0]?.[at] ?? "").toUpperCase()),
  "taken out": (grid, at) => grid.map((row) => row.filter((_, column) => column !== at)),
  "put in twice": (grid, at) => grid.map((row) => [...row, row[at] ?? ""]),
  "moved to the end": (grid, at) =>
    grid.map((row) => [...row.filter((_, column) => column !== at), row[at] ?? ""]),
  "of nasty cells": (grid, at, dice) =>
    grid.slice(1).reduce<Grid>((own, _, row) => withCell(own, row + 1, at, dice.pick(CELLS)), grid),
  "left blank": (grid, at) =>
    grid.map((row, index) => (index === 0 ? row : row.map((cell, column) => (column === at ? "" : cell)))),
  new: (grid, _, dice) => {
    const title = dice.pick(HEADERS);
    return grid.map((row, index) => [...row, index === 0 ? title : dice.pick(CELLS)]);
  },
};

export const columns: Mutation = (files, dice) => {
  const table = pickTable(files, dice);
  if (table === undefined) return undefined;
  const what = dice.pick(Object.keys(COLUMNS));
  const at = dice.int(0, Math.max(0, (table.grid[0]?.length ?? 1) - 1));
  const grid = COLUMNS[what]?.(table.grid, at, dice) ?? table.grid;
  return {
    files: withFile(files, table.name, bytesOfGrid(grid)),
    told: `${table.name}: column ${at + 1} ${what}`,
  };
};

const PIECES: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x0d],
  [0x0a],
  [0x0d, 0x0a],
  [0x22],
  [0x22, 0x22],
  [0x2c],
  [0x3b],
  [0x09],
  [0x1b, 0x5b, 0x41],
  [0xc3],
  [0xe2, 0x80, 0x94],
  [0x20],
];

/** Bytes put in, taken out or exchanged, wherever they fall. */
export const bytes: Mutation = (files, dice) => {
  const name = dice.pick([...files.keys()]);
  let content = Array.from(files.get(name) ?? []);
  const told: string[] = [];
  for (let count = dice.pick([1, 1, 2, 4, 12]); count > 0; count -= 1) {
    const at = dice.int(0, content.length);
    const piece = dice.chance(0.7) ? dice.pick(PIECES) : [dice.int(0, 255)];
    const cut = dice.pick([0, 0, 1, piece.length, 20]);
    told.push(`${cut} bytes at ${at} to [${piece.join(" ")}]`);
    content = [...content.slice(0, at), ...piece, ...content.slice(at + cut)];
    if (dice.chance(0.04)) content = content.slice(0, at);
  }
  return { files: withFile(files, name, Uint8Array.from(content)), told: `${name}: ${told.join("; ")}` };
};

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
const WHOLE: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  empty: () => "",
  "a blank line": () => "\n",
  "separators only": () => ",,,\n,,\n",
  "with a BOM": (text) => `\ufeff${text}`,
  "with two BOMs": (text) => `\ufeff\ufeff${text}`,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "with CR": (text) => text.replaceAll("\n", "\r"),
  "with mixed line ends": (text) => text.replace("\n", "\r\n").replace(/\n(?!.*\n)/s, "\r"),
  "with semicolons": (text) => text.replaceAll(",", ";"),
  "with TABs": (text) => text.replaceAll(",", "\t"),
  "in UTF-16": utf16,
  "in Latin-1": (text) => Uint8Array.from(Buffer.from(text.replaceAll("N", "é"), "latin1")),
  "without its last line end": (text) => text.trimEnd(),
  "cut in the middle": (text) => text.slice(0, Math.floor(text.length / 2)),
  "all quoted": (text) =>
    textOf(
      bytesOf(
        gridOf(bytesOf(text))
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
          .join("\n"),
      ),
    ),
  "with blank lines": (text) => text.replaceAll("\n", "\n\n,,,\n"),
  "with a comment first": (text) => `# exported today\n${text}`,
  "with sep= first": (text) => `sep=,\n${text}`,
  "twice over": (text) => `${text}${text}`,
  "a web page": () => "<!DOCTYPE html>\n<html><body>Please log in</body></html>\n",
  "a PNG": () =>
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
  "a workbook": () => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
};

export const whole: Mutation = (files, dice) => {
  const name = dice.pick([...files.keys()]);
  if (dice.chance(0.15)) {
    const other = dice.pick([...files.keys()]);
    return {
      files: withFile(files, name, files.get(other) ?? bytesOf("")),
      told: `${name} holds what ${other} does`,
    };
  }
  if (dice.chance(0.1))
    return { files: new Map([...files].filter(([own]) => own !== name)), told: `${name} is not there` };
  const what = dice.pick(Object.keys(WHOLE));
  const content = WHOLE[what]?.(textOf(files.get(name))) ?? "";
  return {
    files: withFile(files, name, typeof content === "string" ? bytesOf(content) : content),
    told: `${name} is ${what}`,
  };
};

export const policy: Mutation = (files, dice) => {
  const before = files.has("policy.yaml")
    ? textOf(files.get("policy.yaml")).split("\n")
    : ["extends: cs182-sp22"];
  const at = dice.int(0, before.length);
  const line = dice.pick(YAML);
  const changed = dice.chance(0.3)
    ? [edited(before.join("\n"), dice)]
    : dice.chance(0.2)
      ? [line]
      : [...before.slice(0, at), line, ...before.slice(at)];
  return {
    files: withFile(files, "policy.yaml", bytesOf(changed.join("\n"))),
    told: `policy.yaml: ${short(line)} at ${at + 1}`,
  };
};

/** Several of the others, one after the other. */
export const several: Mutation = (files, dice) => {
  let own = files;
  const told: string[] = [];
  for (let count = dice.int(2, 5); count > 0; count -= 1) {
    const found = dice.pick([cells, rows, columns, bytes, whole, policy])(own, dice);
    if (found === undefined) continue;
    own = found.files;
    told.push(found.told);
  }
  return { files: own, told: told.join("; then ") };
};

/** The files as they are, for a world that fails. */
export const nothing: Mutation = (files) => ({ files, told: "nothing" });

/** Every kind of case with its share in percent. */
export const KINDS: readonly (readonly [number, string, Mutation])[] = [
  [40, "score cell", scoreCell],
  [10, "cells", cells],
  [10, "rows", rows],
  [11, "columns", columns],
  [9, "bytes", bytes],
  [6, "whole file", whole],
  [5, "policy", policy],
  [4, "several", several],
  [5, "faults", nothing],
];
