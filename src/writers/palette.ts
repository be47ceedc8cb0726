import { Chalk, type ChalkInstance } from "chalk";

/** The one palette: colour only repeats what the words say. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bar: (text: string) => string;
}

/** Colours for a terminal that wants them; otherwise the text itself. */
export function palette(coloured: boolean): Palette {
  const chalk: ChalkInstance = new Chalk({ level: coloured ? 1 : 0 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    bar: chalk.cyan,
  };
}
