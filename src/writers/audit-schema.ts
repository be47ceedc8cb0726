const text = { type: "string" } as const;
const whole = { type: "integer" } as const;
const count = { type: "integer", minimum: 0 } as const;
const textOrNull = { type: ["string", "null"] } as const;
const sha256 = { type: "string", pattern: "^[0-9a-f]{64}$" } as const;
const fraction = {
  type: "string",
  pattern: "^-?[0-9]+/[0-9]+$",
  description: "An exact number: numerator/denominator in lowest terms.",
} as const;
const place = {
  type: "string",
  description: "file:line:column, the line and the field counted from 1.",
} as const;
const derivation = { $ref: "#/$defs/derivation" } as const;

type Schema = Readonly<Record<string, unknown>>;

const list = (items: Schema) => ({ type: "array", items }) as const;
const mapOf = (values: Schema) => ({ type: "object", additionalProperties: values }) as const;

/** An object with these keys and no other; a key that ends in `?` may be left out. */
function object(keys: Readonly<Record<string, Schema>>, description?: string) {
  const named = Object.entries(keys).map(([key, schema]) => [key.replace(/\?$/, ""), schema] as const);
  return {
    ...(description === undefined ? {} : { description }),
    type: "object",
    properties: Object.fromEntries(named),
    required: Object.keys(keys).filter((key) => !key.endsWith("?")),
    additionalProperties: false,
  } as const;
}

const fitted = { students: count, distinct_totals: count, gpa: fraction } as const;
const quota = {
  ...fitted,
  shares_mean_little: { type: "boolean", description: "Fewer than 20 students." },
  letters: list(text),
  cuts: { ...list(count), description: "Distinct totals at or above each letter but the last." },
  cost: { ...fraction, description: "In students." },
} as const;

const fractionOrNull = { anyOf: [fraction, { type: "null" }] } as const;

/** How the GPA window came to bear on the cut-offs. */
const window = {
  oneOf: [
    object({ status: { const: "inside" } }, "It does not bind."),
    object(
      {
        status: { const: "binding" },
        without_window: object({ cuts: list(count), cost: fraction, gpa: fraction }),
      },
      "It binds; what would be best without it stands beside.",
    ),
    object(
      {
        status: { const: "unattainable" },
        attainable: { enum: ["below", "above", "around"] },
        lowest_gpa: fraction,
        highest_gpa: fraction,
        nearest_below: fractionOrNull,
        nearest_above: fractionOrNull,
        causes: list(object({ rule: { enum: ["guaranteed", "minimum"] }, letter: text, cutoff: text })),
      },
      "No cut-offs meet it: the GPAs that can be had, and the rules that forbid it.",
    ),
  ],
};

/** What the method found and proves; which keys there are tells the method. */
const fit = {
  oneOf: [
    object(
      { ...quota, lower_bound: fraction, window },
      "guideline: proved optimal, so the lower bound is the cost.",
    ),
    object(quota, "shares: each cut the nearest to its quota."),
    object(
      { ...fitted, target_gpa: fraction, lowered: text, reached: { type: "boolean" }, highest_gpa: fraction },
      "shift: all cut-offs lowered alike.",
    ),
  ],
};

const cutoffs = object(
  {
    method: { enum: ["frozen", "fixed", "shift", "shares", "guideline", "same-as"] },
    by: text,
    "from?": { ...text, description: "The track whose cut-offs these are." },
    "fit?": fit,
    "frozen?": object(
      {
        file: text,
        method: text,
        students: { type: ["integer", "null"], minimum: 0 },
        gpa: fractionOrNull,
        provisional: { type: "boolean" },
      },
      "How frozen cut-offs were found, as their file says.",
    ),
    cutoffs: list(object({ letter: text, cutoff: text })),
  },
  "The cut-offs in force for a track, highest first, and how they were found.",
);

const manifest = object(
  {
    kind: { const: "manifest" },
    program: { const: "grades" },
    version: text,
    policy: object({
      id: text,
      sha256,
      parameters: { ...mapOf(text), description: "Every parameter in force, by its path in a policy file." },
    }),
    options: object({ "track?": text, "allow_sparse?": list(text) }),
    inputs: list(
      object(
        { role: text, name: text, path: text, sha256 },
        "A file that was read; its path is relative to the output folder, `-` is standard input.",
      ),
    ),
    cutoffs: mapOf(cutoffs),
    provisional: list(object({ track: text, students: count })),
    outputs: list(object({ path: text, sha256 })),
  },
  "The first line: what the run was made from and what it wrote.",
);

const standing = {
  description: "Where a component of a student stands whose total is not final.",
  oneOf: [
    object({ state: { const: "counted" }, score: derivation }),
    object({ state: { const: "missed" }, evidence: derivation }),
    object({ state: { const: "ungraded" }, cell: place }),
    object({ state: { enum: ["excused", "not assigned"] }, cell: place }),
    object({ state: { const: "moved" }, to: text }),
    object({ state: { const: "unknown" } }),
  ],
};

const slipDays = object({
  budget: derivation,
  used: count,
  entries: list(
    object({
      assignment: text,
      outcome: { enum: ["on-time", "accepted-late", "rejected-late", "missing", "ungraded"] },
      charged: count,
      left: whole,
      "days_late?": derivation,
    }),
  ),
});

const reading = object(
  {
    assume: text,
    total: { anyOf: [fraction, { type: "null" }] },
    letter: text,
    grade: text,
    "slip_days_for?": { ...list(text), description: "The late homeworks that it would accept." },
  },
  "What one combination of answers to the open questions would give.",
);

const range = object(
  {
    "assignment?": text,
    "assume?": text,
    combinations: count,
    incomplete: { type: "boolean", description: "Whether one of them gives an I." },
    lowest: { anyOf: [reading, { type: "null" }] },
    highest: { anyOf: [reading, { type: "null" }] },
  },
  "Where the combinations are many: between what all lie, or those that share one answer.",
);

const student = object(
  {
    kind: { const: "student" },
    sid: text,
    track: text,
    status: { enum: ["final", "incomplete", "undecided"] },
    total: { anyOf: [fraction, { type: "null" }] },
    letter: textOrNull,
    grade: textOrNull,
    grade_if_zero: textOrNull,
    notes: list(text),
    "settings?": list(
      object(
        { setting: text, value: text, by: text, assignments: list(text), "place?": place },
        "A setting that answers an open question otherwise than by default, and that touched the student.",
      ),
    ),
    decisions: list(object({ action: text, "assignment?": text, "value?": text, cell: place, reason: text })),
    slip_days: slipDays,
    "derivation?": derivation,
    "if_zero?": derivation,
    "total_derivation?": derivation,
    "components?": mapOf(standing),
    "readings?": list(reading),
    "ranges?": list(range),
  },
  "A student: the result and everything that it was derived from.",
);

const leafOrStep = {
  description:
    "An exact value and where it comes from: a cell, a parameter or clause, or a step from other values.",
  oneOf: [
    object({ what: text, value: text, cell: place }),
    object({ what: text, value: text, by: text, "parameter?": text, "place?": place }),
    object({ what: text, value: text, by: text, operation: text, from: list(derivation) }),
  ],
};

/** The JSON Schema of one line of audit.jsonl. */
export const auditSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A line of audit.jsonl: the manifest first, then one line a student, sorted by SID",
  oneOf: [{ $ref: "#/$defs/manifest" }, { $ref: "#/$defs/student" }],
  $defs: { manifest, student, derivation: leafOrStep },
} as const;
