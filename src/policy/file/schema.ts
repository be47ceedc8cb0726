import { z } from "zod";
import { parseLocalTime } from "../../time/parse.ts";

/** Every scalar of a policy file is read as text, so that decimals stay exact; messages say what is expected. */
const text = (expected: string, pattern: RegExp) =>
  z.string({ error: expected }).regex(pattern, { error: expected });
const word = (expected: string) => text(expected, /\S/);
const decimal = text("a plain decimal, such as 12.5", /^-?(?:\d+(?:\.\d+)?|\.\d+)$/);
const notNegative = text("a plain decimal, not below zero", /^(?:\d+(?:\.\d+)?|\.\d+)$/);
const aboveZero = text("a plain decimal above zero", /^(?=.*[1-9])(?:\d+(?:\.\d+)?|\.\d+)$/);
const truth = z.enum(["true", "false"], { error: "true or false" }).transform((value) => value === "true");
const choice = <const T extends readonly [string, ...string[]]>(...words: T) =>
  z.enum(words, { error: words.join(" or ") });

const settings = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: `settings such as { ${Object.keys(shape).slice(0, 2).join(": ..., ")}: ... }`,
  });

const component = settings({
  title: word("the title of the component"),
  names: z
    .array(word("a column title"), { error: "a list of column titles" })
    .min(1, { error: "a list of column titles" }),
  points: aboveZero,
  due: text("a local time, such as 2022-02-21 23:59", /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/)
    .refine((due) => parseLocalTime(due) !== undefined, { error: "a date that exists" })
    .optional(),
  slip_days: truth,
  absence: choice("missing", "missed"),
  combine: choice("one", "sum"),
});

const cutoffs = z.record(z.string(), decimal, { error: "cut-offs by letter, such as { A: 93 }" });

const sharesByGroup = z.record(z.string(), notNegative, {
  error: 'shares by group, such as { "A A-": 45 }',
});

const guideline = z.strictObject({
  method: z.literal("guideline"),
  shares: sharesByGroup,
  guaranteed: cutoffs,
  minimum: cutoffs,
  gpa: z.tuple([decimal, decimal], { error: "the lowest and highest GPA, such as [3.0, 3.5]" }),
  gpa_required: truth,
  near: aboveZero,
  near_weight: notNegative,
  edge_weight: notNegative,
  inner_weight: notNegative,
});

/** What only a plain method needs, as CURVE's defaults have it. */
const STEP = "0.1";
const NEAR = "0.25";

const shift = z.strictObject({
  method: z.literal("shift"),
  cutoffs,
  target_gpa: notNegative,
  step: aboveZero.default(STEP),
});

const shares = z.strictObject({
  method: z.literal("shares"),
  shares: sharesByGroup,
  guaranteed: cutoffs.default({}),
  minimum: cutoffs.default({}),
  near: aboveZero.default(NEAR),
});

const curve = z.discriminatedUnion(
  "method",
  [
    guideline,
    shares,
    shift,
    z.strictObject({ method: z.literal("fixed"), cutoffs }),
    z.strictObject({ method: z.literal("same-as"), track: word("a track") }),
  ],
  { error: "a method: guideline, shares, shift, fixed or same-as" },
);

/** The shape of a complete policy, after what it extends is merged in. */
export const schema = z.strictObject({
  id: text("a name of letters, digits and hyphens", /^[A-Za-z0-9][A-Za-z0-9.-]*$/),
  title: word("the title of the course and term"),
  time_zone: word("a time zone, such as America/Los_Angeles"),
  components: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), component, { error: "components by id" }),
  tracks: z.record(
    z.string(),
    settings({ weights: z.record(z.string(), notNegative, { error: "weights by component" }) }),
    { error: "tracks by id" },
  ),
  letters: z.record(z.string(), notNegative, { error: "grade points by letter, best first" }),
  passing: settings({ pnp: word("a letter"), su: word("a letter") }),
  slip_days: settings({
    budget: text("a whole number of days", /^\d{1,4}$/).transform(Number),
    order: choice("due-date", "best-for-student"),
    unit: choice("calendar-day", "elapsed-24h"),
    grace: text("a length of time, such as 30s, 5m or 1h", /^\d{1,6} ?[smh]$/),
  }),
  missed: z.record(
    z.string(),
    z.union([z.string(), z.record(z.string(), z.string())], { error: "a reading, or readings by track" }),
    { error: "readings by component" },
  ),
  curve: z.record(z.string(), curve, { error: "curve settings by track" }),
});
