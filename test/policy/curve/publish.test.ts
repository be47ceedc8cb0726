import { describe, expect, it } from "vitest";
import { shortestText } from "../../../src/exact/decimal.ts";
import { compare, type Rational } from "../../../src/exact/rational.ts";
import { curveProblem } from "../../../src/policy/curve/problem.ts";
import { type PublishedCutoff, publish } from "../../../src/policy/curve/publish.ts";
import { bestOfAll, distinctOf } from "./brute-force.ts";
import { type Fraction, minus, of, order } from "./fractions.ts";
import { exact, gradesOf, type Instance, randomInstance, settingsOf } from "./instances.ts";

const instances = Array.from({ length: 2500 }, (_, index) => randomInstance(index + 1)).filter(isConsistent);
const solvable = instances.flatMap((instance) => {
  const best = bestOfAll(instance);
  return best === undefined ? [] : [{ instance, best, published: publishedOf(instance, best.cuts) }];
});

/** A policy whose guarantee of a letter lies below the minimum of it or of a worse one is refused before. */
function isConsistent({ letters, guaranteed, minimum }: Instance): boolean {
  return [...guaranteed].every(([better, sure]) =>
    [...minimum].every(
      ([worse, least]) => letters.indexOf(worse) < letters.indexOf(better) || order(sure, least) >= 0,
    ),
  );
}

function publishedOf(instance: Instance, cuts: readonly number[]): readonly PublishedCutoff[] {
  const settings = settingsOf(instance);
  return publish(curveProblem(instance.totals.map(exact), settings, gradesOf(instance)), cuts, settings);
}

const letterOf = (published: readonly PublishedCutoff[], total: Rational, lowest: string) =>
  published.find(({ cutoff }) => compare(total, cutoff) >= 0)?.letter ?? lowest;

describe("published cut-offs", () => {
  it("give every fitted total the letter that its cut gave it", () => {
    for (const { instance, best, published } of solvable)
      distinctOf(instance).forEach((total, index) => {
        const cut = best.cuts.findIndex((b) => index < b);
        const letter = best.letters[cut < 0 ? best.letters.length - 1 : cut];
        expect(letterOf(published, exact(total), instance.letters.at(-1) ?? "")).toBe(letter);
      });
  });

  it("fall strictly from letter to letter, from best to worst", () => {
    for (const { instance, published } of solvable)
      published.forEach(({ letter, cutoff }, index) => {
        const better = published[index - 1];
        if (better === undefined) return;
        expect(instance.letters.indexOf(letter)).toBeGreaterThan(instance.letters.indexOf(better.letter));
        expect(compare(cutoff, better.cutoff)).toBe(-1);
      });
  });

  it("have the fewest digits that the gap allows, nearest to its middle, of two the lower", () => {
    for (const { instance, best, published } of solvable)
      best.cuts.forEach((b, cut) => {
        const letter = best.letters[cut] ?? "";
        if (b === (best.cuts[cut - 1] ?? 0)) return;
        const shown = published.find((own) => own.letter === letter)?.cutoff;
        expect(shown && shortestText(shown), `${letter} of ${JSON.stringify(instance.letters)}`).toBe(
          shortestText(plainest(instance, letter, b)),
        );
      });
  });

  it("leave out a letter that nobody fitted gets, unless a guarantee below the better letters could still apply", () => {
    for (const { instance, best, published } of solvable)
      best.letters.slice(0, -1).forEach((letter, cut) => {
        if ((best.cuts[cut] ?? 0) > (best.cuts[cut - 1] ?? 0)) return;
        const sure = instance.guaranteed.get(letter);
        const shown = published.find((own) => own.letter === letter);
        if (shown === undefined) {
          const better = published.filter(({ letter: other }) => best.letters.indexOf(other) < cut).at(-1);
          if (sure !== undefined && better !== undefined)
            expect(compare(exact(sure), better.cutoff)).not.toBe(-1);
          else expect(sure).toBeUndefined();
        } else expect(sure && shortestText(exact(sure))).toBe(shortestText(shown.cutoff));
      });
  });

  it("never stand above the guarantee of their letter, nor below its minimum", () => {
    for (const { instance, published } of solvable)
      for (const { letter, cutoff } of published) {
        const [sure, least] = [instance.guaranteed.get(letter), instance.minimum.get(letter)];
        if (sure !== undefined) expect(compare(cutoff, exact(sure))).not.toBe(1);
        if (least !== undefined) expect(compare(cutoff, exact(least))).not.toBe(-1);
      }
  });
});

/** The gap of a cut after its rules, searched decimal by decimal. */
function plainest(instance: Instance, letter: string, b: number): Rational {
  const distinct = distinctOf(instance);
  const earns = distinct[b - 1] ?? of(0);
  const [sure, least] = [instance.guaranteed.get(letter), instance.minimum.get(letter)];
  const below = distinct[b] ?? minus(earns, instance.near);
  const highest = sure !== undefined && order(sure, earns) < 0 ? sure : earns;
  if (order(highest, below) <= 0) return exact(highest);
  const isBound = least !== undefined && order(least, below) > 0;
  const lowest = isBound ? least : below;
  for (let power = 1n; ; power *= 10n) {
    const first = (lowest[0] * power) / lowest[1] - 1n;
    const inside: bigint[] = [];
    for (let k = first; order(of(k, power), highest) <= 0; k += 1n) {
      const side = order(of(k, power), lowest);
      if (side > 0 || (isBound && side === 0)) inside.push(k);
    }
    const [found] = inside.sort((x, y) => order(off(x), off(y)) || Number(x - y));
    if (found !== undefined) return exact(of(found, power));

    function off(k: bigint): Fraction {
      const toHighest = minus(highest, of(k, power));
      const toLowest = minus(of(k, power), lowest);
      const distance = minus(toHighest, toLowest);
      return distance[0] < 0n ? [-distance[0], distance[1]] : distance;
    }
  }
}
