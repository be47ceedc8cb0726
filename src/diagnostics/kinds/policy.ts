import { error, warning } from "../diagnostic.ts";

/** Problems of the policy, of cut-offs and of the curve. */
export const policy = {
  "policy-unknown": error(
    (f: { name: string }) => `there is no policy "${f.name}".`,
    () => "name a policy file, or the built-in policy cs182-sp22",
  ),
  "policy-syntax": error(
    (f: { reason: string }) => `the policy file cannot be read: ${f.reason}.`,
    () => "write YAML or JSON; indent with spaces",
  ),
  "policy-unknown-key": error(
    (f: { key: string; nearest: string | undefined }) =>
      `"${f.key}" is no setting${f.nearest === undefined ? "" : ` (nearest: "${f.nearest}")`}.`,
    (f) => (f.nearest === undefined ? "remove it" : `write ${f.nearest}, or remove it`),
  ),
  "policy-value": error(
    (f: { path: string; found: string; expected: string }) => `${f.path} is ${f.found}.`,
    (f) => `write ${f.expected}`,
  ),
  "policy-missing-key": error(
    (f: { path: string }) => `${f.path} is missing.`,
    () => "add it, or start from a complete policy with `extends: cs182-sp22`",
  ),
  "policy-weights": error(
    (f: { track: string; sum: string }) => `the weights of ${f.track} sum to ${f.sum}, not to 100.`,
    () => "correct them until they sum to exactly 100",
  ),
  "policy-reference": error(
    (f: { path: string; kind: string; text: string; known: string }) =>
      `${f.path} names the ${f.kind} "${f.text}", which ${f.kind === "policy" ? "is not built in" : "the policy does not have"}.`,
    (f) => `write one of ${f.known}`,
  ),
  "policy-contradiction": error(
    (f: { path: string; first: string; second: string }) => `${f.path}: ${f.first} contradicts ${f.second}.`,
    () => "change one of the two",
  ),
  "cutoff-track": error(
    (f: { text: string; known: string }) => `"${f.text}" is no track of the policy.`,
    (f) => `write one of ${f.known}`,
  ),
  "cutoff-letter": error(
    (f: { text: string; known: string }) => `"${f.text}" is no letter that takes a cut-off.`,
    (f) => `write one of ${f.known}`,
  ),
  "cutoff-not-a-number": error(
    (f: { text: string }) => (f.text === "" ? "the cut-off is blank." : `the cut-off is "${f.text}".`),
    () => "write a plain decimal in percent points, such as 88.5",
  ),
  "cutoff-repeated": error(
    (f: { track: string; letter: string; line: number }) =>
      `${f.letter} of ${f.track} has a cut-off on line ${f.line} already.`,
    () => "keep one of the two",
  ),
  "cutoff-order": error(
    (f: { better: string; worse: string; above: string; below: string }) =>
      `${f.worse} starts at ${f.below}, ${f.better} at ${f.above}: the better letter must start higher.`,
    () => "correct the one that is wrong",
  ),
  "cutoffs-missing": error(
    (f: { track: string }) => `there are students of ${f.track} but no cut-offs for them.`,
    (f) => `add rows for ${f.track} to the cut-offs file`,
  ),
  "curve-without-students": error(
    (f: { track: string }) => `no student of ${f.track} is there to fit the curve on.`,
    () => "name frozen cut-offs with --cutoffs FILE",
  ),
  "curve-provisional": warning(
    (f: { track: string; students: number }) =>
      `the curve of ${f.track} is provisional: ${f.students} ${f.students === 1 ? "student who" : "students who"} could count for it ${f.students === 1 ? "is" : "are"} undecided.`,
    () => "decide them first; the cut-offs will move",
  ),
  "curve-shift-short": error(
    (f: { track: string; target: string; highest: string }) =>
      `no lowering of the cut-offs of ${f.track} reaches a GPA of ${f.target}; the highest is ${f.highest}.`,
    () => "lower the target, give more letters a cut-off, or choose another method",
  ),
  "curve-gpa-outside": warning(
    (f: WindowFacts) =>
      `no cut-offs give ${f.track} a GPA from ${f.lowest} to ${f.highest}: ${f.attainable} (${f.cause}). The best without that condition are used; they give ${f.gpa}.`,
    () => "change the window, guarantees or minimums in the policy, or freeze other cut-offs",
  ),
  "curve-gpa-required": error(
    (f: WindowFacts) =>
      `no cut-offs give ${f.track} the required GPA from ${f.lowest} to ${f.highest}: ${f.attainable} (${f.cause}).`,
    () => "change the window, guarantees or minimums in the policy, or give cut-offs with --cutoffs FILE",
  ),
};

interface WindowFacts {
  readonly track: string;
  readonly gpa: string;
  readonly lowest: string;
  readonly highest: string;
  /** What GPAs cut-offs can have, and what keeps them out of the window. */
  readonly attainable: string;
  readonly cause: string;
}
