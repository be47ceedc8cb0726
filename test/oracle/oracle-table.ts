// CSV text to a table, and exact numbers to the decimals that the contract prints.
import Fraction from "fraction.js";

export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function readTable(text: string): Table {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell);
    cell = "";
  };
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(i + 1) === '"') cell += source.charAt(++i);
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") endCell();
    else if (character === "\n") {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  const [header = [], ...body] = rows;
  return {
    header: header.map((title) => title.trim()),
    rows: body.filter((row) => row.some((text) => text.trim() !== "")),
  };
}

// Reads the trimmed cell of the first column that has one of the titles; undefined without such a column.
export function reader(
  table: Table,
  ...titles: readonly string[]
): (row: readonly string[]) => string | undefined {
  const wanted = titles.map((title) => title.toLowerCase());
  const at = table.header.findIndex((title) => wanted.includes(title.toLowerCase()));
  return (row) => (at < 0 ? undefined : (row[at] ?? "").trim());
}

export const exact = (text: string): Fraction => new Fraction(text.trim().replace(/^\+/, ""));
export const ZERO = new Fraction(0);

const signed = (value: Fraction): bigint => value.s * value.n;

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

// Four decimals, toward minus infinity.
export function fourDecimals(value: Fraction): string {
  const units = floorDiv(signed(value) * 10_000n, value.d);
  const digits = String(units < 0n ? -units : units).padStart(5, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

// The shortest decimal of a number that has one.
export function shortestDecimal(value: Fraction): string {
  let digits = 0;
  let power = 1n;
  while ((value.n * power) % value.d !== 0n) {
    digits++;
    power *= 10n;
  }
  const text = String((value.n * power) / value.d).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const sign = value.s < 0n && value.n !== 0n ? "-" : "";
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

// A text cell that a spreadsheet would run as a formula begins with an apostrophe instead.
export const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
