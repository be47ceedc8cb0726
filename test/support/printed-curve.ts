/** What `curve --json` prints, as far as the text says it too. */
export interface PrintedCurve {
  readonly tracks: Readonly<Record<string, PrintedTrack>>;
  readonly frozen: { readonly file: string; readonly written: boolean } | null;
}

export interface PrintedTrack {
  readonly proposal: {
    readonly letters: readonly {
      readonly letter: string;
      readonly cutoff: string | null;
      readonly count: number;
      readonly guideline_percent: string | null;
    }[];
  };
  readonly methods: readonly PrintedMethod[];
  readonly near: {
    readonly cutoffs: readonly {
      readonly letter: string;
      readonly cutoff: string;
      readonly below: readonly (PrintedPerson & { readonly total: { readonly shown: string } })[];
      readonly above: readonly PrintedPerson[];
    }[];
  };
  readonly moves: readonly PrintedCut[];
  readonly stability: {
    readonly changes: number;
    readonly changes_affecting_others: number;
    readonly worst: {
      readonly sid: string;
      readonly component: string;
      readonly points: number;
      readonly others: readonly PrintedPerson[];
    } | null;
  } | null;
}

export interface PrintedMethod {
  readonly name: string;
  readonly letters: readonly {
    readonly letter: string;
    readonly cutoff: string | null;
    readonly count: number;
  }[];
  readonly gpa: { readonly exact: string; readonly shown: string } | null;
  readonly gpa_fitted: { readonly exact: string } | null;
  /** How the method's own solver found it; its GPA is that of the fitted students. */
  readonly fit: { readonly gpa: string } | null;
  readonly rise: readonly PrintedMover[];
  readonly fall: readonly PrintedMover[];
}

export interface PrintedPerson {
  readonly sid: string;
}

interface PrintedMover extends PrintedPerson {
  readonly from: string;
  readonly to: string;
}

interface PrintedCut {
  readonly letter: string;
  readonly cutoff: string;
  readonly moves: readonly {
    readonly direction: string;
    readonly reaches: string | null;
    readonly students: readonly PrintedPerson[];
  }[];
}

/** What the text must say for these figures, whatever the line breaks between its words: its lists and sentences. */
export function printedWords({ tracks }: PrintedCurve): readonly RegExp[] {
  const said = (...words: readonly string[]) =>
    new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("[^;]*?"));
  return Object.entries(tracks).flatMap(([track, { proposal, near, stability }]) => [
    ...proposal.letters.map(({ letter, cutoff, count }) =>
      said(`${letter} ${cutoff ?? ""} ${count} `.replace("  ", " ")),
    ),
    ...near.cutoffs.flatMap(({ letter, cutoff, below, above }) => [
      said(`${letter} ${cutoff} ${below.length} below (`, `), ${above.length} above (`),
      ...below.map(({ sid, total }) => said(`${sid} ${total.shown} needs `)),
    ]),
    ...(stability === null
      ? []
      : stability.worst === null
        ? [said(`in none of ${stability.changes} change`)]
        : [
            said(`in ${stability.changes_affecting_others} of ${stability.changes} (`),
            said(`at most ${stability.worst.others.length} at once`),
            said(`${stability.worst.component} of ${stability.worst.sid} (`),
          ]),
    said(`${track}: `),
  ]);
}

/** Lines that the text must have for these figures: the rows of its tables. */
export function printedCurve({ tracks }: PrintedCurve): readonly string[] {
  return Object.values(tracks).flatMap(({ methods, moves }) => [
    ...methodRows(methods),
    ...moves
      .filter((cut) => cut.moves.some(({ students }) => students.length > 0))
      .map(({ letter, cutoff, moves: own }) => {
        const cells = ["lower", "raise"].flatMap((way) =>
          own
            .filter(({ direction }) => direction === way)
            .map(({ reaches, students }) => `${reaches === null ? "" : "*"}${students.length}`.padStart(7)),
        );
        return `  ${letter.padEnd(7)}${cutoff.padStart(8)}${cells.join("")}`;
      }),
  ]);
}

function methodRows(methods: readonly PrintedMethod[]): readonly string[] {
  const letters = methods[0]?.letters ?? [];
  const row = (name: string, cell: (method: PrintedMethod, index: number) => string) =>
    `  ${name.padEnd(10)}${methods.map((method, index) => cell(method, index).padStart(13)).join("")}`.trimEnd();
  return [
    ...letters.map(({ letter }, place) =>
      row(letter, (method) => {
        const { cutoff, count } = method.letters[place] ?? { cutoff: null, count: 0 };
        return `${cutoff ?? ""}${String(count).padStart(5)}`;
      }),
    ),
    row("GPA", ({ gpa }) => gpa?.shown ?? "-"),
    row("rise", ({ rise }, index) => (index === 0 ? "" : String(rise.length))),
    row("fall", ({ fall }, index) => (index === 0 ? "" : String(fall.length))),
  ];
}
