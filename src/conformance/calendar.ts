import { Temporal } from 'temporal-polyfill';

/** The calendar date it is in a zone, at an instant in milliseconds. */
export function dateIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** What a clock in a zone shows, with its offset, `2026-10-14T11:00:00+01:00`. */
export function wallTime(zone: string, instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

/** The instant a clock in a zone shows a time, `2026-10-14T11:00`, or null where it never does. */
export function instantOf(zone: string, wall: string): string | null {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch {
    return null;
  }
}

/** The earlier of two dates, or of two instants in the same spelling. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
