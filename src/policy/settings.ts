import { given } from "../derivation/derivation.ts";
import { compare } from "../exact/rational.ts";
import { durationText } from "../time/format.ts";
import { clauseOf, missedClause } from "./cite.ts";
import type { PolicyDocument } from "./document.ts";
import type { Citation, ComponentId, Policy, PolicyPlace } from "./parameters.ts";
import { perObject } from "./per-object.ts";
import type { Grade } from "./policy.ts";
import { latenessOf } from "./slip-days/days-late.ts";
import { dueDateAcceptance } from "./slip-days/due-date-order.ts";
import { type SlipDayParameters, slipDayParameters } from "./slip-days/parameters.ts";
import { DEFAULT_TERM } from "./terms/index.ts";
import { readingName, readingOf } from "./weights.ts";

/** A setting that answers an open question otherwise than by default, and that touched a student. */
export interface TouchingSetting {
  /** `slip_days.grace` */
  readonly setting: string;
  readonly value: string;
  readonly by: Citation;
  /** The components that it touched; none where that is the letter itself. */
  readonly components: readonly ComponentId[];
  /** Whether the student has another letter, or another way to it, by this setting; where not, notes pass over it. */
  readonly decides: boolean;
  /** Where a policy file set it. */
  readonly place: PolicyPlace | undefined;
}

/** The settings without which something about this student could be otherwise. Due times and zone are the term's own. */
export function settingsTouching(policy: Policy, grade: Grade): readonly TouchingSetting[] {
  if (!differs(policy)) return [];
  return [...lateSettings(policy, grade), ...missedSettings(policy, grade), ...curveSettings(policy, grade)];
}

/** The settings of the built-in policy. */
const BY_DEFAULT = DEFAULT_TERM.document;
const ANSWERS = ["slip_days", "missed", "curve"] as const;
/** Whether a policy answers any question otherwise than the built-in one; most do not, and nobody is touched. */
const differs = perObject(({ document }: Policy) =>
  ANSWERS.some((part) => JSON.stringify(document[part]) !== JSON.stringify(BY_DEFAULT[part])),
);
const CALENDAR_DAY = given("i.slip-unit", "slip-day unit", "calendar-day");
const NO_GRACE = given("term.no-slack", "grace", { milliseconds: 0 });

/** The order, where it chooses otherwise or keeps the choice open; unit and grace, where they count other days. */
function lateSettings(policy: Policy, { assessment }: Grade): readonly TouchingSetting[] {
  const { order, unit, grace } = policy.slipDays;
  const { ledger, student } = assessment;
  const countOtherwise = (parameters: SlipDayParameters): readonly ComponentId[] =>
    ledger.entries.flatMap(({ component, handIn, daysLate }) => {
      if (handIn === undefined) return [];
      const { days } = latenessOf(parameters, component, handIn, student.extensions.get(component.id));
      return compare(days.value, daysLate.value) === 0 ? [] : [component.id];
    });
  const own = slipDayParameters(policy);
  const settings: readonly (readonly [string, string, Citation, readonly ComponentId[]])[] = [
    ["slip_days.order", order, "i.slip-order", order === "due-date" ? [] : chosenOtherwise(ledger)],
    [
      "slip_days.unit",
      unit,
      "i.slip-unit",
      unit === "calendar-day" ? [] : countOtherwise({ ...own, unit: CALENDAR_DAY }),
    ],
    [
      "slip_days.grace",
      durationText(grace),
      clauseOf(policy, "slip_days.grace"),
      grace === 0 ? [] : countOtherwise({ ...own, grace: NO_GRACE }),
    ],
  ];
  return settings.flatMap(([setting, value, by, components]) =>
    components.length === 0
      ? []
      : [{ setting, value, by, components, decides: true, place: policy.places.get(setting) }],
  );
}

/** The late homeworks whose acceptance is not that of due-date order, or is still open. */
function chosenOtherwise({ entries, budget, open }: Grade["assessment"]["ledger"]): readonly ComponentId[] {
  if (open.length > 0) return open.map(({ id }) => id);
  const late = entries.map(({ handIn, daysLate }) => (handIn ? Number(daysLate.value.numerator) : 0));
  const inOrder = dueDateAcceptance(late, Number(budget.value.numerator));
  return entries.flatMap(({ component, accepted }, index) =>
    accepted === inOrder[index] ? [] : [component.id],
  );
}

/** What the policy says of a component that this student missed, where the default says something else. */
function missedSettings(policy: Policy, { assessment }: Grade): readonly TouchingSetting[] {
  const { standings, student } = assessment;
  return [...standings].flatMap(([id, { kind }]) => {
    const setting = `missed.${id}.${student.track}`;
    const value = readingName(readingOf(policy, id, student.track));
    const usual = BY_DEFAULT.missed[id];
    if (kind !== "missed" || (typeof usual === "string" ? usual : usual?.[student.track]) === value)
      return [];
    const place = policy.places.get(setting) ?? policy.places.get(`missed.${id}`);
    const by = missedClause(policy, id, student.track);
    return [{ setting, value, by, components: [id], decides: true, place }];
  });
}

/** How the cut-offs of the letter were found, where no frozen file stood before the policy. */
function curveSettings(
  policy: Policy,
  { assessment, letter, status, usualLetter }: Grade,
): readonly TouchingSetting[] {
  const cutoff = letter?.kind === "step" ? letter.from[1] : undefined;
  if (status.kind !== "final" || cutoff === undefined || cutoff.kind === "cell") return [];
  const { track } = assessment.student;
  const own = policy.curve.get(track);
  const from = own?.method === "same-as" ? own.track : track;
  const found: TouchingSetting[] = [];
  const add = (setting: string, value: string, by: Citation) =>
    found.push({
      setting,
      value,
      by,
      components: [],
      decides: letter?.value !== usualLetter,
      place: policy.places.get(setting),
    });
  const by = policy.clauses.get(`curve.${track}`);
  if (own !== undefined && by !== undefined && own.method !== BY_DEFAULT.curve[track]?.method)
    add(`curve.${track}`, own.method, by);
  const shares = sharesText(policy.document.curve[from]);
  if (shares !== "" && shares !== sharesText(BY_DEFAULT.curve[from]))
    add(`curve.${from}.shares`, "by the policy file", "i.curve-inner");
  return found;
}

function sharesText(settings: PolicyDocument["curve"][string] | undefined): string {
  return settings?.method === "guideline" ? JSON.stringify(settings.shares) : "";
}
