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

/** The calendar date it is in `zone` at an instant given in milliseconds. */
export function dateIn(zone: string, now: number): PlainDate {
  return wallTime(zone, now).slice(0, 10);
}

/** The wall time in `zone` at an instant given in milliseconds, to the second, without offset. Throws RangeError for an unknown zone. */
export function wallTime(zone: string, now: number): string {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(now)) part[type] = value;
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}

/** The wall time in `zone` with its offset from UTC at that instant. Throws RangeError for an unknown zone. */
export function localTimeIn(zone: string, now: number): LocalTime {
  const wall = wallTime(zone, now);
  const offset = Math.round((Date.parse(`${wall}Z`) - Math.floor(now / 1000) * 1000) / 60_000);
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The offset of `zone` at an instant in milliseconds, `+01:00`; undefined for a zone that this runtime does not know. */
export function offsetIn(zone: string, at: number): string | undefined {
  try {
    return offsetOf(localTimeIn(zone, at));
  } catch {
    return undefined;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      // A polluted Object.prototype on the host page must not add options.
      // @ts-expect-error TypeScript has no null-prototype literal.
      __proto__: null,
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
