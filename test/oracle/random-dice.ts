// A small seeded generator (mulberry32) with the draws that a random class needs.

export type Dice = {
  readonly unit: () => number;
  readonly chance: (p: number) => boolean;
  readonly int: (from: number, to: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly weighted: <T>(choices: readonly (readonly [number, T])[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
};

export function diceOf(seed: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bf03635) >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T;
  return {
    unit,
    chance: (p) => unit() < p,
    int,
    pick,
    weighted: <T>(choices: readonly (readonly [number, T])[]): T => {
      let left = unit() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return (choices[choices.length - 1] as readonly [number, T])[1];
    },
    shuffled: (list) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = int(0, i);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
  };
}

// Minimal quoting, as Gradescope and Python write it; `always` as CalCentral does.
export function csvText(rows: readonly (readonly string[])[], always = false, newline = "\n"): string {
  const cell = (text: string): string =>
    always || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(",") + newline).join("");
}
