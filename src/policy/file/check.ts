import type { Place, Report } from "../../diagnostics/diagnostic.ts";
import { problem } from "../../diagnostics/problem.ts";
import { parseDecimal, shortestText } from "../../exact/decimal.ts";
import { compare, HUNDRED, type Rational, sum, ZERO } from "../../exact/rational.ts";
import { isZoneName } from "../../time/zone.ts";
import type { CurveDocument, PolicyDocument } from "../document.ts";

/** Says where a path of the policy is written. */
export type Locate = (path: readonly string[]) => Place;

type WithShares = Extract<CurveDocument, { shares: unknown }>;

/** Checks what a shape cannot say: sums, names that must exist, settings that contradict each other. */
export function checkMeaning(document: PolicyDocument, locate: Locate, report: Report): void {
  const components = Object.keys(document.components);
  const tracks = Object.keys(document.tracks);
  const letters = Object.keys(document.letters);
  const known = (path: readonly string[], kind: string, text: string, among: readonly string[]) => {
    if (among.includes(text)) return;
    const facts = { path: path.join("."), kind, text, known: among.join(", ") };
    report(problem("policy-reference", facts, locate(path)));
  };
  if (!isZoneName(document.time_zone)) {
    const expected = "the name of a time zone, such as America/Los_Angeles";
    const facts = { path: "time_zone", found: `"${document.time_zone}"`, expected };
    report(problem("policy-value", facts, locate(["time_zone"])));
  }
  for (const [id, component] of Object.entries(document.components)) {
    const path = ["components", id];
    if (component.slip_days && component.due === undefined)
      report(problem("policy-missing-key", { path: [...path, "due"].join(".") }, locate(path)));
  }
  for (const [track, { weights }] of Object.entries(document.tracks)) {
    const path = ["tracks", track, "weights"];
    for (const id of Object.keys(weights)) known([...path, id], "component", id, components);
    const total = sum(Object.values(weights).map(decimal));
    if (compare(total, HUNDRED) !== 0)
      report(problem("policy-weights", { track, sum: shortestText(total) }, locate(path)));
    if (document.curve[track] === undefined)
      report(problem("policy-missing-key", { path: `curve.${track}` }, locate(["curve"])));
  }
  known(["passing", "pnp"], "letter", document.passing.pnp, letters);
  known(["passing", "su"], "letter", document.passing.su, letters);
  for (const [component, readings] of Object.entries(document.missed)) {
    known(["missed", component], "component", component, components);
    const words = [...components.filter((id) => id !== component), "undecided", "incomplete", "zero"];
    if (typeof readings === "string") known(["missed", component], "reading", readings, words);
    else
      for (const [track, reading] of Object.entries(readings)) {
        known(["missed", component, track], "track", track, tracks);
        const ofTrack = words.filter(
          (id) => !components.includes(id) || document.tracks[track]?.weights[id] !== undefined,
        );
        known(["missed", component, track], "reading", reading, ofTrack);
      }
  }
  for (const [track, settings] of Object.entries(document.curve)) {
    const path = ["curve", track];
    known(path, "track", track, tracks);
    if (settings.method === "same-as") {
      known([...path, "track"], "track", settings.track, tracks);
      checkFollows(document, track, locate, report);
    } else if (settings.method === "fixed" || settings.method === "shift")
      checkCutoffs(settings.cutoffs, [...path, "cutoffs"], true);
    else {
      checkCutoffs(settings.guaranteed, [...path, "guaranteed"], true);
      checkCutoffs(settings.minimum, [...path, "minimum"], true);
      checkShares(settings, path);
    }
  }

  function checkCutoffs(
    cutoffs: Readonly<Record<string, string>>,
    path: readonly string[],
    ordered: boolean,
  ): void {
    for (const letter of Object.keys(cutoffs))
      known([...path, letter], "letter", letter, letters.slice(0, -1));
    const sorted = letters.filter((letter) => cutoffs[letter] !== undefined);
    sorted.forEach((worse, index) => {
      const better = sorted[index - 1];
      if (!ordered || better === undefined) return;
      if (compare(decimal(cutoffs[better]), decimal(cutoffs[worse])) > 0) return;
      const facts = { better, worse, above: cutoffs[better] ?? "", below: cutoffs[worse] ?? "" };
      report(problem("cutoff-order", facts, locate([...path, worse])));
    });
  }

  function checkShares(settings: WithShares, path: readonly string[]): void {
    const contradiction = (key: string, first: string, second: string) =>
      report(
        problem(
          "policy-contradiction",
          { path: [...path, key].join("."), first, second },
          locate([...path, key]),
        ),
      );
    const grouped = Object.keys(settings.shares).flatMap((group) => group.split(/\s+/));
    for (const letter of grouped) known([...path, "shares"], "letter", letter, letters);
    const inOrder = letters.filter((letter) => grouped.includes(letter)).join(" ");
    if (grouped.every((letter) => letters.includes(letter)) && grouped.join(" ") !== inOrder)
      contradiction("shares", `the order ${grouped.join(" ")}`, `the order of the letters, ${inOrder}`);
    const shares = sum(Object.values(settings.shares).map(decimal));
    if (compare(shares, HUNDRED) !== 0)
      contradiction("shares", `a sum of ${shortestText(shares)}`, "100 percent");
    if (settings.method === "guideline") {
      const [lowest, highest] = settings.gpa;
      if (compare(decimal(lowest), decimal(highest)) > 0)
        contradiction("gpa", `a lowest of ${lowest}`, `a highest of ${highest}`);
    }
    letters.forEach((better, index) => {
      const sure = settings.guaranteed[better];
      for (const worse of letters.slice(index)) {
        const least = settings.minimum[worse];
        if (sure !== undefined && least !== undefined && compare(decimal(sure), decimal(least)) < 0)
          contradiction("minimum", `${worse} never below ${least}`, `${better} guaranteed from ${sure}`);
      }
    });
  }
}

/** Tracks that take each other's cut-offs round in a circle have none. */
function checkFollows(document: PolicyDocument, track: string, locate: Locate, report: Report): void {
  const seen = new Set<string>();
  for (let at = track; ; ) {
    const settings = document.curve[at];
    if (settings?.method !== "same-as") return;
    if (seen.has(at)) {
      const facts = {
        path: `curve.${track}`,
        first: `same-as ${settings.track}`,
        second: "a track that follows it in turn",
      };
      report(problem("policy-contradiction", facts, locate(["curve", track])));
      return;
    }
    seen.add(at);
    at = settings.track;
  }
}

function decimal(text: string | undefined): Rational {
  return parseDecimal(text ?? "0") ?? ZERO;
}
