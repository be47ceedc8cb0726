import { type Derivation, derive, given, operation } from "../../derivation/derivation.ts";
import { minus } from "../../derivation/operations.ts";
import { compare, type Rational, ZERO } from "../../exact/rational.ts";
import { parameter } from "../cite.ts";
import type { Policy } from "../parameters.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

const countsOnTime = operation("counts, on time", (score: Rational, _daysLate: Rational): Rational => score);

const countsIfCovered = operation(
  "counts if the days late are left",
  (score: Rational, daysLate: Rational, daysLeft: Rational): Rational =>
    compare(daysLate, daysLeft) <= 0 ? score : ZERO,
);

const countsIfChosen = operation(
  "counts if it is in the best set",
  (score: Rational, _daysLate: Rational, _budget: Rational, choice: string, _order: string): Rational =>
    choice === "accepted" ? score : ZERO,
);

/** The raw points of a homework after lateness: the score, or zero when slip days do not cover it. */
export function afterLateness(
  policy: Policy,
  ledger: Ledger,
  entry: LedgerEntry,
  score: Derivation<Rational>,
): Derivation<Rational> {
  if (compare(entry.daysLate.value, ZERO) === 0)
    return derive("hw.slip-days", "score, on time", countsOnTime, score, entry.daysLate);
  const by = entry.accepted ? "hw.slip-days" : "hw.no-other-late";
  const what = entry.accepted ? "score, late but covered" : "score, late and not covered";
  if (policy.slipDays.order === "best-for-student" && ledger.open.length === 0) {
    const order = parameter(policy, "slip_days.order", "slip-day order", policy.slipDays.order);
    const choice = given("i.slip-order", "choice", entry.accepted ? "accepted" : "rejected");
    return derive(by, what, countsIfChosen, score, entry.daysLate, ledger.budget, choice, order);
  }
  return derive(by, what, countsIfCovered, score, entry.daysLate, daysLeftBefore(ledger, entry));
}

function daysLeftBefore(ledger: Ledger, entry: LedgerEntry): Derivation<Rational> {
  const earlier = ledger.entries.slice(0, ledger.entries.indexOf(entry)).filter(({ charged }) => charged > 0);
  return earlier.reduce<Derivation<Rational>>(
    (left, { daysLate, component }) =>
      derive("i.slip-order", `slip days left after ${component.title}`, minus, left, daysLate),
    ledger.budget,
  );
}

/** The zero of work that no order of the slip days could cover, and that was never scored. */
export function rejectedUngraded(policy: Policy, ledger: Ledger, entry: LedgerEntry): Derivation<Rational> {
  const left = policy.slipDays.order === "best-for-student" ? ledger.budget : daysLeftBefore(ledger, entry);
  return derive("hw.no-other-late", "late and not covered, before any score", onlyZero, entry.daysLate, left);
}

const onlyZero = operation("counts zero", (_daysLate: Rational, _daysLeft: Rational): Rational => ZERO);
