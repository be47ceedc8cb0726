// The policy in force: the built-in one of Spring 2022 with a policy.yaml laid over it.
import type Fraction from "fraction.js";
import { parse } from "yaml";
import { instantOf, parseWall } from "./los-angeles-clock.ts";
import { exact } from "./oracle-table.ts";

type Doc = string | Doc[] | { [key: string]: Doc };
type DocMap = { [key: string]: Doc };

const homework = (n: number, due: string): DocMap => ({
  names: [`HW ${n}`, `Homework ${n}`],
  points: "100",
  due,
  slip_days: "true",
  absence: "missing",
  combine: "one",
});
const exam = (...names: string[]): DocMap => ({
  names,
  points: "100",
  slip_days: "false",
  absence: "missed",
  combine: "one",
});

const SP22: DocMap = {
  components: {
    hw1: homework(1, "2022-02-21 23:59"),
    hw2: homework(2, "2022-03-14 23:59"),
    hw3: homework(3, "2022-04-11 23:59"),
    hw4: homework(4, "2022-05-02 23:59"),
    midterm1: exam("Midterm 1", "MT 1", "Exam 1"),
    midterm2: exam("Midterm 2", "MT 2", "Exam 2"),
    project: exam("Final Project", "Project"),
  },
  tracks: {
    "182": { weights: { hw1: "15", hw2: "15", hw3: "15", hw4: "15", midterm1: "20", midterm2: "20" } },
    "282A": { weights: { hw1: "15", hw2: "15", hw3: "15", hw4: "15", midterm1: "15", project: "25" } },
  },
  letters: Object.fromEntries("A+ A A- B+ B B- C+ C C- D+ D D- F".split(" ").map((letter) => [letter, ""])),
  passing: { pnp: "C-", su: "B-" },
  slip_days: { budget: "5", order: "due-date", unit: "calendar-day", grace: "0s" },
  missed: {
    midterm1: { "182": "midterm2", "282A": "undecided" },
    midterm2: { "182": "incomplete" },
    project: { "282A": "undecided" },
  },
  curve: {
    "182": {
      method: "guideline",
      shares: { "A A-": "45", "B+ B B-": "40", "C+ C C-": "10", "D+ D D- F": "5" },
      guaranteed: {},
      minimum: {},
      gpa: ["3.0", "3.5"],
      near: "0.25",
      near_weight: "1",
      edge_weight: "3",
      inner_weight: "1",
    },
    "282A": { method: "same-as", track: "182" },
  },
};

// These are given whole or not at all; every other map is laid over key by key.
const WHOLE = new Set(["shares", "guaranteed", "minimum", "cutoffs", "weights", "letters"]);

const isMap = (doc: Doc | undefined): doc is DocMap => typeof doc === "object" && !Array.isArray(doc);

function overlay(base: Doc | undefined, over: Doc, key = ""): Doc {
  if (!isMap(base) || !isMap(over) || WHOLE.has(key)) return over;
  if (over.method !== undefined && over.method !== base.method) return over;
  const merged: DocMap = { ...base };
  for (const [name, value] of Object.entries(over)) merged[name] = overlay(base[name], value, name);
  return merged;
}

export type Component = {
  readonly id: string;
  readonly names: readonly string[];
  readonly points: Fraction;
  readonly due: number | undefined;
  readonly slipDays: boolean;
  readonly absence: string;
  readonly sum: boolean;
};

export type Curve = {
  readonly method: string;
  readonly sameAs: string;
  readonly groups: readonly { readonly letters: readonly string[]; readonly percent: Fraction }[];
  readonly guaranteed: ReadonlyMap<string, Fraction>;
  readonly minimum: ReadonlyMap<string, Fraction>;
  readonly cutoffs: ReadonlyMap<string, Fraction>;
  readonly gpa: readonly Fraction[];
  readonly target: Fraction;
  readonly step: Fraction;
  readonly near: Fraction;
  readonly nearWeight: Fraction;
  readonly edgeWeight: Fraction;
  readonly innerWeight: Fraction;
};

export type Policy = {
  readonly components: readonly Component[];
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, Fraction>>; // track -> component -> weight
  readonly letters: readonly string[];
  readonly passing: { readonly pnp: string; readonly su: string };
  readonly budget: number;
  readonly bestForStudent: boolean;
  readonly elapsed: boolean;
  readonly grace: number;
  readonly missed: (component: string, track: string) => string;
  readonly curve: ReadonlyMap<string, Curve>;
};

