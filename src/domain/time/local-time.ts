import type { PlainDate } from './plain-date.js';

/**
 * Wall time with its offset, `2026-10-14T11:00:00+01:00`, as the backend sends it. The backend's word is what a clock at
 * the venue shows, so days are grouped and times are shown from it and never from the visitor's own zone.
 */
export type LocalTime = string;

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** The venue's calendar day of a wall time. */
export function dateOf(local: LocalTime): PlainDate {
  return local.slice(0, 10);
}

/** The offset part, `+01:00`. */
export function offsetOf(local: LocalTime): string {
  return local.endsWith('Z') ? '+00:00' : local.slice(-6);
}

/** Minutes that the wall clock is ahead of UTC: 60 for `+01:00`. */
export function offsetMinutes(local: LocalTime): number {
  const [hours, minutes] = offsetOf(local).slice(1).split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) * (offsetOf(local).startsWith('-') ? -1 : 1);
}

/** Morning before 12:00, afternoon before 17:00, evening from then on. */
export function partOfDay(local: LocalTime): PartOfDay {
  const hour = Number(local.slice(11, 13));
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}

/** The calendar date it is in `zone`, without one the device's, at an instant in milliseconds. RangeError for an unknown zone. */
export function dateIn(zone: string | undefined, now: number): PlainDate {
  return dateOf(localTimeIn(zone, now));
}

/** The wall time in `zone` at an instant given in milliseconds, to the second, without offset. Throws RangeError for an unknown zone. */
export function wallTime(zone: string, now: number): string {
  return localTimeIn(zone, now).slice(0, 19);
}

/** The wall time in `zone` with its offset from UTC at that instant. Throws RangeError for an unknown zone. */
export function localTimeIn(zone: string | undefined, now: number): LocalTime {
  const offset = offsetAt(zone, now);
  return new Date(now + offsetMinutes(offset) * 60_000).toISOString().slice(0, 19) + offset;
}

/** The offset of `zone` at an instant in milliseconds, `+01:00`; undefined for a zone that this runtime does not know. */
export function offsetIn(zone: string, at: number): string | undefined {
  try {
    return offsetAt(zone, at);
  } catch {
    return undefined;
  }
}

function offsetAt(zone: string | undefined, at: number): string {
  // "10/14/2026, GMT+01:00", and at Greenwich itself nothing after "GMT".
  return formatterFor(zone).format(at).split('GMT')[1] || '+00:00';
}

const formatters = new Map<string | undefined, Intl.DateTimeFormat>();

function formatterFor(zone: string | undefined): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    // @ts-expect-error TypeScript has no null-prototype literal: a polluted Object.prototype must not add options.
    formatter = new Intl.DateTimeFormat('en-US', { __proto__: null, timeZone: zone, timeZoneName: 'longOffset' });
    formatters.set(zone, formatter);
  }
  return formatter;
}
