import { catalogue } from "./catalogue.ts";
import type { Code, Diagnostic, Facts, Kind, Place } from "./diagnostic.ts";

/** The diagnostic of a code with its facts. */
export function problem<C extends Code>(code: C, facts: Facts<C>, at?: Place): Diagnostic {
  const { severity, message, hint } = catalogue[code] as unknown as Kind<Facts<C>>;
  return { code, severity, message: message(facts), hint: hint(facts), at };
}
