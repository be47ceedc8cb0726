/** The input flags that every command that reads a roster takes. */
export interface InputOptions {
  readonly scores?: readonly string[];
  readonly extensions?: string;
  readonly adjustments?: string;
  readonly cutoffs?: string;
  readonly policy?: string;
  readonly discover: boolean;
  readonly track?: string;
  readonly allowSparse?: readonly string[];
}

/** The options that a run depends on beside its files; its record keeps them. */
export type RecordedOptions = Pick<InputOptions, "track" | "allowSparse">;

export interface OutputOptions {
  /** The folder to write to; blank for a command that writes nothing. */
  readonly out: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** Options of a command that draws. */
export interface DrawingOptions {
  readonly ascii?: boolean;
}

export const EXIT = { done: 0, wrong: 1, usage: 2, undecided: 3, defect: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
