import { compare, equal, type Rational } from "../../exact/rational.ts";
import type { Letter, TrackId } from "../../policy/parameters.ts";
import type { Cut, Cuts, Roll, TrackRoll } from "./roll.ts";

/** Where the cut-offs stand at one moment. */
export interface Placement {
  /** Of the tracks in `apart`; the others repeat those of the track that they follow. */
  readonly cuts: ReadonlyMap<TrackId, Cuts>;
  readonly apart: ReadonlySet<TrackId>;
}

/** Why cut-offs stay as they are: the neighbours that a value must lie between, or a track that would have none. */
export type Refusal =
  | { readonly kind: "order"; readonly better: Cut | undefined; readonly worse: Cut | undefined }
  | { readonly kind: "last" };

export type Placed = { readonly placement: Placement } | { readonly refused: Refusal };

/** The cut-offs in force. A track that repeats another's keeps to them while they agree. */
export function proposalOf(roll: Roll): Placement {
  const apart = roll.tracks.filter((track) => {
    const leader = roll.tracks.find((other) => other.track === track.follows);
    return leader === undefined || !sameCuts(track.proposal, leader.proposal);
  });
  return {
    cuts: new Map(apart.map((track) => [track.track, track.proposal])),
    apart: new Set(apart.map(({ track }) => track)),
  };
}

/** The track whose cut-offs a track has: itself, or the one that it follows. */
export function leaderOf(roll: Roll, { apart }: Placement, track: TrackRoll): TrackRoll {
  let leader = track;
  while (!apart.has(leader.track)) {
    const next = roll.tracks.find((other) => other.track === leader.follows);
    if (next === undefined) break;
    leader = next;
  }
  return leader;
}

export function cutsOf(roll: Roll, placement: Placement, track: TrackRoll): Cuts {
  return placement.cuts.get(leaderOf(roll, placement, track).track) ?? [];
}

/** Gives a letter a cut-off, or takes it away (`value` undefined), where the order of the letters allows. */
export function place(
  roll: Roll,
  placement: Placement,
  track: TrackRoll,
  letter: Letter,
  value: Rational | undefined,
): Placed {
  const cuts = cutsOf(roll, placement, track);
  const others = cuts.filter((cut) => cut.letter !== letter);
  if (value === undefined && others.length === 0) return { refused: { kind: "last" } };
  const { better, worse } = neighbours(roll, cuts, letter);
  if (value !== undefined && !isBetween(value, better, worse))
    return { refused: { kind: "order", better, worse } };
  const rank = new Map(roll.letters.map((own, index) => [own.letter, index]));
  const next = (value === undefined ? others : [...others, { letter, value }]).toSorted(
    (a, b) => (rank.get(a.letter) ?? 0) - (rank.get(b.letter) ?? 0),
  );
  const leader = leaderOf(roll, placement, track);
  return { placement: { ...placement, cuts: new Map(placement.cuts).set(leader.track, next) } };
}

/** The cut-offs next to a letter's own, whether it has one or not. */
export function neighbours(
  { letters }: Roll,
  cuts: Cuts,
  letter: Letter,
): { readonly better: Cut | undefined; readonly worse: Cut | undefined } {
  const rank = (of: Letter) => letters.findIndex((own) => own.letter === of);
  return {
    better: cuts.findLast((cut) => rank(cut.letter) < rank(letter)),
    worse: cuts.find((cut) => rank(cut.letter) > rank(letter)),
  };
}

export function isBetween(value: Rational, better: Cut | undefined, worse: Cut | undefined): boolean {
  return (
    (better === undefined || compare(value, better.value) < 0) &&
    (worse === undefined || compare(value, worse.value) > 0)
  );
}

/** Lets a track have cut-offs of its own, beginning with those it has, or makes it follow again. */
export function setApart(roll: Roll, placement: Placement, track: TrackRoll, isApart: boolean): Placement {
  const cuts = new Map(placement.cuts);
  const apart = new Set(placement.apart);
  if (isApart) {
    cuts.set(track.track, cutsOf(roll, placement, track));
    apart.add(track.track);
  } else {
    cuts.delete(track.track);
    apart.delete(track.track);
  }
  return { cuts, apart };
}

/** Whether a track could repeat another's cut-offs. */
export function canFollow(roll: Roll, { follows }: TrackRoll): boolean {
  return roll.tracks.some(({ track }) => track === follows);
}

export function samePlacement(roll: Roll, a: Placement, b: Placement): boolean {
  return roll.tracks.every(
    (track) =>
      a.apart.has(track.track) === b.apart.has(track.track) &&
      sameCuts(cutsOf(roll, a, track), cutsOf(roll, b, track)),
  );
}

function sameCuts(a: Cuts, b: Cuts): boolean {
  return (
    a.length === b.length &&
    a.every((cut, index) => {
      const other = b[index];
      return other !== undefined && other.letter === cut.letter && equal(other.value, cut.value);
    })
  );
}
