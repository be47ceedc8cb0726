import {
  type Derivation,
  derive,
  given,
  type Moment,
  operation,
  type Span,
} from "../../derivation/derivation.ts";
import { maximum, type Rational, rational, ZERO } from "../../exact/rational.ts";
import type { Extension, HandIn } from "../../gradebook/gradebook.ts";
import { addCalendarDays, DAY, type Zone } from "../../time/zone.ts";
import { read } from "../cite.ts";
import type { Component, SlipUnit } from "../parameters.ts";
import type { SlipDayParameters } from "./parameters.ts";

/** How late one homework is: its due time with any extension in it, and the slip days that it needs. */
export interface Lateness {
  readonly due: Derivation<Moment>;
  /** Whole days; zero when on time. */
  readonly days: Derivation<Rational>;
}

const dueBefore = operation(
  "submission minus lateness",
  (submitted: Moment, late: Span): Moment => ({ instant: submitted.instant - late.milliseconds }),
);

const extended = operation(
  "calendar days on",
  (due: Moment, days: Rational, zone: Zone): Moment => ({
    instant: addCalendarDays(zone, due.instant, Number(days.numerator)),
  }),
);

const daysAfter = operation(
  "days after",
  (submitted: Moment, due: Moment, grace: Span, unit: string, zone: Zone): Rational =>
    rational(daysLate(submitted.instant, due.instant, grace.milliseconds, unit as SlipUnit, zone)),
);

const daysOfLateness = operation(
  "days of lateness",
  (late: Span, grace: Span, extension: Rational): Rational => {
    const days = Math.max(0, Math.ceil((late.milliseconds - grace.milliseconds) / DAY));
    return maximum(ZERO, rational(days - Number(extension.numerator)));
  },
);

const onTime = operation("on time by the export", (_lateness: Span): Rational => ZERO);

/** The smallest whole n >= 0 with submission <= due + n days + grace; all times in milliseconds. */
export function daysLate(submitted: number, due: number, grace: number, unit: SlipUnit, zone: Zone): number {
  const late = submitted - due - grace;
  if (late <= 0) return 0;
  if (unit === "elapsed-24h") return Math.ceil(late / DAY);
  let days = Math.max(0, Math.floor(late / DAY) - 1);
  while (submitted > addCalendarDays(zone, due, days) + grace) days += 1;
  return days;
}

/** Counts the days of a hand-in from the export's own due time where it shows lateness, else from the policy's. */
export function latenessOf(
  own: SlipDayParameters,
  component: Component,
  handIn: HandIn | undefined,
  extension: Extension | undefined,
): Lateness {
  const submitted = handIn?.submitted;
  const late = handIn?.lateness;
  const exported = submitted !== undefined && late !== undefined && late.value > 0;
  const base: Derivation<Moment> = exported
    ? derive(
        "hw.slip-days",
        "due time by the export",
        dueBefore,
        read("submission time", moment(submitted)),
        read("lateness", span(late)),
      )
    : own.due(component);
  const due = withExtension(own, base, extension);
  return { due, days: daysOf(own, due, handIn, extension) };
}

function daysOf(
  own: SlipDayParameters,
  due: Derivation<Moment>,
  handIn: HandIn | undefined,
  extension: Extension | undefined,
): Derivation<Rational> {
  const submitted = handIn?.submitted;
  const late = handIn?.lateness;
  if (late !== undefined && late.value === 0)
    return derive("hw.slip-days", "days late", onTime, read("lateness", span(late)));
  if (submitted !== undefined)
    return derive(
      "i.slip-unit",
      "days late",
      daysAfter,
      read("submission time", moment(submitted)),
      due,
      own.grace,
      own.unit,
      own.timeZone,
    );
  if (late !== undefined)
    return derive(
      "i.slip-unit",
      "days late",
      daysOfLateness,
      read("lateness", span(late)),
      own.grace,
      extension === undefined || extension.inGradescope
        ? given("hw.slip-days", "extension days", ZERO)
        : granted(extension),
    );
  return given("hw.slip-days", "days late, without time or lateness", ZERO);
}

function withExtension(
  own: SlipDayParameters,
  base: Derivation<Moment>,
  extension: Extension | undefined,
): Derivation<Moment> {
  if (extension === undefined || extension.inGradescope) return base;
  return derive(
    "i.extension",
    "due time with the extension",
    extended,
    base,
    granted(extension),
    own.timeZone,
  );
}

const asGranted = operation("days granted", (days: Rational): Rational => days);

function granted({ days }: Extension): Derivation<Rational> {
  const leaf = read("extension days", { value: rational(days.value), cell: days.cell });
  return derive("decision.extension", "extension", asGranted, leaf);
}

function moment({ value, cell }: NonNullable<HandIn["submitted"]>) {
  return { value: { instant: value }, cell };
}

function span({ value, cell }: NonNullable<HandIn["lateness"]>) {
  return { value: { milliseconds: value }, cell };
}
