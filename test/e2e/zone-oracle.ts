/**
 * Runs in a browser: compares our reading of wall times with the browser's own `Temporal`, around every change of clocks.
 * Bundled and called by `zone-cases.ts`.
 */
import { mergeEntries } from '../../src/domain/slots/merge-entries.js';
import { indexSlots } from '../../src/domain/slots/slot-index.js';
import { dateIn, offsetIn, partOfDay } from '../../src/domain/time/local-time.js';
import { formatDate, formatTime } from '../../src/locales/format.js';

/** What `Temporal` offers, as far as it is asked here. */
interface Zoned {
  epochMilliseconds: number;
  hour: number;
  minute: number;
  day: number;
  month: number;
  year: number;
  dayOfWeek: number;
  offset: string;
  toPlainDate(): { toString(): string };
  toString(options: object): string;
  getTimeZoneTransition(direction: 'next'): Zoned | null;
}
interface NativeTemporal {
  Instant: { fromEpochMilliseconds(at: number): { toZonedDateTimeISO(zone: string): Zoned } };
}

/** What was compared and where the two differ. */
export interface Comparison {
  transitions: number;
  slots: number;
  differences: string[];
}

const HALF_HOUR = 1_800_000;
/** Half hours before and after a change: the days on both sides of it, whole. */
const AROUND = 60;
/** Nearer than so many of them every half hour counts, further away every second hour. */
const NEAR = 12;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const price = { total: { amount: 8000, currency: 'GBP' }, lines: [] };

/** Every zone the browser knows. */
export function zones(): string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}

/** Whether this browser has the oracle. */
export function hasTemporal(): boolean {
  return 'Temporal' in globalThis;
}

/** Compares around every transition of some zones from 2020 to 2037; in a zone without any, around the middle of 2026. */
export function compare(some: readonly string[]): Comparison {
  const result: Comparison = { transitions: 0, slots: 0, differences: [] };
  for (const zone of some) {
    let at = zoned(zone, Date.UTC(2020, 0)).getTimeZoneTransition('next');
    if (!at || at.year > 2037) compareAround(zone, Date.UTC(2026, 6), result);
    for (; at && at.year <= 2037; at = at.getTimeZoneTransition('next')) {
      result.transitions += 1;
      compareAround(zone, at.epochMilliseconds, result);
    }
  }
  return result;
}

function zoned(zone: string, at: number): Zoned {
  const { Temporal } = globalThis as unknown as { Temporal: NativeTemporal };
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function compareAround(zone: string, change: number, result: Comparison): void {
  const oracle = new Map<number, Zoned>();
  for (let step = -AROUND; step <= AROUND; step += 1) {
    const at = change + step * HALF_HOUR;
    if (Math.abs(step) > NEAR && step % 4) continue;
    oracle.set(at, zoned(zone, at));
  }
  const slots = [...oracle].map(([at, wall]) => ({
    start: new Date(at).toISOString(),
    end: new Date(at + HALF_HOUR).toISOString(),
    local: wall.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    token: String(at),
  }));
  const entry = { practitionerId: 'mara', timeZone: zone, place: 'incall' as const, price, slots: slots.reverse() };
  const answer = { from: '', to: '', horizon: '', entries: [entry] };
  const index = indexSlots(mergeEntries(answer, 0).slots);
  const seen = new Set<string>();
  for (const [date, ofDay] of index) {
    for (const { start, local } of ofDay) {
      const at = Date.parse(start);
      const wall = oracle.get(at)!;
      const { hour } = wall;
      const expected = [
        wall.toPlainDate().toString(),
        wall.toPlainDate().toString(),
        `${DAYS[wall.dayOfWeek - 1]!} ${wall.day} ${MONTHS[wall.month - 1]!} ${wall.year}`,
        `${hour % 12 || 12}:${String(wall.minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`,
        hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening',
        wall.offset,
      ].join(' ');
      const ours = [
        date,
        dateIn(zone, at),
        formatDate('en-GB', local, 'full'),
        formatTime('en-GB', local),
        partOfDay(local),
        offsetIn(zone, at),
      ].join(' ');
      if (ours !== expected) result.differences.push(`${zone} ${start}: ${ours} instead of ${expected}`);
      // A label with its offset names one instant, and every instant has one.
      seen.add(ours);
      result.slots += 1;
    }
  }
  const shown = [...index.values()].reduce((sum, ofDay) => sum + ofDay.length, 0);
  if (shown !== oracle.size) result.differences.push(`${zone} ${change}: ${shown} slots of ${oracle.size}`);
  if (seen.size !== oracle.size) result.differences.push(`${zone} ${change}: ${seen.size} labels for ${oracle.size}`);
}
