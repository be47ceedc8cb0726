import { emailKey, sidKey } from "../records/sid.ts";

interface Named {
  readonly sid: { readonly value: string };
  readonly name: string;
  readonly email: string;
}

/** The students whom a text names: by SID, else by e-mail address, else all whose name has every word of it. */
export function findStudents<S extends Named>(students: readonly S[], text: string): readonly S[] {
  const wanted = text.trim();
  if (wanted === "") return [];
  const bySid = students.filter(({ sid }) => sidKey(sid.value) === sidKey(wanted));
  if (bySid.length > 0) return bySid;
  const byEmail = students.filter(({ email }) => email !== "" && emailKey(email) === emailKey(wanted));
  if (byEmail.length > 0) return byEmail;
  const words = plainName(wanted)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return students.filter(({ name }) => words.every((word) => plainName(name).includes(word)));
}

/** Lower case without accents, so that an English keyboard finds everybody. */
function plainName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
