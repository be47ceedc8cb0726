/** A place to print to. */
export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** The text of a file: whole, or in parts where it may be longer than a string can be. */
export type Text = string | Iterable<string>;

/** Everything outside the program that it touches; tests give it a world in memory. */
export interface World {
  readonly noColor: boolean;
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** @throws an error with a `code` such as ENOENT. */
  readFile(path: string): Uint8Array;
  readStdin(): Uint8Array;
  /** The names in a folder; none when it does not exist. */
  list(path: string): readonly string[];
  /** The one name of a path, links resolved as far as it exists. */
  realPath(path: string): string;
  /** Whether a path leads to what is neither file nor folder, as /dev/null: it can be written to, never replaced. */
  isDevice(path: string): boolean;
  /** Creates a folder and its parents, private to the user; what exists is left as it is. */
  makeFolder(path: string): void;
  /** Writes a file that only the user may read; replaces one that is there. */
  writeFile(path: string, text: Text): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** SHA-256 in hexadecimal. */
  hash(data: Uint8Array | string): string;
}
