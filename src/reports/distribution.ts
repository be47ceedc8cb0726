import type { Rational } from "../exact/rational.ts";
import type { TrackCutoffs } from "../policy/curve/cutoffs.ts";
import { gradePointAverage } from "../policy/curve/gpa.ts";
import { shareOf } from "../policy/curve/problem.ts";
import type { GuidelineSettings, Letter, Policy, TrackId } from "../policy/parameters.ts";
import type { Grade, Grades } from "../policy/policy.ts";
import { statusText } from "./grades-table.ts";

/** One letter of a track's distribution. */
export interface LetterCount {
  readonly letter: Letter;
  /** In percent points; undefined for the lowest letter and for one that nobody can reach. */
  readonly cutoff: Rational | undefined;
  /** Final letter grades of the track. */
  readonly all: number;
  /** Of these, the students that the curve was fitted on. */
  readonly fitted: number;
  /** The guideline's share in percent; undefined where the track has no shares of its own. */
  readonly guideline: Rational | undefined;
}

export interface TrackDistribution {
  readonly track: TrackId;
  readonly students: number;
  readonly final: number;
  readonly incomplete: number;
  readonly undecided: number;
  readonly fitted: number;
  /** Final letter grades; RD, I, P/NP and S/U are not among them. */
  readonly letterGraded: number;
  readonly letters: readonly LetterCount[];
  /** P, NP, S, U, RD and I with how many have each; none that nobody has. */
  readonly others: readonly { readonly grade: string; readonly count: number }[];
  readonly gpa: Rational | undefined;
  readonly gpaFitted: Rational | undefined;
  /** What the GPA is held against; undefined where the track has no guideline of its own. */
  readonly settings: GuidelineSettings | undefined;
  readonly cutoffs: TrackCutoffs;
  readonly provisional: number;
  /** Every computable final total of the track. */
  readonly totals: readonly Rational[];
}

/** The distribution of each track that has students; the tracks are always apart. */
export function distributions(
  policy: Policy,
  { grades, cutoffs, provisional }: Grades,
): readonly TrackDistribution[] {
  return [...cutoffs].flatMap(([track, own]) => {
    const ofTrack = grades.filter(({ assessment }) => assessment.student.track === track);
    if (ofTrack.length === 0) return [];
    return [distribution(policy, track, own, ofTrack, provisional.get(own.source.from ?? track) ?? 0)];
  });
}

function distribution(
  policy: Policy,
  track: TrackId,
  cutoffs: TrackCutoffs,
  grades: readonly Grade[],
  provisional: number,
): TrackDistribution {
  const letters = policy.letters.map(({ letter }) => letter);
  const graded = grades.filter((grade) => isLetterGrade(grade, letters));
  const fitted = graded.filter((grade) => grade.fitted);
  const settings = policy.curve.get(track);
  const quota = settings?.method === "guideline" || settings?.method === "shares" ? settings : undefined;
  const count = (among: readonly Grade[], letter: Letter) =>
    among.filter((grade) => grade.letter?.value === letter).length;
  const status = (kind: string) => grades.filter((grade) => statusText(grade) === kind).length;
  const average = (among: readonly Grade[]) =>
    gradePointAverage(
      among.flatMap(({ letter }) => letter?.value ?? []),
      policy.letters,
    );
  return {
    track,
    students: grades.length,
    final: status("final"),
    incomplete: status("incomplete"),
    undecided: status("undecided"),
    fitted: fitted.length,
    letterGraded: graded.length,
    letters: letters
      .map((letter) => ({
        letter,
        cutoff: cutoffs.cutoffs.find((own) => own.letter === letter)?.cutoff.value,
        all: count(graded, letter),
        fitted: count(fitted, letter),
        guideline: quota && shareOf(letter, quota),
      }))
      .filter(({ letter, cutoff, all, guideline }) => isShown(letter, cutoff, all, guideline, cutoffs)),
    others: ["P", "NP", "S", "U", "RD", "I"].flatMap((grade) => {
      const found = grades.filter((own) => own.grade?.value === grade).length;
      return found === 0 ? [] : [{ grade, count: found }];
    }),
    gpa: average(graded),
    gpaFitted: average(fitted),
    settings: settings?.method === "guideline" ? settings : undefined,
    cutoffs,
    provisional,
    totals: grades.flatMap(({ total }) => total?.value ?? []),
  };
}

/** A letter that nobody has, that has no share and no cut-off is not worth a line. */
function isShown(
  letter: Letter,
  cutoff: Rational | undefined,
  all: number,
  share: Rational | undefined,
  { lowest }: TrackCutoffs,
): boolean {
  return cutoff !== undefined || all > 0 || letter === lowest || (share !== undefined && share.numerator > 0);
}

/** A final letter grade: what a GPA is made of. */
export function isLetterGrade(grade: Grade, letters: readonly Letter[]): boolean {
  const { basis } = grade.assessment.student;
  if (basis === "pnp" || basis === "su" || grade.grade === undefined) return false;
  return letters.includes(grade.grade.value);
}
