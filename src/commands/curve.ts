import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { checkFrozenFile } from "../io/freeze.ts";
import type { Input } from "../io/inputs.ts";
import type { World } from "../io/world.ts";
import { cutoffsInForce } from "../policy/curve/fit.ts";
import type { FrozenCutoffs } from "../policy/curve/frozen.ts";
import { canUse, fixedOrigin, METHODS, ownTracks, type Trial, tryOut } from "../policy/curve/trial.ts";
import type { Policy, TrackId } from "../policy/parameters.ts";
import { type Grades, gradeTerm } from "../policy/policy.ts";
import { type CurveRequest, curveView } from "../reports/curve-view.ts";
import { finalStudents } from "../reports/final-students.ts";
import type { Candidate } from "../reports/methods.ts";
import { WORK } from "../reports/stability.ts";
import { curveJson } from "../writers/curve-json.ts";
import { curveText } from "../writers/curve-text.ts";
import { drawingOn } from "../writers/drawing.ts";
import { attempt, hasErrors, stoppedBy } from "./attempt.ts";
import { type Frozen, freeze } from "./curve-freeze.ts";
import { type CurveOptions, checkFreezeOptions, nearOf, statedTrial, triedWords } from "./curve-options.ts";
import { guaranteedOf, readGuaranteed } from "./curve-trial.ts";
import type { LoadedTerm } from "./load.ts";
import { EXIT, type ExitCode } from "./options.ts";
import { coloursOf, printDiagnostics, printJson } from "./print.ts";

/** Proposes cut-offs and shows what they and others do; writes nothing but the file of --freeze. */
export async function curve(world: World, roster: string, flags: CurveOptions): Promise<ExitCode> {
  const options = { ...flags, out: "" };
  let guaranteed: Input | undefined;
  let tried: { readonly trial: Trial; readonly policy: Policy } | undefined;
  const check = (found: readonly Input[], tell: Report) => {
    checkFreezeOptions(options, tell);
    guaranteed = readGuaranteed(world, options.guaranteed, found, tell);
    const all = guaranteed === undefined ? found : [...found, guaranteed];
    if (options.freeze !== undefined) checkFrozenFile(world, options.freeze, all, tell);
  };
  const { inputs, diagnostics, report, graded } = await attempt(
    world,
    roster,
    options,
    check,
    (term, tell) => {
      const { policy } = term;
      const wrong: Diagnostic[] = [];
      const note: Report = (diagnostic) => {
        wrong.push(diagnostic);
        tell(diagnostic);
      };
      const stated = statedTrial(options, policy, note);
      const trial = { ...stated, guaranteed: guaranteedOf(guaranteed, policy, note) };
      if (hasErrors(wrong)) return undefined;
      tried = { trial, policy: tryOut(policy, trial, undefined) };
      return proposalOf(tried.policy, term, tell);
    },
  );
  const sources = guaranteed === undefined ? inputs : [...inputs, guaranteed];
  const near = nearOf(options, report);
  const frozen =
    graded === undefined || options.freeze === undefined || hasErrors(diagnostics)
      ? undefined
      : freeze(world, options.freeze, options, graded.grades, report);
  if (graded === undefined || tried === undefined || hasErrors(diagnostics)) {
    const exit = stoppedBy(diagnostics);
    printDiagnostics(world, options, diagnostics, sources, exit);
    return exit;
  }
  if (options.quiet === true && options.json !== true) {
    printDiagnostics(world, options, diagnostics, sources, EXIT.done);
    return EXIT.done;
  }
  const { trial, policy } = tried;
  const request: CurveRequest = {
    tried: [...triedWords(options, trial), ...inForceWords(graded.grades, inputs)],
    others: otherCandidates(graded.term.policy, trial, policy, graded.grades, graded.term.frozen),
    without: METHODS.filter((method) => !canUse(policy, trial, method)),
    fixed: new Map(ownTracks(policy).map((track) => [track, fixedOrigin(graded.term.policy, track, trial)])),
    near,
    work: options.stability === true ? WORK.thorough : WORK.quick,
  };
  const view = curveView(policy, graded.grades, request);
  const written = frozen && options.freeze !== undefined ? { path: options.freeze, frozen } : undefined;
  if (options.json === true) {
    printJson(world, options, diagnostics, sources, EXIT.done, curveJson(view, written));
    return EXIT.done;
  }
  printDiagnostics(world, options, diagnostics, sources, EXIT.done);
  const drawing = drawingOn(world.stdout.columns, options.ascii === true);
  world.stdout.write(
    curveText(view, written, options.full === true, coloursOf(world, options, world.stdout), drawing),
  );
  return EXIT.done;
}

export interface WrittenFreeze {
  readonly path: string;
  readonly frozen: Frozen;
}

/** The class by the policy's method; where nobody is there to fit it on, by the cut-offs in force. */
function proposalOf(policy: Policy, { gradebook, frozen }: LoadedTerm, tell: Report): Grades {
  const found: Diagnostic[] = [];
  const fitted = gradeTerm(policy, gradebook, undefined, (diagnostic) => void found.push(diagnostic));
  if (frozen !== undefined && found.some(({ code }) => code === "curve-without-students"))
    return gradeTerm(policy, gradebook, frozen, tell);
  found.forEach(tell);
  return fitted;
}

/** That the proposal is a file's, where it is. */
function inForceWords({ cutoffs }: Grades, inputs: readonly Input[]): readonly string[] {
  const file = inputs.find(({ role }) => role === "cutoffs");
  return file === undefined || !areFrozen(cutoffs)
    ? []
    : [`the cut-offs of ${file.name}, since there is nobody to fit a curve on`];
}

function areFrozen(cutoffs: Grades["cutoffs"]): boolean {
  return [...cutoffs.values()].some(({ source }) => source.method === "frozen");
}

/** The cut-offs in force, and every other method on the same class. */
function otherCandidates(
  policy: Policy,
  trial: Trial,
  proposed: Policy,
  grades: Grades,
  frozen: FrozenCutoffs | undefined,
): readonly Candidate[] {
  const taken = new Set(grades.grades.map(({ assessment }) => assessment.student.track));
  const fitted = new Map(
    policy.tracks.map(({ id }) => [
      id,
      finalStudents(policy, grades, id).flatMap((own) => (own.fitted ? [own.total] : [])),
    ]),
  );
  const given = (name: string, own: Policy, rows: FrozenCutoffs | undefined): readonly Candidate[] => {
    const cutoffs = cutoffsInForce(
      own,
      (track) => taken.has(track),
      fitted,
      rows,
      () => undefined,
    );
    return [{ name, cutoffs }];
  };
  const used = new Set(ownTracks(policy).map((track: TrackId) => proposed.curve.get(track)?.method));
  return [
    ...(frozen === undefined || areFrozen(grades.cutoffs) ? [] : given("in force", policy, frozen)),
    ...METHODS.filter(
      (method) => canUse(policy, trial, method) && !(used.size === 1 && used.has(method)),
    ).flatMap((method) => given(method, tryOut(policy, trial, method), undefined)),
  ];
}
