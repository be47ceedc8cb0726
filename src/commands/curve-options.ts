import type { Report } from "../diagnostics/diagnostic.ts";
import { problem } from "../diagnostics/problem.ts";
import { gradePointText, parseDecimal, shortestText } from "../exact/decimal.ts";
import { compare, HUNDRED, isNegative, isPositive, type Rational, sum } from "../exact/rational.ts";
import { METHODS, ownTracks, shareGroups, type Trial } from "../policy/curve/trial.ts";
import type { GuidelineSettings, Policy, ShareGroup, TrackId } from "../policy/parameters.ts";
import type { InputOptions, OutputOptions } from "./options.ts";

export interface CurveOptions extends InputOptions, Omit<OutputOptions, "out"> {
  readonly method?: string;
  readonly gpa?: string;
  readonly target?: string;
  readonly shares?: string;
  readonly guaranteed?: string;
  readonly near?: string;
  readonly stability?: boolean;
  readonly full?: boolean;
  readonly freeze?: string;
  readonly force?: boolean;
  readonly provisional?: boolean;
  readonly ascii?: boolean;
}

/** The part of a trial that the command line states outright; a wrong value is reported. */
export function statedTrial(
  options: CurveOptions,
  policy: Policy,
  report: Report,
): Omit<Trial, "guaranteed"> {
  return {
    method: methodOf(options.method, report),
    gpa: windowOf(options.gpa, report),
    target: decimalOf("--target", options.target, "a GPA such as 3.2", (value) => !isNegative(value), report),
    shares: sharesOf(options.shares, policy, report),
  };
}

/** What is tried, in words. */
export function triedWords(
  { guaranteed }: CurveOptions,
  { method, gpa, target, shares }: Trial,
): readonly string[] {
  const groups = [...shares.values()][0] ?? [];
  return [
    ...(method === undefined ? [] : [`method ${method}`]),
    ...(gpa === undefined ? [] : [`GPA ${gradePointText(gpa.lowest)} to ${gradePointText(gpa.highest)}`]),
    ...(target === undefined ? [] : [`target GPA ${gradePointText(target)}`]),
    ...(groups.length === 0
      ? []
      : [
          `shares ${groups.map(({ letters, share }) => `${letters.join(" ")} ${shortestText(share)}%`).join(", ")}`,
        ]),
    ...(guaranteed === undefined ? [] : [`cut-offs guaranteed by ${guaranteed}`]),
  ];
}

/** The distance of --near in percent points; undefined where none is named. */
export function nearOf({ near }: CurveOptions, report: Report): Rational | undefined {
  return decimalOf("--near", near, "percent points above zero, such as 0.5", isPositive, report);
}

/** Options that are about the file of --freeze, without it. */
export function checkFreezeOptions(options: CurveOptions, report: Report): void {
  if (options.freeze !== undefined) return;
  const named = [
    options.force === true ? "--force" : "",
    options.provisional === true ? "--provisional" : "",
  ];
  for (const option of named)
    if (option !== "") report(problem("option-needs", { option, needed: "--freeze FILE" }));
}

function methodOf(text: string | undefined, report: Report): Trial["method"] {
  const found = METHODS.find((method) => method === text);
  if (text !== undefined && found === undefined)
    report(problem("option-value", { option: "--method", text, known: METHODS.join(", ") }));
  return found;
}

function decimalOf(
  option: string,
  text: string | undefined,
  expected: string,
  allowed: (value: Rational) => boolean,
  report: Report,
): Rational | undefined {
  if (text === undefined) return undefined;
  const value = parseDecimal(text.trim());
  if (value !== undefined && allowed(value)) return value;
  report(problem("option-form", { option, text, expected }));
  return undefined;
}

/** `3.1..3.3` */
function windowOf(text: string | undefined, report: Report): GuidelineSettings["gpa"] | undefined {
  if (text === undefined) return undefined;
  const wrong = (reason?: string): undefined => {
    const facts = { option: "--gpa", text, expected: "the lowest and the highest GPA, such as 3.1..3.3" };
    report(problem("option-form", reason === undefined ? facts : { ...facts, reason }));
  };
  const [lowest, highest, ...more] = text.split("..").map((part) => parseDecimal(part.trim()));
  if (lowest === undefined || highest === undefined || more.length > 0) return wrong();
  if (isNegative(lowest)) return wrong("a GPA is not below 0");
  if (compare(lowest, highest) > 0) return wrong("the first number is the lower one");
  return { lowest, highest };
}

const SHARES = "45/40/10/5 for the groups of the policy, or each group: A A-=45,B+ B B-=40,...";

/** `45/40/10/5` for the policy's groups, or `A A-=45,B+ B B-=40,...`; in percent, for every track of its own. */
function sharesOf(text: string | undefined, policy: Policy, report: Report): Trial["shares"] {
  const found = new Map<TrackId, readonly ShareGroup[]>();
  if (text === undefined) return found;
  const wrong = (reason?: string) => {
    const facts = { option: "--shares", text, expected: SHARES };
    report(problem("option-form", reason === undefined ? facts : { ...facts, reason }));
    return found;
  };
  for (const track of ownTracks(policy)) {
    const groups = text.includes("=") ? namedGroups(text, policy) : ownGroups(text, policy, track);
    if (typeof groups === "string") return wrong(groups === "" ? undefined : groups);
    const total = sum(groups.map(({ share }) => share));
    if (compare(total, HUNDRED) !== 0) return wrong(`they sum to ${shortestText(total)}, not to 100`);
    found.set(track, groups);
  }
  return found;
}

function ownGroups(text: string, policy: Policy, track: TrackId): readonly ShareGroup[] | string {
  const groups = shareGroups(policy, track);
  const shares = text.split("/").map(shareOf);
  if (shares.length !== groups.length)
    return `${track} has ${groups.length} groups: ${groups.map(({ letters }) => letters.join(" ")).join(", ")}`;
  const found = groups.flatMap(({ letters }, index) => {
    const share = shares[index];
    return share === undefined ? [] : [{ letters, share }];
  });
  return found.length === groups.length ? found : "";
}

function namedGroups(text: string, policy: Policy): readonly ShareGroup[] | string {
  const known = policy.letters.map(({ letter }) => letter);
  const groups: ShareGroup[] = [];
  for (const part of text.split(",")) {
    const [names = "", percent, ...more] = part.split("=");
    const share = percent === undefined || more.length > 0 ? undefined : shareOf(percent);
    const letters = names.trim().toUpperCase().split(/\s+/);
    if (share === undefined) return "";
    const unknown = letters.find((letter) => !known.includes(letter));
    if (unknown !== undefined) return `"${unknown}" is no letter; the policy has ${known.join(", ")}`;
    groups.push({ letters, share });
  }
  const named = groups.flatMap(({ letters }) => letters);
  const inOrder = known.filter((letter) => named.includes(letter));
  return named.join(" ") === inOrder.join(" ") ? groups : "each letter stands once, from best to worst";
}

function shareOf(text: string): Rational | undefined {
  const share = parseDecimal(text.trim().replace(/ ?%$/, ""));
  return share === undefined || isNegative(share) ? undefined : share;
}
