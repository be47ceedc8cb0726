import { cellText } from "../derivation/cell.ts";
import type { Derivation, Value } from "../derivation/derivation.ts";
import { shortestText } from "../exact/decimal.ts";
import { durationText, isoText } from "../time/format.ts";
import type { Zone } from "../time/zone.ts";

/** A derivation as JSON: values as exact text, leaves with their cell or clause, steps with what they came from. */
export interface DerivationJson {
  readonly what: string;
  readonly value: string;
  readonly cell?: string;
  readonly by?: string;
  readonly parameter?: string;
  readonly place?: string;
  readonly operation?: string;
  readonly from?: readonly DerivationJson[];
}

export function derivationJson(derivation: Derivation, zone: Zone): DerivationJson {
  const { what } = derivation;
  const value = valueText(derivation.value, zone);
  switch (derivation.kind) {
    case "cell":
      return { what, value, cell: cellText(derivation.cell) };
    case "parameter": {
      const { by, path, place } = derivation;
      if (path === undefined) return { what, value, by };
      if (place === undefined) return { what, value, by, parameter: path };
      return { what, value, by, parameter: path, place: `${place.file}:${place.line}:${place.column}` };
    }
    case "step":
      return {
        what,
        value,
        by: derivation.by,
        operation: derivation.operation.name,
        from: derivation.from.map((input) => derivationJson(input, zone)),
      };
  }
}

/** An exact value as text: a decimal or a fraction, a time with its offset, a duration, a word. */
export function valueText(value: Value, zone: Zone): string {
  if (typeof value === "string") return value;
  if ("numerator" in value) return shortestText(value);
  if ("instant" in value) return isoText(zone, value.instant);
  return "milliseconds" in value ? durationText(value.milliseconds) : value.name;
}
