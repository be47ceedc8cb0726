/** The first place where a file is not what the inputs give. */
export type Difference =
  /** One value differs; undefined where one side has none. */
  | {
      readonly kind: "value";
      readonly line: number;
      /** The number of the field in a CSV row. */
      readonly column?: number;
      readonly what: string;
      readonly own: string | undefined;
      readonly computed: string | undefined;
    }
  /** The values are the same or cannot be told apart; the file is not. */
  | { readonly kind: "form"; readonly line: number | undefined; readonly reason: string };

const LONGEST = 60;

/** A value short enough for a message. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 3)}...`;
}

export const endsEarly = (line: number): Difference => ({
  kind: "form",
  line: undefined,
  reason: `it ends before line ${line}`,
});

export const goesOn = (line: number): Difference => ({
  kind: "form",
  line,
  reason: "this line and what follows are not of the run",
});
