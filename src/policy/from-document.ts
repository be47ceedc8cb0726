import { parseDecimal } from "../exact/decimal.ts";
import type { Rational } from "../exact/rational.ts";
import { parseGrace, parseLocalTime } from "../time/parse.ts";
import type { CurveDocument, PolicyDocument, Term } from "./document.ts";
import type {
  ComponentId,
  CurveSettings,
  Letter,
  MissedReading,
  Policy,
  PolicyPlace,
  TrackId,
} from "./parameters.ts";

/** Reads a valid document; a malformed one is a defect here, since policy files are checked before. */
export function policyOf(term: Term, places: ReadonlyMap<string, PolicyPlace> = new Map()): Policy {
  const { document } = term;
  const tracks = Object.entries(document.tracks).map(([id, { weights }]) => ({
    id,
    weights: decimals(weights),
  }));
  return {
    id: document.id,
    title: document.title,
    timeZone: document.time_zone,
    components: Object.entries(document.components).map(([id, component]) => ({
      id,
      title: component.title,
      names: component.names,
      points: decimal(component.points),
      due: component.due === undefined ? undefined : certain(parseLocalTime(component.due), component.due),
      slipDays: component.slip_days,
      absence: component.absence,
      combine: component.combine,
    })),
    tracks,
    letters: Object.entries(document.letters).map(([letter, points]) => ({
      letter,
      points: decimal(points),
    })),
    passing: document.passing,
    slipDays: {
      ...document.slip_days,
      grace: certain(parseGrace(document.slip_days.grace), document.slip_days.grace),
    },
    missed: missedReadings(document, tracks),
    curve: new Map(
      Object.entries(document.curve).map(([track, settings]) => [track, curveSettings(settings)]),
    ),
    clauses: new Map(Object.entries(term.clauses)),
    document,
    places,
  };
}

function missedReadings(
  document: PolicyDocument,
  tracks: readonly { id: TrackId; weights: ReadonlyMap<ComponentId, Rational> }[],
): Policy["missed"] {
  return new Map(
    Object.entries(document.missed).map(([component, readings]) => {
      const byTrack: readonly (readonly [TrackId, string])[] =
        typeof readings === "string"
          ? tracks.filter(({ weights }) => weights.has(component)).map(({ id }) => [id, readings] as const)
          : Object.entries(readings);
      return [component, new Map(byTrack.map(([track, text]) => [track, missedReading(text)]))];
    }),
  );
}

function missedReading(text: string): MissedReading {
  if (text === "undecided" || text === "incomplete" || text === "zero") return { kind: text };
  return { kind: "moves-to", component: text };
}

function curveSettings(settings: CurveDocument): CurveSettings {
  if (settings.method === "same-as") return settings;
  if (settings.method === "fixed") return { method: "fixed", cutoffs: decimals(settings.cutoffs) };
  if (settings.method === "shift")
    return {
      method: "shift",
      cutoffs: decimals(settings.cutoffs),
      target: decimal(settings.target_gpa),
      step: decimal(settings.step),
    };
  const quota = {
    shares: Object.entries(settings.shares).map(([letters, share]) => ({
      letters: letters.split(/\s+/),
      share: decimal(share),
    })),
    guaranteed: decimals(settings.guaranteed),
    minimum: decimals(settings.minimum),
    near: decimal(settings.near),
  };
  if (settings.method === "shares") return { method: "shares", ...quota };
  return {
    method: "guideline",
    ...quota,
    gpa: { lowest: decimal(settings.gpa[0]), highest: decimal(settings.gpa[1]) },
    gpaRequired: settings.gpa_required,
    nearWeight: decimal(settings.near_weight),
    edgeWeight: decimal(settings.edge_weight),
    innerWeight: decimal(settings.inner_weight),
  };
}

function decimals(record: Readonly<Record<string, string>>): ReadonlyMap<Letter, Rational> {
  return new Map(Object.entries(record).map(([key, text]) => [key, decimal(text)]));
}

function decimal(text: string): Rational {
  return certain(parseDecimal(text), text);
}

function certain<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`the policy document holds an unreadable value: ${text}`);
  return value;
}
