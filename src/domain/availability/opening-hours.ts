import { addDays, weekdayOf, type PlainDate, type Weekday } from '../time/plain-date.js';
import { zoneOffsets } from './zone-offsets.js';

/** Hours between two readings of the wall clock of one day, `HH:MM`. `to` is exclusive and may be `24:00`. */
export interface WallRange {
  from: string;
  to: string;
}

/** When somebody works. A date in `exceptions` replaces that day's weekly hours; an empty list closes it. */
export interface OpeningHours {
  weekly: Readonly<Record<Weekday, readonly WallRange[]>>;
  exceptions?: Readonly<Record<PlainDate, readonly WallRange[]>>;
}

/** Instants, in milliseconds, during which the wall clock reads within one range at one offset. `to` is exclusive. */
export interface OpenStretch {
  from: number;
  to: number;
  /** Wall time minus UTC, in milliseconds. */
  offset: number;
  /** The wall reading the range begins with, as milliseconds since the epoch if it were UTC: starts are counted from it. */
  anchor: number;
  /** Whether the clock reads the end of the range at `to`, and not something else because it is changed just then. */
  readsEnd: boolean;
  /** When the hours really end: adjoining stretches (a change of clocks, midnight) are one. */
  closes: number;
}

const DAY = 86_400_000;

/**
 * The stretches in which the clock of `timeZone` reads within the hours, for every date from `from` to `to`, by start.
 * Defined by the reading alone, so a reading that is skipped is never open and one that comes twice is open twice.
 */
export function openStretches(hours: OpeningHours, timeZone: string, from: PlainDate, to: PlainDate): OpenStretch[] {
  // No zone is further than a day from UTC.
  const offsets = zoneOffsets(timeZone, wallMilliseconds(from, '00:00') - DAY, wallMilliseconds(to, '24:00') + DAY);
  const stretches: OpenStretch[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const range of hours.exceptions?.[date] ?? hours.weekly[weekdayOf(date)]) {
      const anchor = wallMilliseconds(date, range.from);
      const end = wallMilliseconds(date, range.to);
      for (const { from: first, to: last, offset } of offsets) {
        const open = Math.max(anchor - offset, first);
        const close = Math.min(end - offset, last);
        if (open < close)
          stretches.push({ from: open, to: close, offset, anchor, readsEnd: close < last, closes: close });
      }
    }
  }
  stretches.sort((a, b) => a.from - b.from);
  joinAdjoining(stretches);
  return stretches;
}

function joinAdjoining(stretches: OpenStretch[]): void {
  let first = 0;
  let closes = -Infinity;
  for (let index = 0; index <= stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch && stretch.from <= closes) {
      closes = Math.max(closes, stretch.to);
      continue;
    }
    for (const joined of stretches.slice(first, index)) joined.closes = closes;
    first = index;
    closes = stretch?.to ?? closes;
  }
}

function wallMilliseconds(date: PlainDate, time: string): number {
  return Date.parse(`${date}T00:00Z`) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
