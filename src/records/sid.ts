/** A number that a spreadsheet made of an SID: `3.03E+09`, `3032412514.0`. */
export function isMangledSid(text: string): boolean {
  return /^\d+(?:\.\d+)?e\+?\d+$/i.test(text) || /^\d+\.0*$/.test(text);
}

/** The form in which SIDs are compared. */
export function sidKey(text: string): string {
  return text.trim().toLowerCase();
}

/** The CalNet UID in `UID:40000`, which bCourses writes where it knows no SID; undefined for anything else. */
export function uidIn(text: string): string | undefined {
  return /^uid:\s*(\d+)$/i.exec(text)?.[1];
}

/** The form in which e-mail addresses are compared. */
export function emailKey(text: string): string {
  return text.trim().toLowerCase();
}
