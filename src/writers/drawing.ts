/** How a picture is drawn in text. */
export interface Drawing {
  /** Columns that no line exceeds. */
  readonly width: number;
  /** Plain ASCII, for terminals and fonts without block characters. */
  readonly ascii: boolean;
}

/** Narrower than this a picture says nothing; wider, the eye loses the line. */
const NARROWEST = 40;
const WIDEST = 100;

/** Where there is no terminal. */
export const PAPER: Drawing = { width: 80, ascii: false };

/** A picture as wide as the terminal, within reason. */
export function drawingOn(columns: number | undefined, ascii: boolean): Drawing {
  const width = columns === undefined || columns === 0 ? PAPER.width : columns;
  return { width: Math.min(WIDEST, Math.max(NARROWEST, width)), ascii };
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `part` out of `whole` on `columns` columns, to an eighth of a column; what is not zero can be seen. */
export function bar(part: number, whole: number, columns: number, { ascii }: Drawing): string {
  if (part === 0) return "";
  if (ascii) return "#".repeat(Math.ceil((part * columns) / whole));
  const eighths = Math.ceil((part * columns * 8) / whole);
  return `${"█".repeat(Math.floor(eighths / 8))}${EIGHTHS[eighths % 8] ?? ""}`;
}

/** The line that bars stand on, and the line that leads to a mark. */
export const strokes = ({ ascii }: Drawing) =>
  ascii ? { axis: "|", leader: "-" } : { axis: "│", leader: "┄" };
