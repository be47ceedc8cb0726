import { nearest } from "../diagnostics/nearest.ts";
import { findStudents } from "./find-students.ts";

interface Named {
  readonly sid: { readonly value: string };
  readonly name: string;
  readonly email: string;
}

export type Found<S> =
  | { readonly kind: "one"; readonly student: S }
  | { readonly kind: "several"; readonly students: readonly S[] }
  | { readonly kind: "none" };

/** The one student whom a text names; a whole name comes before the names that merely hold it. */
export function findStudent<S extends Named>(students: readonly S[], text: string): Found<S> {
  const found = findStudents(students, text);
  const whole = found.filter(
    ({ name }) => wordsOf(name).length === wordsOf(text).length && holds(text, name),
  );
  const [first, second] = whole.length > 0 ? whole : found;
  if (first === undefined) return { kind: "none" };
  return second === undefined
    ? { kind: "one", student: first }
    : { kind: "several", students: whole.length > 0 ? whole : found };
}

/** Whether every word of a name is a whole word of the text. */
function holds(text: string, name: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(name).every((word) => words.has(word));
}

/** Lower case without accents, in words. */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[\s,]+/).filter((word) => word !== "");
}

const SUGGESTED = 5;

/** Students whose SID, e-mail address or a word of whose name is a slip away from the text. */
export function nearestStudents<S extends Named>(students: readonly S[], text: string): readonly S[] {
  const like = new Set<string>();
  const bySid = nearest(
    text,
    students.map(({ sid }) => sid.value),
  );
  const byEmail = nearest(
    text,
    students.map(({ email }) => email),
  );
  const parts = (name: string) => wordsOf(name).flatMap((word) => word.split("-"));
  const known = new Set(students.flatMap(({ name }) => parts(name)));
  for (const word of wordsOf(text)) like.add(nearest(word, known) ?? "");
  return students
    .filter(
      ({ sid, email, name }) =>
        sid.value === bySid ||
        (email !== "" && email === byEmail) ||
        parts(name).some((word) => like.has(word)),
    )
    .slice(0, SUGGESTED);
}
