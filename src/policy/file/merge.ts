/** A policy file's values before they are checked: text, lists and mappings. */
export type Raw = string | readonly Raw[] | { readonly [key: string]: Raw };

export function isMapping(raw: Raw | undefined): raw is { readonly [key: string]: Raw } {
  return typeof raw === "object" && !Array.isArray(raw);
}

/** Settings that stand as a whole: what a file says there replaces all that it extends. */
const WHOLE = new Set(["shares", "guaranteed", "minimum", "cutoffs", "letters", "names"]);

/** A base with what differs laid over it, key by key; a curve of another method replaces the base's. */
export function merge(base: Raw | undefined, over: Raw, key = ""): Raw {
  if (!isMapping(base) || !isMapping(over) || WHOLE.has(key)) return over;
  if (over.method !== undefined && over.method !== base.method) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  const merged = [...keys].map((name): [string, Raw] => {
    const value = over[name];
    return [name, value === undefined ? (base[name] ?? "") : merge(base[name], value, name)];
  });
  return Object.fromEntries(merged);
}

/** A typed document as raw values, the base that a file can extend. */
export function rawOf(value: unknown): Raw {
  if (Array.isArray(value)) return value.map(rawOf);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, rawOf(inner)]])),
    );
  return String(value);
}
