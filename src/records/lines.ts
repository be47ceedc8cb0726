const LINE_END = 0x0a;

/** A line of a file as bytes, without its line end; 1-based. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Whether a line end follows; only the last line can lack it. */
  readonly ended: boolean;
}

/** The lines of a file one by one: a record of a large class is longer than a string can be. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found;
    yield { number, bytes: bytes.subarray(start, end), ended: found >= 0 };
    start = end + 1;
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
