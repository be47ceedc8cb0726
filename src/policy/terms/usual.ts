/**
 * What comparisons fall back on where a policy does not say; no grade of a term rests on it unless an instructor
 * chooses it.
 */
export const usual = {
  /** The scale of tens that American schools know, in percent points. */
  scale: {
    A: "93",
    "A-": "90",
    "B+": "87",
    B: "83",
    "B-": "80",
    "C+": "77",
    C: "73",
    "C-": "70",
    "D+": "67",
    D: "63",
    "D-": "60",
  },
  /** Percent points by which `shift` lowers fixed cut-offs at a time. */
  step: "0.1",
} as const;
