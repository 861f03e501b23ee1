import { localTimeIn } from '../time/local-time.js';

/** An instant as RFC 3339 in UTC, and the wall time with offset in the zone it was asked for. */
export interface PolicyDate {
  instant: string;
  local: string;
}

/**
 * Until when a change or cancellation is free. Hours are elapsed time: across a change of clocks, 24 hours before 11:00
 * is 10:00 or 12:00. Throws RangeError for an unknown zone or an instant that is none.
 */
export function freeUntil(start: string, timeZone: string, hours: number): PolicyDate {
  const until = Date.parse(start) - hours * 3_600_000;
  return { instant: new Date(until).toISOString().replace('.000Z', 'Z'), local: localTimeIn(timeZone, until) };
}