const mapAt = (doc: Doc | undefined, key: string): DocMap => {
  const value = isMap(doc) ? doc[key] : undefined;
  return isMap(value) ? value : {};
};
const textAt = (doc: Doc | undefined, key: string): string => {
  const value = isMap(doc) ? doc[key] : undefined;
  return typeof value === "string" ? value : "";
};
const numbers = (doc: DocMap): Map<string, Fraction> =>
  new Map(Object.entries(doc).map(([key, value]) => [key, exact(String(value))]));

function seconds(grace: string): number {
  const [, count = "0", unit = "s"] = /^(\d+)\s*([smh])$/.exec(grace) ?? [];
  return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
}

export function policyOf(yaml: string | undefined): Policy {
  const doc = overlay(SP22, yaml === undefined ? {} : (parse(yaml, { schema: "failsafe" }) as Doc)) as DocMap;
  const slipDays = mapAt(doc, "slip_days");
  const missed = mapAt(doc, "missed");
  return {
    components: Object.entries(mapAt(doc, "components")).map(([id, component]) => componentOf(id, component)),
    weights: new Map(
      Object.entries(mapAt(doc, "tracks")).map(([track, value]) => [track, numbers(mapAt(value, "weights"))]),
    ),
    letters: Object.keys(mapAt(doc, "letters")),
    passing: { pnp: textAt(mapAt(doc, "passing"), "pnp"), su: textAt(mapAt(doc, "passing"), "su") },
    budget: Number(textAt(slipDays, "budget")),
    bestForStudent: textAt(slipDays, "order") === "best-for-student",
    elapsed: textAt(slipDays, "unit") === "elapsed-24h",
    grace: seconds(textAt(slipDays, "grace")),
    missed: (component, track) =>
      textAt(missed, component) || textAt(missed[component], track) || "undecided",
    curve: new Map(Object.entries(mapAt(doc, "curve")).map(([track, value]) => [track, curveOf(value)])),
  };
}

function componentOf(id: string, doc: Doc): Component {
  const names = isMap(doc) ? doc.names : [];
  const due = textAt(doc, "due");
  return {
    id,
    names: Array.isArray(names) ? names.map(String) : [],
    points: exact(textAt(doc, "points")),
    due: due === "" ? undefined : instantOf(parseWall(due)),
    slipDays: textAt(doc, "slip_days") === "true",
    absence: textAt(doc, "absence"),
    sum: textAt(doc, "combine") === "sum",
  };
}

function curveOf(doc: Doc): Curve {
  const number = (key: string): Fraction => exact(textAt(doc, key) || "0");
  return {
    method: textAt(doc, "method"),
    sameAs: textAt(doc, "track") || "182",
    groups: Object.entries(mapAt(doc, "shares")).map(([letters, percent]) => ({
      letters: letters.trim().split(/\s+/),
      percent: exact(String(percent)),
    })),
    guaranteed: numbers(mapAt(doc, "guaranteed")),
    minimum: numbers(mapAt(doc, "minimum")),
    cutoffs: numbers(mapAt(doc, "cutoffs")),
    gpa: isMap(doc) && Array.isArray(doc.gpa) ? doc.gpa.map((bound) => exact(String(bound))) : [],
    target: number("target_gpa"),
    step: exact(textAt(doc, "step") || "0.1"),
    near: exact(textAt(doc, "near") || "0.25"),
    nearWeight: number("near_weight"),
    edgeWeight: number("edge_weight"),
    innerWeight: number("inner_weight"),
  };
}

// A title is a component's when it is one of the names, or a name followed by ":", " -" or "(".
export function componentNamed(policy: Policy, title: string): Component | undefined {
  const heard = title.trim().toLowerCase();
  return policy.components.find((component) =>
    [component.id, ...component.names].some((name) => {
      const letters = [...name.toLowerCase().replace(/\s/g, "")].map((c) =>
        c.replace(/[.*+?^${}()|[\]\\]/, "\\$&"),
      );
      return new RegExp(`^${letters.join("\\s*")}\\s*($|:|\\(|(?<=\\s)-)`, "u").test(heard);
    }),
  );
}
