/**
 * Calendar dates and months as ISO strings, `YYYY-MM-DD` and `YYYY-MM`: they sort, compare and travel as they are.
 * Only the proleptic Gregorian calendar, only the years 0001 to 9999, and never a time of day or a zone.
 */

/** A calendar date, `YYYY-MM-DD`. */
export type PlainDate = string;

/** A calendar month, `YYYY-MM`. */
export type PlainMonth = string;

/** Day of the week as ISO 8601 counts: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY = 86_400_000;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Whether a string is a date that exists: `2026-02-30` does not. */
export function isPlainDate(value: string): boolean {
  return DATE.test(value) && fromDays(toDays(value)) === value;
}

/** The date `days` later, or earlier if negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDays(toDays(date) + days);
}

/** Days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDays(to) - toDays(from);
}

/** The month a date is in. */
export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7);
}

/** The month `months` later, or earlier if negative. */
export function addMonths(month: PlainMonth, months: number): PlainMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
}

export function firstDay(month: PlainMonth): PlainDate {
  return `${month}-01`;
}

export function lastDay(month: PlainMonth): PlainDate {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function sameDayIn(month: PlainMonth, date: PlainDate): PlainDate {
  const wanted = `${month}-${date.slice(8)}`;
  const last = lastDay(month);
  return wanted < last ? wanted : last;
}

export function weekdayOf(date: PlainDate): Weekday {
  // Day 0, 1 January 1970, was a Thursday.
  return (((((toDays(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The date on or before `date` on which a week begins. */
export function startOfWeek(date: PlainDate, weekStart: Weekday): PlainDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** Six weeks of seven dates that contain a month, always six so that the page never jumps. */
export function monthGrid(month: PlainMonth, weekStart: Weekday): PlainDate[][] {
  const start = toDays(startOfWeek(firstDay(month), weekStart));
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => fromDays(start + week * 7 + day)),
  );
}

function toDays(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function fromDays(days: number): PlainDate {
  return Number.isFinite(days) ? new Date(days * DAY).toISOString().slice(0, 10) : '';
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
